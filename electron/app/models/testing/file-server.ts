import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import type { CatalogueEntry } from '../catalogue.ts'

/** What the server does with its n-th request (from 1), where it is not to answer well. */
export type Plays = (n: number, request: IncomingMessage, response: ServerResponse) => boolean

/** Bytes that a test file has: GGUF by its first letters, and no two pieces alike. */
export const fileOf = (size: number): Buffer => {
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 7 + (at >> 8)) % 251
  bytes.write('GGUF', 0, 'latin1')
  return bytes
}

/** An entry of a catalogue for a file at an address. */
export const entryFor = (bytes: Buffer, url: string, over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 'small',
  name: 'Small',
  about: 'Small and quick.',
  file: 'small.gguf',
  url,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  licence: 'MIT',
  contextSize: 8192,
  contextBytes: 1,
  thinks: false,
  ...over,
})

/** Answers a request for a file well, with ranges; `until` cuts the connection at that byte of the file. */
export const serveFile = (
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  { etag = '"one"', until = bytes.length }: { readonly etag?: string; readonly until?: number } = {},
): void => {
  const { range } = request.headers
  const isSame = [undefined, etag].includes(request.headers['if-range']?.toString())
  const from = range !== undefined && isSame ? Number(/^bytes=(\d+)-$/u.exec(range)?.[1]) : 0
  response.writeHead(from > 0 ? 206 : 200, {
    etag,
    'content-length': bytes.length - from,
    ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  })
  if (until >= bytes.length) return void response.end(bytes.subarray(from))
  response.write(bytes.subarray(from, Math.max(from, until)), () => response.destroy())
}

/** A server of one file, and the ranges it was asked for; it goes when the test has ended. */
export const fileServer = async (bytes: Buffer, plays: Plays = () => false) => {
  const ranges: (string | null)[] = []
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? null)
    if (!plays(ranges.length, request, response)) serveFile(request, response, bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = Object(server.address()) as { readonly port: number }
  return { url: `http://127.0.0.1:${port}/small.gguf`, ranges }
}
