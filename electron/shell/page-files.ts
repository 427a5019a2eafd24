import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { builtPage, isPageFile, readPageFile, type PageFile } from '../app/page-file.ts'

/** Every file of the page by the path under which it is asked for; the page itself is `/`. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** Where the built page lies: beside the bundle of the main process, or for the sources in the folder of all builds. */
export const pageFolder = (): string =>
  builtPage(
    ['page', '../../out/web'].map((place) => join(import.meta.dirname, place)),
    'index.html',
  )

/** Reads the page once, at the start: from then on no request reaches the disk. Only files of known types are listed. */
export const readPage = (folder: string): PageFiles => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPageFile)
  return new Map(
    names.map((name) => [
      name === 'index.html' ? '/' : `/${name.replaceAll('\\', '/')}`,
      readPageFile(folder, name),
    ]),
  )
}
