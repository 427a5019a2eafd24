import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { changeOrders } from '../electron/app/change-orders.ts'
import { createProject, type OpenProject } from '../electron/project/project.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import { commands } from '../shared/commands/index.ts'
import type { ModelEvent } from '../shared/model.ts'
import { commandOrder } from '../shared/orders/command-order.ts'
import { desk } from '../shared/questions/drafts.ts'
import type { AnyRecord, Draft, Order } from '../shared/records.ts'
import { brief, draft, plan, section } from '../shared/test-kit.ts'

/** The texts of three sections about a ferry. */
export const texts = [
  'The ferry lay at the quay. Nobody had come for the early boat, and the rain went on. Ines counted the ropes and found that one of them was gone.',
  'At low water the ramp was too steep for carts. The carters waited on the road, smoked, and said what they thought of the harbour.\n\nThen the tide turned. The first cart went down at noon, and after it went all the others, one by one, until the deck was full.',
  'In the evening the ferry came back empty. Ines made her notes.',
]

/** The practice model, with no slips of its own. */
export const practice = practiceModel({ erring: 0 })
const usage = { input: 1, cached: 0, output: 1 }
/** The end of a reply. */
export const end: ModelEvent = { type: 'end', finish: 'stop', usage }

/** A model that gives these replies one after the other, the last of them again and again. */
export const says = (...replies: readonly string[]): Model => {
  let n = 0
  return async function* () {
    yield { type: 'text', text: replies[Math.min(n++, replies.length - 1)] ?? '' }
    yield end
  }
}

/** A model that calls `before` ahead of each of its answers. */
export const after = (model: Model, before: (n: number) => void): Model => {
  let n = 0
  return async function* (request, signal) {
    before((n += 1))
    yield* model(request, signal)
  }
}

/** A work with these texts, a section each, in a file of its own that goes when the test has ended. */
export const workOf = (
  all: readonly string[],
  some: Partial<Draft>,
  records: readonly AnyRecord[] = [],
): { readonly project: OpenProject; readonly path: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-standing-'))
  const path = join(folder, 'work.longhand')
  const self = { id: 'project:self', title: 'Ferry', seed: 1, createdAt: 0 } as const
  const sections = all.map((_, i) => section(i + 1))
  const drafts = all.map((text, i) => draft(i + 1, { text, ...some }))
  const project = createProject(path, [self, brief(), plan(), ...sections, ...drafts, ...records], {
    now: Date.now,
  })
  onTestFinished(() => {
    project.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { project, path }
}

/** The three sections as a work, whoever wrote them. */
export const standing = (some: Partial<Draft> = {}, ...records: readonly AnyRecord[]) =>
  workOf(texts, some, records)

/** The text that stands in a section. */
export const textOf = (project: OpenProject, n = 2): string =>
  desk(project.state(), `section:${n}`).current?.text ?? ''

/** Gives a command for a part of section 2, or for all of it. */
export const give = (project: OpenProject, id: string, quote?: string, at = 10): Order['id'] => {
  const from = quote === undefined ? 0 : textOf(project).indexOf(quote)
  const command = commands.find((each) => each.id === id)
  if (!command) throw new Error(`no command ${id}`)
  const order = commandOrder(project.state(), command, {
    section: 'section:2',
    ...(quote !== undefined && { selection: { from, to: from + quote.length, quote } }),
    note: 'Plainer, please.',
    at,
  })
  project.put(changeOrders(project, { put: [order], remove: [] }, at))
  return order.id
}

/** An order as it is now. */
export const orderIn = (project: OpenProject, id: Order['id']): Order => {
  const order = project.state().order.get(id)
  if (!order) throw new Error(`no ${id}`)
  return order
}

/** The proposal that came of an order and waits. */
export const proposalOf = (project: OpenProject, id: Order['id']): Draft => {
  const proposal = project.state().draft.get(orderIn(project, id).draft ?? '')
  if (proposal?.standing !== 'proposal') throw new Error('no proposal')
  return proposal
}

/** A run that does what was asked for alone. */
export const forOrders = { scope: 'orders' } as const
/** Two sentences of section 2. */
export const carts = 'The carters waited on the road, smoked, and said what they thought of the harbour.'
export const noon =
  'The first cart went down at noon, and after it went all the others, one by one, until the deck was full.'
