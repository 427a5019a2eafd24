import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'

/** One file of the page as it is sent. */
export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** The page, and its files by the path under which each is asked for. */
export type PageFiles = { readonly page: PageFile; readonly files: ReadonlyMap<string, PageFile> }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const names = z.array(z.string()).readonly()
const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: names.exactOptional(), assets: names.exactOptional() }),
)

/** Where the built page lies: beside the terminal bundle, or for the sources in the folder of all builds. */
export const pageFolder = (): string => {
  const places = ['../web', '../../../out/web'].map((place) => join(import.meta.dirname, place))
  const found = places.find((place) => existsSync(join(place, 'manifest.json')))
  if (found !== undefined) return found
  throw new AppError('file-missing', 'The page of Longhand has not been built.', 'Run npm run build.')
}

const read = (folder: string, name: string): PageFile => ({
  bytes: new Uint8Array(readFileSync(join(folder, name))),
  type: types[extname(name)] ?? 'application/octet-stream',
})

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
    page: read(folder, 'index.html'),
    files: new Map([...all].map((name) => [`/${name}`, read(folder, name)])),
  }
}
