// Draws assets/icon.svg, by hand when it has changed, in the sizes and formats that the three systems want.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumFlags, ensureChromium } from './chromium.mjs'
import { root } from './runtime.mjs'

const assets = join(root, 'assets')
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024]

/** Apple's names for the sizes that hold a PNG. */
const appleTypes = /** @type {const} */ ({
  32: 'ic11',
  64: 'ic12',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
})

/** @typedef {ReadonlyMap<number, Buffer>} Pictures a PNG for each size */

async function draw() {
  const svg = readFileSync(join(assets, 'icon.svg')).toString('base64')
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags })
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(
      `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
    )
    await page.locator('img').evaluate((/** @type {HTMLImageElement} */ img) => img.decode())
    pictures.set(size, await page.screenshot({ omitBackground: true }))
    await page.close()
  }
  await browser.close()
  return pictures
}

/** A Windows icon: a table of the pictures, then the pictures. */
function ico(/** @type {Pictures} */ pictures) {
  const held = [...pictures].filter(([size]) => size <= 256)
  const head = Buffer.alloc(6 + 16 * held.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(held.length, 4)
  let offset = head.length
  for (const [at, [size, png]] of held.entries()) {
    const entry = 6 + 16 * at
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...held.map(([, png]) => png)])
}

/** A macOS icon: each picture behind its type and length. */
function icns(/** @type {Pictures} */ pictures) {
  const block = (/** @type {string} */ type, /** @type {Buffer} */ body) => {
    const head = Buffer.from(`${type}0000`, 'latin1')
    head.writeUInt32BE(8 + body.length, 4)
    return Buffer.concat([head, body])
  }
  const blocks = Object.entries(appleTypes).map(([size, type]) =>
    block(type, pictures.get(Number(size)) ?? Buffer.alloc(0)),
  )
  return block('icns', Buffer.concat(blocks))
}

const pictures = await draw()
mkdirSync(join(assets, 'icons'), { recursive: true })
for (const [size, png] of pictures) {
  if (size <= 512) writeFileSync(join(assets, 'icons', `${size}x${size}.png`), png)
}
writeFileSync(join(assets, 'icon.ico'), ico(pictures))
writeFileSync(join(assets, 'icon.icns'), icns(pictures))
