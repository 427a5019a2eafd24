import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { randomFrom } from '../../electron/providers/practice/random.ts'
import { anyKnown, anyUnsaved, expectTexts, nothing, type ExpectedTexts } from './expected-texts.ts'
import { openPage, startHost } from './host.ts'
import { kept, letters } from './kept-texts.ts'

const steps = Number(process.env['RANDOM_STEPS'] ?? 150)
const seed = Number(process.env['RANDOM_SEED'] ?? 7)
/** Also reloads over the warning that something is unsaved. */
const abrupt = process.env['RANDOM_ABRUPT'] !== undefined
const random = randomFrom(seed)
const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[random.below(items.length)]

/** A page with what its sections ought to hold. */
type Desk = { readonly page: Page; readonly texts: ExpectedTexts }

/** Texts of sections that were replaced whole: the file has to hold them. */
const replaced = new Map<string, Set<string>>()

/** Lets go of a section's text on the page, for another that comes in its place: the model's until the writer types. */
const letGo = (texts: ExpectedTexts, section: string): void => {
  const now = texts.of(section)
  replaced.set(section, new Set([...(replaced.get(section) ?? []), now.text]))
  now.own = false
}

/** The section in whose text a person sees the caret; what there is instead, where they see none. */
const caretOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const text = document.activeElement
    const section = text?.closest<HTMLElement>('[data-section]')?.dataset['section']
    const selection = getSelection()
    const node = selection?.focusNode
    if (!section || !node || !text?.contains(node)) return `no caret, but ${text?.outerHTML.slice(0, 120)}`
    const around = node instanceof Element ? node : text
    const caret = selection.getRangeAt(0).getClientRects()[0] ?? around.getBoundingClientRect()
    const view = text.closest('[data-scroller]')?.getBoundingClientRect() ?? caret
    const middle = (caret.top + caret.bottom) / 2
    if (middle > view.top && middle < view.bottom) return section
    return `a caret of ${section} at ${middle}, out of ${view.top} to ${view.bottom}`
  })

/** Where a person waited two seconds for the caret in vain, and so wrote nothing there. */
const unseen: string[] = []

/** Waits, as a person does before the first key, until the caret is seen in a section; false where it never is. */
const seesCaret = async (page: Page, section: string): Promise<boolean> => {
  for (let waited = 0; waited < 2_000; waited += 100) {
    if ((await caretOn(page)) === section) return true
    await page.waitForTimeout(100)
  }
  unseen.push(await caretOn(page))
  return false
}

const bringIntoView = async (page: Page, section: string): Promise<void> => {
  await page.evaluate((id) => document.querySelector(`[data-section="${id}"]`)?.scrollIntoView(), section)
  await page.locator(`[data-section="${section}"] .section-text`).waitFor()
}

/** Goes at once to the end of a section, and into its text if that is there to be written in. */
const reach = (page: Page, section: string): Promise<boolean> =>
  page.evaluate((id) => {
    const row = document.querySelector(`[data-section="${id}"]`)
    row?.scrollIntoView({ block: 'end' })
    const text = row?.querySelector<HTMLElement>('.section-text[contenteditable=true]')
    text?.focus()
    return text !== null && text !== undefined
  }, section)

/** Puts the caret at the end of a section's text; false where a draft streams into it, or the caret is not seen. */
const enter = async ({ page }: Desk, section: string): Promise<boolean> => {
  if (!(await reach(page, section))) {
    await page.keyboard.press('Control+Shift+2')
    await bringIntoView(page, section)
    if (!(await reach(page, section))) return false
  }
  // A moment after it got the focus, an editor puts back the caret that it had, in sight or not: it has to move to be seen.
  await page.waitForTimeout(40)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+End')
  return seesCaret(page, section)
}

const words = ['lamp', 'harbour', '灯塔', 'wasn’t', 'a < b & c', '€12', 'naïve', 'Ω']

