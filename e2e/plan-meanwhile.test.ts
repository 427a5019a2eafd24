import { expect, test } from 'vitest'
import { changeSections } from '../electron/app/change-sections.ts'
import { holdSection } from '../electron/app/order-section.ts'
import type { OpenProject } from '../electron/project/project.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { Section } from '../shared/records.ts'
import { inProject, runWith } from './in-project.ts'
import { end, practice } from './standing-work.ts'

const brief =
  '---\nunits: { label: Chapter, count: 3, words: { min: 60, max: 80 } }\n---\nThree chapters about a ferry.'

const entry = (n: number, title: string, said: string) => ({
  n,
  title,
  entry: said,
  owns: [],
  leaves: [],
  after: [],
})
const planned = [
  entry(1, 'Morning', 'The ferry leaves.'),
  entry(2, 'Noon', 'It is noon ...'),
  entry(3, 'Night', 'It is night ...'),
]
const patch = [
  entry(2, 'Midday', 'The ferry waits at noon for the carts.'),
  entry(3, 'Evening', 'It comes home.'),
]

const sectionIn = (project: OpenProject, n: number): Section => {
  const section = project.state().section.get(`section:${n}`)
  if (!section) throw new Error(`no section ${n}`)
  return section
}

const change = (project: OpenProject, n: number, some: Partial<Section>): void =>
  project.put(changeSections(project, { put: [{ ...sectionIn(project, n), ...some }], remove: [] }))

test.each(['ask', 'auto'] as const)(
  'what the writer changes while the plan is patched stands, and so does what they said before: %s',
  async (approve) => {
    await inProject(brief, async (project) => {
      let asked = 0
      let mine: Section | undefined
      project.subscribe(() => {
        if (project.state().section.has('section:3') && sectionIn(project, 3).note === undefined)
          change(project, 3, { note: 'Calmly.', candidates: 2 })
      })
      const model: Model = async function* (request, signal) {
        if (request.verb !== 'plan') {
          yield* practice(request, signal)
          return
        }
        asked += 1
        if (asked === 2) {
          project.put(holdSection(project.state(), 'section:2'))
          change(project, 2, { title: 'My own title', intent: 'My own words for noon.', note: 'Mine.' })
          mine = sectionIn(project, 2)
        }
        yield { type: 'text', text: JSON.stringify(asked === 1 ? planned : patch) }
        yield end
      }
      await runWith(project, model, { approve })
      expect([asked, sectionIn(project, 2)]).toEqual([2, mine])
      expect(sectionIn(project, 3)).toMatchObject({
        title: 'Evening',
        intent: 'It comes home.',
        note: 'Calmly.',
        candidates: 2,
      })
      expect([...project.state().draft.values()].filter((each) => each.section === 'section:2')).toEqual([])
    })
  },
)
