import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** One file of the page as it is sent. */
export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** Every file of the page by the path under which it is asked for; the page itself is `/`. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Where the built page lies: beside the bundle of the main process, or for the sources in the folder of all builds. */
export const pageFolder = (): string => {
  const places = ['page', '../../out/web'].map((place) => join(import.meta.dirname, place))
  const found = places.find((place) => existsSync(join(place, 'index.html')))
  if (found !== undefined) return found
  throw new AppError('file-missing', 'The page of Longhand has not been built.', 'Run npm run build.')
}

/** Reads the page once, at the start: from then on no request reaches the disk. Only files of known types are listed. */
export const readPage = (folder: string): PageFiles => {
  const listed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const type = types[extname(name)]
    if (type === undefined) return []
    const path = name === 'index.html' ? '/' : `/${name.replaceAll('\\', '/')}`
    return [[path, { bytes: new Uint8Array(readFileSync(join(folder, name))), type }] as const]
  })
  return new Map(listed)
}
