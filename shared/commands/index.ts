import type { Command } from './command.ts'
import { rewriting } from './rewriting.ts'
import { summaries } from './summaries.ts'
import { writingOn } from './writing-on.ts'

/** Every command that comes with the app, as menus show them. The writer's own stand behind them. */
export const commands: readonly Command[] = [...writingOn, ...rewriting, ...summaries]
