import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import type { ExportFormat } from './export-format.ts'
import { exportFormats } from './index.ts'
import { longManuscript, manuscriptOf, part, tricky } from './test-manuscripts.ts'

const formats: readonly ExportFormat[] = exportFormats

const unescaped = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|#x3C);/g, '<')
    .replace(/&(?:gt|#x3E);/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;|&#x26;/g, '&')

const readers: Record<string, (bytes: Uint8Array) => string> = {
  md: (bytes) => strFromU8(bytes).replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  txt: strFromU8,
  html: (bytes) => unescaped(strFromU8(bytes).replace(/^[^]*<\/style>/, '')),
  docx: (bytes) =>
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.startsWith('word/'))
      .map(([, xml]) => unescaped(strFromU8(xml)).replace(/_Toc\d+/g, ''))
      .join('\n'),
}

const read = async (format: ExportFormat, manuscript: Manuscript): Promise<string> => {
  const reader = readers[format.extension]
  if (!reader)
    throw new Error(`Add a reader for .${format.extension}: how else would its words be found again?`)
  return reader(await format.write(manuscript, {}))
}

const words = `Lead|nul|esc|\uFFFDhalf|\u202Ebidi\u202C|\u2028separator|]]>cdata|feed|<b>rawhtml</b>
<script>rawscript()</script>|unsafe|tabbed|local|described|kept|ann@example.org|\\input{rawlatex}|$$math$$
{{template}}|@include(raw.yaml)|https://example.org/definition|piped|bar|coded|celllink|cellnote|ordered|nested|deeper
quoteinlist|codeinlist|seventh|quoted|both|struck|inline|quotedtable|quotedcell|Setext|Jumping|Twice|[@key, p. 3]
[^nowhere]|Hard|Firstnote|notelink|inner|Secondparagraph|noteitem|Orphannote|Duplicatenote|openfence <!--
Untitled section|Thirdnote|Very deep|Low|after|Part **one** <i>&</i> [^1]|1. Traps|three hundred|概要と 结论|改善|שלום
123|\uFFFD]]> <script>`.split(/[|\n]/)

/** Nothing an export holds may look like these: what runs, what is fetched, what files cannot hold. */
const forbidden = /javascript:|vbscript:auto\)|\(file:|tracker\.example|\u0000|\u001B|\u0007|\u000C/

test('formats have ids and extensions of their own', () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length)
  expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length)
})

describe.each(formats)('$id', (format) => {
  test('keeps every word of a manuscript full of traps', async () => {
    const text = await read(format, tricky)
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })

  test('lets nothing through that runs or is fetched', async () => {
    const bytes = await format.write(tricky, {})
    const parts = format.extension === 'docx' ? Object.values(unzipSync(bytes)) : [bytes]
    expect(parts.map((xml) => forbidden.exec(strFromU8(xml))?.[0])).toEqual(parts.map(() => undefined))
  })

  test('writes the same text again, and leaves the manuscript alone', async () => {
    const before = structuredClone(tricky)
    expect(await read(format, tricky)).toBe(await read(format, tricky))
    expect(tricky).toEqual(before)
  })

  test.each([
    ['nothing at all', manuscriptOf([], { title: '', form: '', language: '' }), 'Untitled'],
    ['only headings', manuscriptOf([part('One', ''), part('Two', '  \n\n')]), 'Two'],
    [
      'one paragraph of 200,000 characters',
      manuscriptOf([part('Long', 'x'.repeat(200_000))]),
      'x'.repeat(200_000),
    ],
    ['quotes 2,000 deep', manuscriptOf([part('Deep', `${'>'.repeat(2000)} bottom`)]), 'bottom'],
    ['lists 500 deep', manuscriptOf([part('Deep', `${'- '.repeat(500)}bottom`)]), 'bottom'],
    [
      'a table of 200 columns',
      manuscriptOf([part('Wide', `${'a|'.repeat(200)}\n${'-|'.repeat(200)}\n${'b|'.repeat(199)}last|`)]),
      'last',
    ],
  ])('writes %s', async (_, manuscript, word) => {
    expect(await read(format, manuscript)).toContain(word)
  })

  test('writes 100,000 words within four seconds', async () => {
    const manuscript = longManuscript(100_000)
    const began = performance.now()
    await format.write(manuscript, {})
    expect(performance.now() - began).toBeLessThan(4000)
  })
})
