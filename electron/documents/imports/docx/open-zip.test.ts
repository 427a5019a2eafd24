import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openZip } from './open-zip.ts'

const most = 2 ** 20
const archive = (): Uint8Array =>
  zipSync({ 'a/b.xml': strToU8('hello '.repeat(100)), 'c.txt': [strToU8('x'), { level: 0 }] })

/** The archive with one of its numbers changed in the entry of `a/b.xml`, in its list at the end. */
const forged = (offset: number, value: number, bytes: 2 | 4): Uint8Array => {
  const file = archive()
  const view = new DataView(file.buffer)
  let at = 0
  while (view.getUint32(at, true) !== 0x02014b50) at += 1
  if (bytes === 2) view.setUint16(at + offset, value, true)
  else view.setUint32(at + offset, value, true)
  return file
}

test('reads files by name', () => {
  const zip = openZip(archive(), 'a.docx')
  expect(zip.names).toEqual(['a/b.xml', 'c.txt'])
  expect(new TextDecoder().decode(zip.read('a/b.xml', most) ?? undefined)).toBe('hello '.repeat(100))
  expect(new TextDecoder().decode(zip.read('c.txt', most) ?? undefined)).toBe('x')
  expect(zip.read('d', most)).toBeNull()
})

test.each([
  ['encrypted', forged(8, 1, 2), 'it is encrypted'],
  ['packed otherwise', forged(10, 99, 2), 'it is packed in a way that is not known'],
  ['another checksum', forged(16, 7, 4), 'it is damaged'],
  ['longer than it says', forged(24, 10, 4), 'it is damaged, or unpacks to more than it says'],
  ['shorter than it says', forged(24, 900, 4), 'it is damaged'],
  ['more than may be', forged(24, most + 1, 4), 'it unpacks to more than can be read'],
  ['beyond the end', forged(20, 100_000, 4), 'it is cut off'],
  ['somewhere else', forged(42, 5, 4), 'it is damaged'],
])('refuses what is %s', (_, bytes, why) => {
  expect(() => openZip(bytes, 'a.docx').read('a/b.xml', most)).toThrow(why)
})

test.each([
  ['nothing', new Uint8Array()],
  ['no archive', strToU8('hello')],
  ['half of one', archive().slice(0, 60)],
])('refuses %s', (_, bytes) => {
  expect(() => openZip(bytes, 'a.docx')).toThrow('it is cut off')
})

test('H25: a bomb is stopped at once, whatever it says of its size', () => {
  const gigabytes = 4 * 2 ** 30
  const packed = deflateRawSync(new Uint8Array(64 * 2 ** 20))
  const file = zipSync({ 'a/b.xml': new Uint8Array(packed.length) }, { level: 0 })
  const view = new DataView(file.buffer)
  const list = file.length - 22 - 46 - 'a/b.xml'.length
  file.set(packed, 30 + 'a/b.xml'.length)
  view.setUint16(list + 10, 8, true)
  const began = performance.now()
  for (const said of [1, most, gigabytes - 1]) {
    view.setUint32(list + 24, said, true)
    expect(() => openZip(file, 'a.docx').read('a/b.xml', most)).toThrow('unpacks to more')
  }
  expect(performance.now() - began).toBeLessThan(500)
})
