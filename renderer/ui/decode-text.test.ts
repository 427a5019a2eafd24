import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const utf8 = (text: string): readonly number[] => [...new TextEncoder().encode(text)]

test.each([
  ['plain', utf8('Salt'), 'Salt'],
  ['UTF-8', utf8('Gdańsk, “naïve”, 灯塔'), 'Gdańsk, “naïve”, 灯塔'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('é')], 'é'],
  ['UTF-16, small end first', [0xff, 0xfe, 0x48, 0, 0xe9, 0], 'Hé'],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x48, 0, 0xe9], 'Hé'],
  ['Windows-1252', [0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x94], 'Café “€”'],
  ['nothing', [], ''],
] as const)('%s', (_, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text)
})
