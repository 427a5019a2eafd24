import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { importText } from '../../../shared/import-text.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { cited, manuscriptOf, part } from './test-manuscripts.ts'
import { text } from './text.ts'

const written = (options = {}): string => new TextDecoder().decode(text.write(cited, options))
const page = (): string => new TextDecoder().decode(html.write(cited, {}))
const source = (): string => new TextDecoder().decode(markdown.write(cited))

test('plain text: citations in the usual style, and the list of what is cited at the end', () => {
  expect(written()).toMatchInlineSnapshot(`
    "Title
    =====


    Ebb & flood
    -----------

    It rose (Ek 2020, 3), and again (Ahn 2021; Ek 2020).[1]

    - In a list (Ahn 2021, chap. 2); in code [@tides]; not known [@nobody] nor (Ahn 2021; @nobody).

    In a table (Ahn 2021)
    ---------------------------------------
    linked (Ek 2020) <https://example.org/>


    Last
    ----

        A quote (Ek 2020).


        (Ahn 2021)


    References
    ----------

    Ahn, Soo. 2021. The <b>tides</b> & "more": *all* --- of them.

    Ek, Bo. 2020. “How silt rises.” https://doi.org/10.1000/silt.

    “Ferry times.” n.d.

    Notes
    -----

    [1] A note (“Ferry times” n.d.).
    "
  `)
})

test('another style', () => {
  expect(written({ citations: 'numeric' })).toContain('It rose [1, p. 3], and again [1, 2].')
})

describe('Markdown', () => {
  test('keeps citations as they are written, and says in front what they name', () => {
    const { front, sections } = importText(source(), '')
    expect(sections[0]?.text).toContain('It rose [@silt, p. 3], and again *[@tides; @silt]*.')
    expect(parse(front.split('\n').slice(1, -1).join('\n'))).toEqual({
      references: [
        { id: 'silt', ...cited.references?.[1]?.csl },
        {
          id: 'tides',
          ...cited.references?.[0]?.csl,
          title: 'The <b>tides</b> & "more": *all* --- of them',
        },
        { id: 'page', type: 'webpage', title: 'Ferry times' },
      ],
    })
  })
})

test('HTML: entries stand out, addresses that are safe are links, others are text', () => {
  const found = page()
  expect(found.match(/<p class="listed">.*<\/p>/gu)).toEqual([
    '<p class="listed">Ahn, Soo. 2021. <em>The &#x3C;b>tides&#x3C;/b> &#x26; "more": *all* --- of them</em>.</p>',
    '<p class="listed">Ek, Bo. 2020. “How silt rises.” <a href="https://doi.org/10.1000/silt">https://doi.org/10.1000/silt</a>.</p>',
    '<p class="listed">“Ferry times.” n.d.</p>',
  ])
  expect(found).toContain('<a href="https://example.org/">linked (Ek 2020)</a>')
  expect(found).not.toMatch(/href="javascript/u)
})

test('DOCX: a section with entries in a style of their own', async () => {
  const files = unzipSync(await docx.write(cited, {}))
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  expect(body.match(/<w:pStyle w:val="Bibliography"\/>/gu)).toHaveLength(3)
  expect(body.replace(/<[^>]*>/gu, '')).toContain('It rose (Ek 2020, 3), and again (Ahn 2021; Ek 2020)')
})

test.each([
  ['nothing is cited', manuscriptOf([part('A', 'Plain.')], { references: cited.references ?? [] })],
  [
    'nothing that is cited is known',
    manuscriptOf([part('A', 'x [@nobody].')], { references: cited.references ?? [] }),
  ],
  ['there are no references', manuscriptOf([part('A', 'x [@tides].')])],
])('where %s there is no list, and citations stay', (_, manuscript) => {
  const found = new TextDecoder().decode(text.write(manuscript, {}))
  expect(found).not.toContain('References')
  expect([...found.matchAll(/\[@\w+\]/gu)].length).toBe(manuscript.parts[0]?.text.includes('[@') ? 1 : 0)
  expect(new TextDecoder().decode(markdown.write(manuscript)).startsWith('# Title')).toBe(true)
})
