import type { ModelChoice, Role } from '../../../shared/model.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { progress } from '../../../shared/questions/progress.ts'
import { follow, type Follower } from '../follow.ts'
import { estimateLine } from './estimate-line.ts'
import { confirm, planLines } from './confirm.ts'
import { news, titleWidth } from './news.ts'
import { picture, sectionLine } from './picture.ts'
import type { Screen } from './screen.ts'
import type { Session } from './session.ts'

/** How a run is to work. */
export type Settings = {
  readonly model: ModelChoice
  readonly lanes?: number
  readonly approve: 'auto' | 'ask'
  readonly roles?: Record<Role, ModelChoice[]>
  readonly maxTokens?: number
  readonly maxMoney?: number
  readonly maxMinutes?: number
  readonly embedding?: ModelChoice
}

/** Milliseconds between two pictures. */
const redrawEvery = 120

/** Shows a project as it changes: a picture drawn again and again on a terminal, else a line for each piece of news. */
const createShow = (screen: Screen, now: () => number) => {
  let state: ProjectState | null = null
  const waiting: { readonly seq: number; readonly go: () => void }[] = []
  const draw = (): void => {
    if (state) screen.draw(picture(state, now(), screen.size().rows))
  }
  let timer: NodeJS.Timeout | undefined
  const start = (): void => {
    if (screen.live) timer ??= setInterval(draw, redrawEvery)
  }
  const tell: Follower = (after, event) => {
    if (event?.type === 'notice') screen.tell([{ text: `${event.sentence} ${event.next}`, style: 'warn' }])
    if (state && !screen.live && event?.type !== 'text') screen.tell(...news(state, after, event))
    state = after
    for (const each of waiting.filter(({ seq }) => seq <= after.seq)) {
      waiting.splice(waiting.indexOf(each), 1)
      each.go()
    }
  }
  const reached = (seq: number): Promise<void> =>
    state && state.seq >= seq ? Promise.resolve() : new Promise((go) => waiting.push({ seq, go }))
  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    screen.draw([])
  }
  const last = (): ProjectState => {
    if (!state) throw new Error('a project was followed without its state')
    return state
  }
  return { tell, reached, start, stop, last }
}

const runOnce = async (
  { client, stopping }: Session,
  project: string,
  settings: Settings,
  reached: (seq: number) => Promise<void>,
): Promise<void> => {
  // A stop that fails shows in how the run ends.
  const stop = (): void => void client.runs.stop({ project }).catch(() => {})
  await client.runs.start({ project, ...settings })
  if (stopping.aborted) stop()
  stopping.addEventListener('abort', stop, { once: true })
  try {
    const { seq } = await client.runs.ended({ project })
    await reached(seq)
  } finally {
    stopping.removeEventListener('abort', stop)
  }
}

const isProposed = ({ plan }: ProjectState): boolean => [...plan.values()][0]?.status === 'proposed'

const lastPicture = (state: ProjectState, { live, size, tell }: Screen): void => {
  if (!live || isProposed(state)) return
  const all = progress(state)
  const shown =
    all.length < size().rows
      ? all
      : all.filter(({ broken, unsure, phase }) => broken + unsure > 0 || phase === 'failed')
  const width = titleWidth(leaves(state))
  tell(...shown.map((each) => sectionLine(state, each, width)))
}

/**
 * Runs the loop on an open project to its end and shows how it goes; gives the state in which it ended. With
 * `approve: ask` the plan is put to the writer in between. Ctrl-C stops the run.
 */
export const work = async (session: Session, project: string, settings: Settings): Promise<ProjectState> => {
  const { client, screen, stopping } = session
  const over = new AbortController()
  const show = createShow(screen, session.now)
  const following = follow(client, project, over.signal, show.tell)
  const finish = async (): Promise<void> => {
    await show.reached(0)
    if (isProposed(show.last()) && settings.approve === 'auto') await client.plans.approve({ project })
    const { approve: _, ...asked } = settings
    const line = estimateLine(await client.runs.estimate({ project, ...asked }))
    if (line) screen.tell([line])
    show.start()
    await runOnce(session, project, settings, show.reached)
    if (!isProposed(show.last()) || stopping.aborted) return
    show.stop()
    screen.tell(...planLines(show.last()))
    if (!(await confirm(session, 'Draft this plan?'))) return
    await client.plans.approve({ project })
    show.start()
    await runOnce(session, project, settings, show.reached)
  }
  const closed = async (): Promise<void> => {
    await following
    if (!over.signal.aborted) throw new Error('a project was closed while it was at work')
  }
  try {
    await Promise.race([finish(), closed()])
    show.stop()
    lastPicture(show.last(), screen)
    return show.last()
  } finally {
    show.stop()
    over.abort()
    await following.catch(() => {})
  }
}
