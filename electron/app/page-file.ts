import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** One file of the page as it is sent. */
export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Whether a file is of a type that a page has. */
export const isPageFile = (name: string): boolean => types[extname(name)] !== undefined

/** Reads one file of the page. */
export const readPageFile = (folder: string, name: string): PageFile => ({
  bytes: new Uint8Array(readFileSync(join(folder, name))),
  type: types[extname(name)] ?? 'application/octet-stream',
})

/** The first of the places that holds a built page, told by its file `mark`. Throws `file-missing` where none does. */
export const builtPage = (places: readonly string[], mark: string): string => {
  const found = places.find((place) => existsSync(join(place, mark)))
  if (found !== undefined) return found
  throw new AppError('file-missing', 'The page of Longhand has not been built.', 'Run npm run build.')
}
