import { AlignmentType, LevelFormat } from 'docx'
import { listStep } from './place.ts'
import { numberingName, type Press } from './press.ts'

const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const bullets = ['•', '◦', '▪'] as const
const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const

const levelStyle = (level: number) => ({
  paragraph: { indent: { left: (level + 1) * listStep, hanging: listStep } },
})

const bulletLevels = depths.map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: bullets[level % bullets.length] ?? '•',
  alignment: AlignmentType.LEFT,
  style: levelStyle(level),
}))

const numberLevels = (start: number) =>
  depths.map((level) => ({
    level,
    start,
    format: formats[level % formats.length] ?? LevelFormat.DECIMAL,
    text: `%${String(level + 1)}.`,
    alignment: AlignmentType.LEFT,
    style: levelStyle(level),
  }))

/** The numberings that the lists of a document follow: bullets, and numbers from each start in use. */
export const numberingFor = (press: Press) => [
  { reference: numberingName(null), levels: bulletLevels },
  ...press.starts().map((start) => ({ reference: numberingName(start), levels: numberLevels(start) })),
]
