import type { ModelRequest, Role } from '../../shared/model.ts'
import type { Price } from '../../shared/price.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Fault, Run } from '../../shared/records.ts'
import type { OpenProject } from '../project/project.ts'
import type { Model } from '../providers/provider.ts'
import type { Caps, Reserved } from './caps.ts'
import type { Embedding } from './nearest-passages.ts'
import type { Turn } from './turns.ts'
import type { WarmUp } from './warm-up.ts'

/**
 * A model by its full id, with its price, how many tokens it reads and writes at once, and how many it may think besides
 * each reply, where that is known.
 */
export type NamedModel = {
  readonly name: string
  readonly model: Model
  readonly price?: Price
  readonly context?: number
  readonly room?: number
}

/** Who plays which role: the first is asked; the others, in order, where an endpoint fails. Never empty. */
export type Casting = Readonly<Record<Role, readonly NamedModel[]>>

/** One model in every role. */
export const everyRole = (model: NamedModel): Casting => ({
  planner: [model],
  writer: [model],
  reviewer: [model],
})

/** What every verb of the loop works with. */
export type Loop = {
  readonly project: OpenProject
  readonly models: Casting
  /** Models whose endpoint failed while another went on in their place, and from when (ms since 1970) they are asked again. */
  readonly resting: Map<NamedModel, number>
  readonly run: Run['id']
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  readonly caps: Caps
  /** Finds passages by what they are about; without it they are found by their words alone, and nothing is asked. */
  readonly embedding?: Embedding
  /** `writer`: the work in hand is what the writer waits for. */
  readonly priority?: ModelRequest['priority']
  readonly warmUp: WarmUp
  readonly turn: Turn
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly signal: AbortSignal
}

/**
 * Why a verb could not go on, through no fault of its section: the writer stopped the run, the endpoint failed
 * (`retryAt`: ms since 1970 from when it may answer again), or the cap is reached.
 */
export type Pause =
  | { readonly why: 'stopped' }
  | { readonly why: 'endpoint'; readonly fault: Fault; readonly retryAt?: number }
  | { readonly why: 'cap'; readonly fault: Fault; readonly reserved: Reserved }

/** A verb ends with its step saved (null), or with the reason why it could not. */
export type Verb<Matter> = (loop: Loop, matter: Matter) => Promise<Pause | null>

/** The state as it is now. */
export const now = ({ project }: Loop): ProjectState => project.state()
