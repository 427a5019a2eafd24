// Takes a picture of every panel into docs/screens, in both themes, and of the first panels in both sizes; with
// --only NAME of that scene alone.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { chromiumFlags, ensureChromium } from './chromium.mjs'
import { modernNode, root } from './runtime.mjs'
import { desktop, laptop, large, scenes } from './scenes.mjs'
import { buildWhatIsStale, terminalBundle } from './terminal-bundle.mjs'
import { buildPageIfStale } from './web-page.mjs'

const themes = /** @type {const} */ (['light', 'dark'])

/** Milliseconds between the chunks of the practice model: slow enough to be photographed. */
const pace = '60'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** @typedef {{ readonly width: number, readonly height: number, readonly size: number, readonly bytes: Buffer }} Pixels */

/** The chunks of a PNG. @param {Buffer} png */
function* chunksOf(png) {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    yield { type, data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/** @param {number} left @param {number} up @param {number} corner */
const paeth = (left, up, corner) => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** What each of PNG's five filters foretells of a byte. */
const foretold = /** @type {readonly ((left: number, up: number, corner: number) => number)[]} */ ([
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
])

/** A picture as a browser makes it, 8 bits a channel, as bytes without filters. @param {Buffer} png @returns {Pixels} */
function pixelsOf(png) {
  const chunks = [...chunksOf(png)]
  const header = chunks[0]?.data ?? Buffer.alloc(13)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const size = header[9] === 6 ? 4 : 3
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const lines = inflateSync(packed)
  const row = width * size
  const bytes = Buffer.alloc(row * height)
  /** @param {number} x @param {number} y */
  const at = (x, y) => (x < 0 || y < 0 ? 0 : (bytes[y * row + x] ?? 0))
  for (let y = 0; y < height; y += 1) {
    const line = lines.subarray(y * (row + 1), (y + 1) * (row + 1))
    const tell = foretold[line[0] ?? 0] ?? paeth
    for (let x = 0; x < row; x += 1) {
      const [left, up, corner] = [at(x - size, y), at(x, y - 1), at(x - size, y - 1)]
      bytes[y * row + x] = (line[x + 1] ?? 0) + tell(left, up, corner)
    }
  }
  return { width, height, size, bytes }
}

/** @param {number} a @param {number} b */
const distance = (a, b) =>
  [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0)

/**
 * The 256 colours that stand for a picture, and the nearest of them for each pixel: first the most frequent one of each
 * hue, so that a small mark keeps its own, then whatever is frequent.
 * @param {Pixels} pixels
 */
function paletteOf({ width, height, size, bytes }) {
  const colours = Uint32Array.from({ length: width * height }, (_, i) => bytes.readUIntBE(i * size, 3))
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const frequent = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour)
  /** @type {Map<number, number>} */
  const hues = new Map()
  for (const colour of frequent) {
    if (!hues.has(colour & 0xe0e0e0)) hues.set(colour & 0xe0e0e0, colour)
  }
  const palette = [...new Set([...[...hues.values()].slice(0, 128), ...frequent])].slice(0, 256)
  const nearest = new Map(palette.map((colour, i) => [colour, i]))
  for (const colour of counts.keys()) {
    if (nearest.has(colour)) continue
    const gaps = palette.map((each) => distance(each, colour))
    nearest.set(colour, gaps.indexOf(Math.min(...gaps)))
  }
  return { palette, places: Uint8Array.from(colours, (colour) => nearest.get(colour) ?? 0) }
}

/** @param {string} type @param {Buffer} data */
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The same picture in at most 256 colours: a third of the size, and no difference to the eye. @param {Buffer} png */
function small(png) {
  const pixels = pixelsOf(png)
  const { width, height } = pixels
  const { palette, places } = paletteOf(pixels)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    lines.set(places.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const {
  values: { only },
  positionals: [folder = join(root, 'docs/screens')],
} = parseArgs({ options: { only: { type: 'string', multiple: true } }, allowPositionals: true })
const wanted = new Set(scenes.filter(({ name }) => only?.includes(name) ?? true))
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) if (!only && name.endsWith('.png')) rmSync(join(folder, name))

const node = modernNode() ?? process.execPath
buildWhatIsStale(node)
buildPageIfStale(node)

const home = mkdtempSync(join(tmpdir(), 'longhand-screens-'))
const host = spawn(node, ['--disable-warning=ExperimentalWarning', terminalBundle, 'serve', '--port', '0'], {
  env: { ...process.env, LONGHAND_HOME: home, HOME: home, LONGHAND_PLACES: '', LONGHAND_PRACTICE_PACE: pace },
  stdio: ['ignore', 'pipe', 'inherit'],
})

/** Where it listens; said in its first line. */
const address = (async () => {
  for await (const line of createInterface(host.stdout)) {
    const [found] = /http:\S+/u.exec(line) ?? []
    if (found !== undefined) return found
  }
  throw new Error('The host ended before it said its address.')
})()

async function endHost() {
  if (host.exitCode !== null || host.signalCode !== null) return
  const over = new Promise((resolve) => host.once('close', resolve))
  host.kill('SIGKILL')
  await over
}

/** @param {import('playwright-core').Page} page @param {string} name */
async function take(page, name) {
  await page.mouse.move(0, 0)
  for (const size of large.has(name) ? [laptop, desktop] : [laptop]) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await page.waitForTimeout(200)
      const png = await page.screenshot({ caret: 'initial' })
      writeFileSync(join(folder, `${name}-${size.width}-${theme}.png`), small(png))
    }
  }
  await page.setViewportSize(laptop)
  await page.emulateMedia({ colorScheme: 'light' })
}

const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags })
try {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: laptop })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(await address)
  for (const scene of scenes.slice(0, scenes.findLastIndex((each) => wanted.has(each)) + 1)) {
    await scene.go(page, endHost)
    if (wanted.has(scene)) await take(page, scene.name)
  }
} finally {
  await browser.close()
  await endHost()
  rmSync(home, { recursive: true, force: true })
}
