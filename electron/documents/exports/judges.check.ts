/**
 * Lets programs that others wrote judge the exports: xmllint, pandoc and LibreOffice read what was written and must find
 * every word of the plain text. Not part of the tests, since they must be installed; run this file with Node.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import { citedSources } from '../../../shared/citations.ts'
import { createCiter } from '../citations/create-citer.ts'
import { plainRuns } from '../citations/runs.ts'
import { readStyle } from '../citations/style.ts'
import { citationStyles } from '../citations/styles/index.ts'
import { testCitations, testItems } from '../citations/test-items.ts'
import { exportFormats } from './index.ts'
import { cited, longManuscript, tricky } from './test-manuscripts.ts'

/** Runs a program of a Debian package and gives its output; throws where it is missing or fails. */
const judge = (program: string, debianPackage: string, args: readonly string[]): string => {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  })
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Error(`${program} is missing: install Debian's package ${debianPackage}.`)
  }
  if (error || status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.slice(0, 2000)}`)
  return stdout
}

const wordLike =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+|\p{N}+/gu

/** Words as runs of letters or of digits, or single letters of Chinese and Japanese; link targets, which the plain text writes out, left out. */
const words = (text: string): ReadonlySet<string> =>
  new Set(text.replace(/<(?:https?|mailto):[^>\s]*>/g, ' ').match(wordLike))

const expectWords = (by: string, found: string, wanted: ReadonlySet<string>): void => {
  const held = words(found)
  const lost = [...wanted].filter((word) => !held.has(word))
  if (lost.length > 0)
    throw new Error(`${by} does not find ${String(lost.length)} words: ${lost.slice(0, 20).join(' ')}`)
  process.stdout.write(`${by}: all ${String(wanted.size)} words found\n`)
}

const judgeXml = (folder: string, docx: string): void => {
  const files = Object.entries(unzipSync(readFileSync(docx))).filter(([name]) => /\.(?:xml|rels)$/.test(name))
  const paths = files.map(([name, bytes]) => {
    const path = join(folder, name.replaceAll('/', '+'))
    writeFileSync(path, bytes)
    return path
  })
  judge('xmllint', 'libxml2-utils', ['--noout', '--nonet', ...paths])
  process.stdout.write(`xmllint: ${String(paths.length)} parts are well-formed\n`)
}

const judgeManuscript = async (folder: string, name: string, manuscript: Manuscript): Promise<void> => {
  process.stdout.write(`\n${name}\n`)
  mkdirSync(folder)
  const file = (extension: string): string => join(folder, `export.${extension}`)
  for (const format of exportFormats)
    writeFileSync(file(format.extension), await format.write(manuscript, {}))
  const text = readFileSync(file('txt'), 'utf8').replace('\nNotes\n-----\n', '')
  const wanted = words(text)
  const pandoc = (extension: string, from: string): string =>
    judge('pandoc', 'pandoc', ['--sandbox', '-s', '-f', from, '-t', 'plain', '--wrap=none', file(extension)])
  judgeXml(folder, file('docx'))
  expectWords('pandoc, DOCX', pandoc('docx', 'docx'), wanted)
  expectWords('pandoc, HTML', pandoc('html', 'html'), wanted)
  expectWords('pandoc, Markdown', pandoc('md', 'gfm-tex_math_dollars+footnotes'), wanted)
  judge('soffice', 'libreoffice-writer-nogui', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file('docx'),
  ])
  const pdf = judge('pdftotext', 'poppler-utils', ['-layout', file('pdf'), '-'])
  // On the page, letters under an override run backwards, and long words may be broken.
  const plain = [...words(text.replace(/\u202E[^\u202C]*\u202C/g, ''))].filter((word) =>
    /^[a-z]{3,12}$/i.test(word),
  )
  expectWords('LibreOffice, PDF', pdf, new Set(plain))
}

const different = (found: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.flatMap((each, at) => (found[at] === each ? [] : [`${each}\n  is given as\n  ${found[at] ?? ''}`]))

/** Has pandoc's own citeproc carry out a style of ours over the same sources, and compares every letter. */
const judgeStyle = (folder: string, { id, csl }: (typeof citationStyles)[number]): void => {
  const [style, sources, text] = ['style.csl', 'sources.json', 'text.md'].map((name) => join(folder, name))
  writeFileSync(style ?? '', csl)
  writeFileSync(sources ?? '', JSON.stringify([...testItems].map(([key, item]) => ({ id: key, ...item }))))
  writeFileSync(text ?? '', testCitations.map((each) => `[${each}]`).join('\n\n'))
  const plain = judge('pandoc', 'pandoc', [
    '--citeproc',
    '--csl',
    style ?? '',
    '--bibliography',
    sources ?? '',
    '-t',
    'plain',
    '--wrap=none',
    text ?? '',
  ])
  const keys = testCitations.flatMap((each) => citedSources(each).map(({ key }) => key))
  const citer = createCiter(readStyle(csl), 'en-US', testItems, keys)
  const made = [
    ...testCitations.map((each) => plainRuns(citer.cite(citedSources(each)))),
    ...citer.bibliography.map(({ runs }) => plainRuns(runs)),
  ]
  // Pandoc's plain text marks italics; ours are compared without.
  const faults = different(
    plain
      .replaceAll('_', '')
      .trim()
      .split(/\n{2,}/u),
    made,
  )
  if (faults.length > 0) throw new Error(`pandoc carries out ${id} otherwise:\n${faults.join('\n')}`)
  process.stdout.write(`pandoc, ${id}: ${String(made.length)} citations and entries alike\n`)
}

/** Markdown with its sources in front is enough for pandoc to set its citations; DOCX and HTML hold them set. */
const judgeCitations = async (folder: string): Promise<void> => {
  process.stdout.write('\nCitations\n')
  mkdirSync(folder)
  for (const style of citationStyles) judgeStyle(folder, style)
  const file = (extension: string): string => join(folder, `export.${extension}`)
  for (const format of exportFormats) writeFileSync(file(format.extension), await format.write(cited, {}))
  judgeXml(folder, file('docx'))
  writeFileSync(file('csl'), citationStyles[0].csl)
  const read = (from: string, ...more: readonly string[]): string =>
    judge('pandoc', 'pandoc', ['-f', from, '-t', 'plain', '--wrap=none', ...more])
  const all: readonly (readonly [by: string, found: string])[] = [
    ['Markdown', read('markdown', '--citeproc', '--csl', file('csl'), file('md'))],
    ['DOCX', read('docx', file('docx'))],
    ['HTML', read('html', file('html'))],
  ]
  const wanted = [
    '(Ek 2020, 3)',
    '(Ahn 2021, chap. 2)',
    'Ek, Bo. 2020. “How silt rises.” https://doi.org/10.1000/silt',
  ]
  for (const [by, found] of all) {
    const lost = wanted.filter((each) => !found.includes(each))
    if (lost.length > 0) throw new Error(`pandoc, ${by}, does not find: ${lost.join(' | ')}\n${found}`)
    process.stdout.write(`pandoc, ${by}: citations and their sources found\n`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'longhand-judges-'))
try {
  await judgeCitations(join(folder, 'citations'))
  await judgeManuscript(join(folder, 'traps'), 'A manuscript full of traps', tricky)
  await judgeManuscript(join(folder, 'novel'), 'A novel of 20,000 words', longManuscript(20_000))
  await judgeManuscript(join(folder, 'report'), 'A report of 8,000 words', longManuscript(8000, 'report'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