const type = async ({ page, texts }: Desk, section: string): Promise<void> => {
  if (random.below(6) === 0) await page.keyboard.press('Enter')
  const word = `${oneOf(words)}${random.below(1000)}`
  const now = texts.of(section)
  const before = now.own ? now.text : await texts.shown(section)
  await page.keyboard.type(` ${word}`)
  expect(await seesCaret(page, section), 'the caret after typing').toBe(true)
  const after = await texts.shown(section)
  if (now.own) expect(after, `${section} after typing`).toBe(now.text + letters(word))
  else expect(after).toContain(letters(word))
  for (let i = 1; i <= word.length; i += 1) now.known.add(before + letters(word.slice(0, i)))
  now.known.add(before)
  now.own = true
  texts.become(section, after)
}

const erase = async ({ page, texts }: Desk, section: string): Promise<void> => {
  const now = texts.of(section)
  const count = 1 + random.below(6)
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.press('Backspace')
    if (now.own) for (let cut = 0; cut < 3; cut += 1) now.known.add(now.text.slice(0, -i - cut))
  }
  const after = await texts.shown(section)
  if (now.own) {
    expect(now.text.startsWith(after), `${section} after deleting`).toBe(true)
    expect(now.text.length - after.length).toBeLessThanOrEqual(count)
  }
  if (after !== now.text) now.own = true
  texts.become(section, after)
}

/** Asks for a fresh draft of a section, which waits as a proposal where the writer's own text stands. */
const askAnew = async ({ page }: Desk): Promise<void> => {
  await page.getByRole('tab', { name: 'History' }).click()
  const redo = page.getByRole('button', { name: 'Redo with this note' })
  if (await redo.isVisible()) await redo.click()
}

const settleProposal = async ({ page, texts }: Desk): Promise<void> => {
  await page.getByRole('tab', { name: 'Proposals' }).click()
  const first = page.getByRole('article', { name: /^Proposal for/u }).first()
  if (!(await first.isVisible())) return
  // Others may arrive before it.
  const one = page.locator(`article[data-draft="${await first.getAttribute('data-draft')}"]`)
  const title = (await one.getAttribute('aria-label'))?.slice('Proposal for '.length) ?? ''
  const section = await page.locator(`section[aria-label="${title}"]`).getAttribute('data-section')
  const accept = one.getByRole('button', { name: 'Accept' })
  if (section === null || !(await accept.isEnabled())) return
  await texts.settled()
  const accepts = random.below(2) > 0
  const decide = accepts ? accept : one.getByRole('button', { name: 'Drop' })
  // The writer's own waits where another text was saved while they typed; dropped, it leaves the page to the other.
  const isOwn = !(await one.getByText('Longhand proposes this.').isVisible())
  texts.trail.push(`  ${accepts ? 'accepts' : 'drops'} ${isOwn ? 'their own' : 'a draft'} for ${section}`)
  // A change that was worked out before the last keys is not accepted: it is shown anew, and then it is.
  await expect(async () => {
    if (await one.isVisible()) await decide.click({ timeout: 1_000 })
    await expect(one).toBeHidden({ timeout: 1_000 })
  }).toPass({ timeout: 10_000 })
  await bringIntoView(page, section)
  if ((accepts || isOwn) && (await texts.shown(section)) !== texts.of(section).text) letGo(texts, section)
  await texts.look('a proposal', anyKnown)
  // The writer's own text goes on where it was accepted.
  if (accepts) replaced.get(section)?.delete(texts.of(section).text)
}

/** The sections of which the page says that the writer's text waits beside another. */
const sectionsApart = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-section]')
    .filter({ hasText: 'Yours is kept, as a proposal.' })
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-section') ?? ''))

const reload = async ({ page, texts }: Desk): Promise<void> => {
  const calmly = random.below(3) > 0 || !abrupt
  if (calmly) await texts.settled()
  // The page is shown anew with what stands.
  for (const section of await sectionsApart(page)) {
    if (calmly) letGo(texts, section)
    else texts.of(section).own = false
  }
  await page.reload()
  await page.locator('.section-text').first().waitFor()
  await page.waitForTimeout(100)
  await texts.look('a reload', anyUnsaved)
}

