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
import { exportFormats } from './index.ts'
import { longManuscript, tricky } from './test-manuscripts.ts'

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

const folder = mkdtempSync(join(tmpdir(), 'longhand-judges-'))
try {
  await judgeManuscript(join(folder, 'traps'), 'A manuscript full of traps', tricky)
  await judgeManuscript(join(folder, 'novel'), 'A novel of 20,000 words', longManuscript(20_000))
  await judgeManuscript(join(folder, 'report'), 'A report of 8,000 words', longManuscript(8000, 'report'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
