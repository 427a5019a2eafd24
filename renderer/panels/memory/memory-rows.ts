import { leaves } from '../../../shared/questions/outline.ts'
import { question } from '../../../shared/questions/question.ts'
import type { Memory, Section } from '../../../shared/records.ts'

/** What is remembered of one thing: its facts, each from a section on. */
export type Remembered = {
  readonly name: string
  readonly about: Memory['about']
  readonly items: readonly { readonly item: Memory; readonly from: Section | undefined }[]
}

/** What kinds of things are called, in the order in which they are shown. */
export const aboutNames: Readonly<Record<Memory['about'], string>> = {
  person: 'People',
  place: 'Places',
  term: 'Terms',
  event: 'Events',
  summary: 'Summaries',
}

export const abouts = Object.keys(aboutNames) as readonly Memory['about'][]

/** All that is remembered, by thing; facts in the order in which they begin to hold. */
export const rememberedThings = question(['memory', 'section'], (state): readonly Remembered[] => {
  const places = new Map(leaves(state).map(({ id }, i) => [id, i]))
  const byThing = Map.groupBy(state.memory.values(), ({ about, name }) => `${about} ${name}`)
  return [...byThing.values()]
    .flatMap((items): readonly Remembered[] => {
      const [first] = items
      if (!first) return []
      const sorted = items.toSorted((a, b) => (places.get(a.section) ?? 0) - (places.get(b.section) ?? 0))
      return [
        {
          name: first.name,
          about: first.about,
          items: sorted.map((item) => ({ item, from: state.section.get(item.section) })),
        },
      ]
    })
    .toSorted(
      (a, b) =>
        (places.get(a.items[0]?.item.section ?? 'section:') ?? 0) -
        (places.get(b.items[0]?.item.section ?? 'section:') ?? 0),
    )
})
