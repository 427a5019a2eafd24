import type { ProjectEvent, TextPart } from '../../shared/project-state.ts'

/** Limits of a queue. */
export type QueueBounds = { readonly events: number; readonly units: number }

/** How much a watcher may leave unread: events after merging, and UTF-16 units of text in them. */
export const queueBounds: QueueBounds = { events: 2_000, units: 16_000_000 }

/** Events on their way to one watcher, in order. Letters that follow each other wait as one event. */
type EventQueue = {
  readonly push: (event: ProjectEvent) => void
  readonly shift: () => ProjectEvent | undefined
  /** Once true it stays true: the watcher must open again. */
  readonly isBehind: () => boolean
}

const follows = (before: TextPart | undefined, after: TextPart): before is TextPart =>
  before?.draft === after.draft && before.at <= after.at && after.at <= before.at + before.text.length

const withPart = (parts: readonly TextPart[], part: TextPart): readonly TextPart[] => {
  const i = parts.findLastIndex(({ draft }) => draft === part.draft)
  const before = parts[i]
  if (!follows(before, part)) return [...parts, part]
  return parts.with(i, { ...before, text: before.text.slice(0, part.at - before.at) + part.text })
}

const merged = (before: ProjectEvent | undefined, after: ProjectEvent): ProjectEvent | null =>
  before?.type === 'text' && after.type === 'text'
    ? { ...after, parts: after.parts.reduce<readonly TextPart[]>(withPart, before.parts) }
    : null

const unitsOf = (event: ProjectEvent): number => {
  switch (event.type) {
    case 'text':
      return event.parts.reduce((sum, { text }) => sum + text.length, 0)
    case 'change':
      return event.put.reduce((sum, each) => sum + ('text' in each ? each.text.length : 0), 0)
    case 'notice':
      return event.sentence.length
  }
}

/** An empty queue. Beyond its bounds it forgets what it held and is behind. */
export const createEventQueue = (limits: QueueBounds = queueBounds): EventQueue => {
  let events: ProjectEvent[] = []
  let units = 0
  let behind = false
  const push = (event: ProjectEvent): void => {
    if (behind) return
    const last = events.at(-1)
    const one = merged(last, event)
    if (one && last) {
      units += unitsOf(one) - unitsOf(last)
      events[events.length - 1] = one
    } else {
      units += unitsOf(event)
      events.push(event)
    }
    behind = events.length > limits.events || units > limits.units
    if (behind) events = []
  }
  const shift = (): ProjectEvent | undefined => {
    const event = events.shift()
    if (event) units -= unitsOf(event)
    return event
  }
  return { push, shift, isBehind: () => behind }
}
