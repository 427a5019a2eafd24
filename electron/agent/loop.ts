import type { Role } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Fault, Run } from '../../shared/records.ts'
import type { OpenProject } from '../project/project.ts'
import type { Model } from '../providers/provider.ts'

/** What every verb of the loop works with. */
export type Loop = {
  readonly project: OpenProject
  readonly models: Readonly<Record<Role, Model>>
  readonly modelName: string
  readonly run: Run['id']
  readonly maxTokens: number | null
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
  | { readonly why: 'cap'; readonly fault: Fault; readonly reserved: number }

/** A verb ends with its step saved (null), or with the reason why it could not. */
export type Verb<Matter> = (loop: Loop, matter: Matter) => Promise<Pause | null>

/** The state as it is now. */
export const now = ({ project }: Loop): ProjectState => project.state()
