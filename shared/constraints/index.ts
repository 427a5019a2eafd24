import { avoids } from './avoids.ts'
import { length } from './length.ts'
import { mentions } from './mentions.ts'
import { rule } from './rule.ts'

/** Every kind of constraint. A new kind is one file and one line here. */
export const constraintKinds = [length, mentions, avoids, rule] as const
