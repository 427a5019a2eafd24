import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { builtPage, readPageFile, type PageFile } from '../../app/page-file.ts'

/** The page, and its files by the path under which each is asked for. */
export type PageFiles = { readonly page: PageFile; readonly files: ReadonlyMap<string, PageFile> }

const names = z.array(z.string()).readonly()
const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: names.exactOptional(), assets: names.exactOptional() }),
)

/** Where the built page lies: beside the terminal bundle, or for the sources in the folder of all builds. */
export const pageFolder = (): string =>
  builtPage(
    ['../web', '../../../out/web'].map((place) => join(import.meta.dirname, place)),
    'manifest.json',
  )

/**
 * Reads all that the build's manifest names, and nothing else; from then on no request reaches the disk, and a new
 * build does not disturb a page that is open.
 */
export const readPage = (folder: string): PageFiles => {
  const entries = Object.values(
    manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))),
  )
  const all = new Set(entries.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]))
  return {
    page: readPageFile(folder, 'index.html'),
    files: new Map([...all].map((name) => [`/${name}`, readPageFile(folder, name)])),
  }
}
