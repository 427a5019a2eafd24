import type { Layout } from '../layout.ts'

type HeadingFace = {
  readonly size: number
  readonly before: number
  readonly after: number
  readonly centred: boolean
}

/** What the styles of a layout are made from: spaces in twips, sizes in half points. */
export type Face = {
  readonly body: string
  readonly heading: string
  readonly ink: string
  readonly size: number
  readonly line: number
  readonly after: number
  readonly firstLine: number
  readonly title: HeadingFace
  readonly headings: readonly [HeadingFace, HeadingFace, HeadingFace, HeadingFace, HeadingFace]
}

const heading = (size: number, before: number, after: number, centred = false): HeadingFace => ({
  size,
  before,
  after,
  centred,
})

/**
 * `novel` is the manuscript that editors are used to: Times New Roman 12, double-spaced, half an inch of indent, the
 * title a third down its own page, chapters beginning low on theirs.
 */
export const faces = {
  novel: {
    body: 'Times New Roman',
    heading: 'Times New Roman',
    ink: '000000',
    size: 24,
    line: 480,
    after: 0,
    firstLine: 720,
    title: heading(40, 4200, 480, true),
    headings: [
      heading(30, 1900, 720, true),
      heading(26, 480, 360, true),
      heading(24, 360, 240),
      heading(24, 240, 120),
      heading(24, 240, 120),
    ],
  },
  report: {
    body: 'Calibri',
    heading: 'Calibri',
    ink: '1F1E1B',
    size: 22,
    line: 276,
    after: 140,
    firstLine: 0,
    title: heading(52, 240, 360),
    headings: [
      heading(34, 480, 160),
      heading(28, 360, 120),
      heading(24, 280, 100),
      heading(22, 240, 80),
      heading(22, 240, 80),
    ],
  },
} as const satisfies Record<Layout, Face>
