import { expect, type Page } from '@playwright/test'
import { letters } from './kept-texts.ts'

/**
 * What a section ought to hold, as the writer left it. `own` once the writer typed into it: from then on nothing but
 * the writer changes it; `models` are the texts it had before. `known` are all texts it ever had, `unsaved` those since
 * the page last said that all is saved; `mayBe` are those it may have become out of sight.
 */
type Expected = {
  text: string
  own: boolean
  readonly models: Set<string>
  mayBe: ReadonlySet<string>
  readonly known: Set<string>
  unsaved: string[]
}

/** Which other texts a section may have come to hold. */
type MayBe = (section: Expected) => ReadonlySet<string>

/** The writer alone changed it. */
export const nothing: MayBe = () => new Set()
/** Something was undone, done again or decided: any text that the section once had. */
export const anyKnown: MayBe = ({ known }) => known
/** The page was left at once: any text since it last said that all is saved. */
export const anyUnsaved: MayBe = ({ unsaved }) => new Set(unsaved)

const newSection = (): Expected => ({
  text: '',
  own: false,
  models: new Set(),
  mayBe: new Set(),
  known: new Set(['']),
  unsaved: [],
})

const tail = (text: string): string => `${text.length}:${text.slice(-24)}`

/** The letters of every section whose editor is there, and whether the page says that all is saved. */
const readPage = async (page: Page) => {
  const { found, isSaved } = await page.evaluate(() => ({
    found: [...document.querySelectorAll<HTMLElement>('[data-section]')].flatMap((row) => {
      const text = row.querySelector('.section-text[contenteditable=true]')
      return text ? [[row.dataset['section'] ?? '', text.textContent] as const] : []
    }),
    isSaved: document.querySelector('[aria-label="Saved state"]')?.textContent === 'Saved',
  }))
  return { shown: new Map(found.map(([section, text]) => [section, letters(text)])), isSaved }
}

/** What the sections of a page ought to hold, compared with what they do; `trail` tells how it came to that. */
export const expectTexts = (page: Page) => {
  const model = new Map<string, Expected>()
  const trail: string[] = []

  const of = (section: string): Expected => {
    const made = model.get(section) ?? newSection()
    model.set(section, made)
    return made
  }

  const become = (section: string, text: string): void => {
    const now = of(section)
    trail.push(`  ${section} ${now.own ? 'own' : 'model'} was ${tail(now.text)} is ${tail(text)}`)
    now.text = text
    // An empty section is a place for a draft, and what was undone before it was saved was never the writer's.
    if (text === '' || now.models.has(text)) now.own = false
    if (!now.own) now.models.add(text)
    now.known.add(text)
    now.unsaved.push(text)
  }

  return {
    trail,
    of,
    become,
    /** The letters that the page shows of a section; none where its editor is not there. */
    shown: async (section: string): Promise<string> => (await readPage(page)).shown.get(section) ?? '',

    /**
     * Compares the page with what is expected; `mayBe` says which other texts an action may have led to. A section out
     * of sight is compared when it is next seen. Takes in whether all is saved.
     */
    async look(what: string, mayBe: MayBe): Promise<void> {
      for (const now of model.values()) now.mayBe = new Set([...now.mayBe, ...mayBe(now)])
      const { shown, isSaved } = await readPage(page)
      for (const [section, text] of shown) {
        const now = of(section)
        const mayBecome = now.mayBe
        now.mayBe = new Set()
        if (text === now.text) continue
        if (!now.own || mayBecome.has(text)) become(section, text)
        else expect(text, `${section} after ${what}`).toBe(now.text)
      }
      if (isSaved) for (const now of model.values()) now.unsaved = [now.text]
    },

    /** Waits until the page says that all is saved. */
    async settled(): Promise<void> {
      await expect(page.getByRole('status', { name: 'Saved state' })).toHaveText('Saved', { timeout: 15_000 })
      for (const now of model.values()) now.unsaved = []
    },

    /** The sections that hold the writer's own text, with it. */
    owned: (): ReadonlyMap<string, string> =>
      new Map([...model].flatMap(([section, { own, text }]) => (own ? [[section, text] as const] : []))),
  }
}

/** The texts that a page is expected to show. */
export type ExpectedTexts = ReturnType<typeof expectTexts>
