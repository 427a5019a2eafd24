import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { retryAfterMs } from '../../providers/retry-after.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { isWhole } from './check-file.ts'
import { needRoom, noRoom } from './disk-room.ts'
import { markFile } from './file-mark.ts'
import type { Machine } from './machine.ts'
import { openRange, type Range } from './open-range.ts'
import { readAhead } from './read-ahead.ts'
import { arrived, begun, discard, namesOf, note, setAside, settle } from './partial-file.ts'

/** What a download needs from where it runs. */
export type DownloadPorts = Machine & {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly random: () => number
  /** Milliseconds without a byte after which a connection counts as broken. */
  readonly stallMs?: number
}

/** One file to be fetched, and who hears how it goes. */
export type Job = {
  readonly path: string
  readonly source: Pick<CatalogueEntry, 'name' | 'url' | 'bytes' | 'sha256'>
  readonly ports: DownloadPorts
  readonly signal: AbortSignal
  readonly onBytes: (received: number) => void
  readonly onChecking: () => void
}

const usualStall = 30_000

/** Broken connections in a row, with less than a hundredth of the file between them, after which it is given up. */
const mostBroken = 5

const longestWait = 120_000

/** Bytes between two looks at the room on the disk. */
const lookEvery = 64 * 2 ** 20

/** A connection that came to nothing, or not to the end; another may. */
type Broken = { readonly because: string; readonly afterMs?: number }

const hostOf = ({ source }: Job): string => new URL(source.url).host

const changed = (job: Job): AppError =>
  new AppError(
    'model-not-found',
    `The file that ${hostOf(job)} has for ${job.source.name} is not the one of the catalogue any more; it was not fetched.`,
    'Choose another model, or add a file of your own.',
  )

const refused = (job: Job, status: number): AppError =>
  new AppError(
    'model-not-found',
    `${hostOf(job)} does not give the file of ${job.source.name} (${status}).`,
    'Choose another model, or fetch the file with a browser and add it here.',
  )

const strong = (etag: string | null): string | null => (etag?.startsWith('"') ? etag : null)

/** Whether a part that was sent is of the version and the place that were meant. Throws where it is of another file. */
const isMeant = (job: Job, range: Range, headers: Headers): boolean => {
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/u.exec(headers.get('content-range') ?? '') ?? []
  // A star is a server's word for not knowing how long the whole is.
  if (total !== undefined && total !== '*' && Number(total) !== job.source.bytes) throw changed(job)
  const etag = strong(headers.get('etag'))
  const isSame = range.etag === undefined || etag === null || etag === range.etag
  return isSame && Number(from) === range.from
}

/** A status after which another try may help. Throws for any other. */
const passing = (job: Job, { status, headers }: Response): Broken => {
  if (status !== 408 && status !== 429 && status < 500) throw refused(job, status)
  const afterMs = retryAfterMs(Object.fromEntries(headers), job.ports.now())
  return { because: `it answers ${status}`, ...(afterMs !== null && { afterMs }) }
}

/** The byte from which on a reply goes on with a file; broken where it has to be asked for anew. */
const placeOf = async (job: Job, range: Range, response: Response): Promise<number | Broken> => {
  const { path, source } = job
  const { status, headers } = response
  if (status === 200) {
    const length = headers.get('content-length')
    if (length !== null && Number(length) !== source.bytes) throw changed(job)
    await note(path, source.sha256, strong(headers.get('etag')))
    return 0
  }
  if (status === 206 && isMeant(job, range, headers)) return range.from
  if (status !== 206 && status !== 416) return passing(job, response)
  await discard(path)
  return { because: 'what had arrived is of another version of the file' }
}

const store = async (
  job: Job,
  pieces: AsyncIterable<Uint8Array>,
  from: number,
  heard: () => void,
): Promise<void> => {
  const { path, source, ports, onBytes } = job
  const file = await open(namesOf(path).part, from === 0 ? 'w' : 'r+')
  let [at, looked] = [from, from]
  try {
    for await (const piece of pieces) {
      if (at + piece.length > source.bytes) throw changed(job)
      // Each piece is down before the next is waited for: a connection that breaks loses none.
      for (let put = 0; put < piece.length;) {
        put += (await file.write(piece, put, piece.length - put, at + put)).bytesWritten
      }
      at += piece.length
      heard()
      onBytes(at)
      if (at - looked < lookEvery) continue
      looked = at
      await needRoom(ports, dirname(path), source.bytes - at)
    }
  } finally {
    await file.close()
  }
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const brokenBy = (error: unknown): Broken => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return { because: cause instanceof Error ? cause.message : String(cause) }
}

/** One connection: null when all of the file has arrived. */
const fetchOnce = async (job: Job): Promise<Broken | null> => {
  const { path, source, ports, signal } = job
  const range = await begun(path, source.sha256)
  if (range.from === source.bytes) return null
  const over = new AbortController()
  const timer = setTimeout(
    () => over.abort(new Error('it sends nothing any more')),
    ports.stallMs ?? usualStall,
  )
  try {
    const response = await openRange(ports.fetch, source.url, range, AbortSignal.any([signal, over.signal]))
    if (!response.body) return { because: 'it sends nothing' }
    const pieces = readAhead(response.body)
    const place = await placeOf(job, range, response)
    if (typeof place !== 'number') return place
    await store(job, pieces, place, () => timer.refresh())
    return (await arrived(path)) === source.bytes ? null : { because: 'it broke off' }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof AppError) throw error
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) {
      const folder = dirname(path)
      throw noRoom(folder, source.bytes - (await arrived(path)), await ports.freeBytes(folder), error)
    }
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'EIO')) {
      throw new AppError('file-unwritable', `${path} cannot be written.`, 'Look at its folder.', error)
    }
    return brokenBy(error)
  } finally {
    clearTimeout(timer)
    over.abort()
  }
}

const waitOf = ({ afterMs }: Broken, tries: number, random: () => number): number =>
  Math.min(longestWait, Math.max(afterMs ?? 0, 1_000 * 2 ** (tries - 1) * (0.5 + random() / 2)))

const fetchAll = async (job: Job): Promise<void> => {
  const { path, source, ports, signal } = job
  let [tries, most] = [0, await arrived(path)]
  for (let broken = await fetchOnce(job); broken; broken = await fetchOnce(job)) {
    const received = await arrived(path)
    tries = received >= most + source.bytes / 100 ? 1 : tries + 1
    most = Math.max(most, received)
    if (tries > mostBroken) {
      const sentence = `The connection to ${hostOf(job)} breaks again and again (${broken.because}); what has arrived is kept.`
      throw new AppError('model-unreachable', sentence, 'Look at the network, then go on.')
    }
    await ports.sleep(waitOf(broken, tries, ports.random), signal)
    signal.throwIfAborted()
  }
}

/**
 * Fetches a file to `path`, through a `.part` beside it that a later call goes on with, and puts it there once its checksum
 * is right. A broken connection is taken up again, within bounds. Throws `AppError`, or the reason of the signal; what has
 * arrived is kept either way, save where it is not the file that was meant, which is set aside.
 */
export const downloadFile = async (job: Job): Promise<void> => {
  const { path, source, signal } = job
  await fetchAll(job)
  job.onChecking()
  if (await isWhole(namesOf(path).part, source.sha256, signal)) {
    await settle(path)
    return markFile(path, source.sha256, true)
  }
  await setAside(path)
  throw new AppError(
    'file-unreadable',
    `What came for ${source.name} is not the file that was meant: its checksum differs. It was set aside and is not used.`,
    'Download it again; if that does not help, choose another model.',
  )
}
