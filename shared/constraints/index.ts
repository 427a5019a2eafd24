import { avoids } from './avoids.ts'
import { cites } from './cites.ts'
import { closing } from './closing.ts'
import { language } from './language.ts'
import { length } from './length.ts'
import { mentions } from './mentions.ts'
import { opening } from './opening.ts'
import { pattern } from './pattern.ts'
import { repeats } from './repeats.ts'
import { rule } from './rule.ts'
import { voice } from './voice.ts'

/** Every kind of constraint. A new kind is one file and one line here. */
export const constraintKinds = [
  length,
  mentions,
  avoids,
  repeats,
  pattern,
  opening,
  closing,
  voice,
  language,
  cites,
  rule,
] as const