const undoOrRedo = async ({ page, texts }: Desk, keys: string): Promise<void> => {
  await page.keyboard.press(keys)
  await page.waitForTimeout(60)
  await texts.look(keys, anyKnown)
}

/** Starts what there is to be done, or stops it. */
const runOrStop = async ({ page }: Desk): Promise<void> => {
  await page.keyboard.press(random.below(2) === 0 ? 'Control+Enter' : 'Control+.')
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
}

/** Steps that need no caret in a section, and those that do. */
const wherever: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  undo: (desk) => undoOrRedo(desk, 'Control+z'),
  redo: (desk) => undoOrRedo(desk, 'Control+Shift+z'),
  run: runOrStop,
  settle: settleProposal,
  reload,
}
const within: Readonly<Record<string, (desk: Desk, section: string) => Promise<void>>> = {
  ask: askAnew,
  type,
  erase,
}

const tally = new Map<string, number>()
let last = 'nothing'

const step = async (desk: Desk, sections: readonly string[]): Promise<void> => {
  const { texts } = desk
  const dice = random.below(100)
  const section = oneOf(sections) ?? ''
  const name = [
    [40, 'type'],
    [58, 'erase'],
    [68, 'undo'],
    [74, 'redo'],
    [82, 'run'],
    [88, 'ask'],
    [95, 'settle'],
    [99, 'switch'],
    [100, 'reload'],
  ].find(([most]) => dice < Number(most))?.[1]
  tally.set(String(name), (tally.get(String(name)) ?? 0) + 1)
  await texts.look(last, /undo|redo|settle|ask/u.test(last) ? anyKnown : nothing)
  last = String(name)
  texts.trail.push(`${texts.trail.length} ${last} ${section}`)
  const onPage = wherever[last]
  if (onPage) return onPage(desk)
  if (await enter(desk, section)) await within[last]?.(desk, section)
}

const source = ['One', 'Two', 'Three', 'Four', 'Five']
  .map((title, i) => `# ${title}\n\n${i % 2 === 0 ? `The text of ${title}, as it was.` : ''}\n`)
  .join('\n')

/** Makes a project of five sections, two of them empty; gives their ids. */
const begin = async (page: Page): Promise<readonly string[]> => {
  const form = page.getByRole('form', { name: 'Import' })
  await form.getByRole('textbox', { name: 'Text' }).fill(source)
  await form.getByRole('button', { name: 'Make sections of it' }).click()
  await page.locator('.section-text').first().waitFor()
  const sections = await page
    .locator('[data-section]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-section') ?? ''))
  expect(sections).toHaveLength(5)
  return sections
}

test(`no letter is lost in ${steps} random steps with seed ${seed}`, async ({ browser }) => {
  test.setTimeout(120_000 + steps * 500)
  const host = await startHost()
  let trail: readonly string[] = []
  try {
    const page = await openPage(browser, host.url())
    const texts = expectTexts(page)
    trail = texts.trail
    const sections = await begin(page)
    for (let i = 0; i < steps; i += 1) await test.step(`step ${i}`, () => step({ page, texts }, sections))
    await page.keyboard.press('Control+.')
    await texts.settled()
    for (const section of sections) {
      await bringIntoView(page, section)
      await texts.look(last, anyKnown)
    }
    const apart = await sectionsApart(page)
    await host.kill()
    const name = readdirSync(join(host.home, 'Longhand')).find((each) => each.endsWith('.longhand')) ?? ''
    const file = kept(join(host.home, 'Longhand', name))
    console.log(`${steps} steps, seed ${seed}:`, Object.fromEntries(tally))
    expect(unseen.length, unseen.join('\n')).toBeLessThanOrEqual(1 + steps / 200)
    for (const [section, text] of texts.owned()) {
      if (apart.includes(section)) expect(file.waiting(section), `${section} waits`).toContain(text)
      else expect(file.standing(section), `${section} stands`).toBe(text)
    }
    for (const [section, gone] of replaced)
      expect(file.all(section)).toEqual(expect.arrayContaining([...gone]))
  } catch (error) {
    console.log(trail.slice(-80).join('\n'))
    throw error
  } finally {
    await host.stop()
  }
})
