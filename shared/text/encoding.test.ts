import { expect, test } from 'vitest'
import { decodeBytes, type Decode } from './encoding.ts'

const decode: Decode = (bytes, encoding, strict) => {
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return null
  }
}

const read = (hex: string) =>
  decodeBytes(Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex')), decode)
const hexOf = (text: string, encoding: BufferEncoding = 'utf8'): string =>
  Buffer.from(text, encoding).toString('hex')

const japanese = '灯台の光は、霧の夜にも船を導いた。「まだ見えるか」と彼は言った。'
const western = 'Café “naïve” – Gdansk’s où Übung, l’été à Nîmes'

test.each([
  ['nothing', '', '', 'utf-8'],
  ['ASCII', hexOf('Salt'), 'Salt', 'utf-8'],
  ['UTF-8', hexOf('Gdańsk, 灯塔'), 'Gdańsk, 灯塔', 'utf-8'],
  ['UTF-8 with a mark', `efbbbf${hexOf('é')}`, 'é', 'utf-8'],
  ['UTF-16, small end first', 'fffe 4800 e900', 'Hé', 'utf-16le'],
  ['UTF-16, big end first', 'feff 0048 00e9', 'Hé', 'utf-16be'],
  ['UTF-16 without a mark', hexOf('The ferry sails.', 'utf16le'), 'The ferry sails.', 'utf-16le'],
  [
    'Shift-JIS',
    '939491e482cc8cf582cd814196b682cc96e982c982e0914482f093b182a282bd8142817582dc82be8ca982a682e982a9817682c694de82cd8cbe82c182bd8142',
    japanese,
    'shift_jis',
  ],
  [
    'EUC-JP',
    'c5f4c2e6a4ceb8f7a4cfa1a2ccb8a4cecceba4cba4e2c1a5a4f2c6b3a4a4a4bfa1a3a1d6a4dea4c0b8aba4a8a4eba4aba1d7a4c8c8e0a4cfb8c0a4c3a4bfa1a3',
    japanese,
    'euc-jp',
  ],
  [
    'GB 18030',
    'b5c6cbfeb5c4b9e2d4daceedd2b9c0efd2b2ceaab4acd6bbd6b8c2b7a1a3cbfbcbb5a3baa1b0bbb9bfb4b5c3bcfbc2f0a3bfa1b1ced2c3c7b6bcb2bbd6aab5c0a1a3',
    '灯塔的光在雾夜里也为船只指路。他说：“还看得见吗？”我们都不知道。',
    'gb18030',
  ],
  [
    'Big5',
    'bf4fb6f0aabaa5faa662c3faa95db8cca45dacb0b2eeb0a6abfcb8f4a143a54cbba1a147a175c1d9acddb16fa8a3b6dca148a176a7daadccb3a3a4a3aabeb944a143',
    '燈塔的光在霧夜裡也為船隻指路。他說：「還看得見嗎？」我們都不知道。',
    'big5',
  ],
  [
    'EUC-KR',
    'b5eeb4ebc0c720bafbc0ba20bec8b0b320b3a420b9e3bfa1b5b520b9e8b8a620c0ccb2f8befab4d92e20b1d7b4c220bec6c1f720bab8c0ccb4c0b3c4b0ed20b9b0befab4d92e',
    '등대의 빛은 안개 낀 밤에도 배를 이끌었다. 그는 아직 보이느냐고 물었다.',
    'euc-kr',
  ],
  [
    'Windows-1251',
    'd1e2e5f220ece0ffeae020e2b8eb20eaeef0e0e1ebe820e820e220f2f3ece0ededf3fe20edeef7fc2e20ceed20f1eff0eef1e8eb2c20e2e8e4edee20ebe820e5e3ee20e5f9b82e',
    'Свет маяка вёл корабли и в туманную ночь. Он спросил, видно ли его ещё.',
    'windows-1251',
  ],
  [
    'Windows-1252',
    '436166e92093 6e61efef 6594 2096 2047 64 61 6e 73 6b 92 73 206ff9',
    'Café “naïïe” – Gdansk’s où',
    'windows-1252',
  ],
  ['Windows-1252, one word', '436166e9', 'Café', 'windows-1252'],
] as const)('%s', (_, hex, text, encoding) => {
  expect(read(hex)).toEqual({ text, encoding, lost: 0 })
})

test('broken bytes in UTF-8 are counted, and the rest is read', () => {
  expect(read(`${hexOf(western)} c3 20 ff 20 ${hexOf('end')}`)).toEqual({
    text: `${western}\ufffd \ufffd end`,
    encoding: 'utf-8',
    lost: 2,
  })
})
