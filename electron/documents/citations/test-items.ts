import { readCsl, type CslItem } from '../../../shared/csl.ts'

const items: Readonly<Record<string, object>> = {
  book: {
    type: 'book',
    title: 'The tides of the North',
    author: [{ family: 'Ahn', given: 'Soo-Min' }],
    publisher: 'Harbour Press',
    'publisher-place': 'Oslo',
    edition: '2',
    issued: { 'date-parts': [[2021]] },
  },
  article: {
    type: 'article-journal',
    title: 'How silt rises',
    author: [
      { family: 'Dijk', given: 'Ann', 'non-dropping-particle': 'van' },
      { family: 'Ek', given: 'Bo Carl' },
    ],
    'container-title': 'Journal of Tides',
    volume: '12',
    issue: '3',
    page: '1–20',
    DOI: '10.1000/silt',
    issued: { 'date-parts': [[2020, 3, 4]] },
  },
  later: {
    type: 'report',
    title: 'Harbour report',
    author: [{ family: 'Ahn', given: 'Soo-Min' }],
    publisher: 'The Port',
    issued: { 'date-parts': [[2021, 6]] },
  },
  chapter: {
    type: 'chapter',
    title: 'Is it deep?',
    author: [
      { family: 'Ott', given: 'Cy' },
      { family: 'Poe', given: 'Di' },
      { family: 'Rey', given: 'Eva' },
      { family: 'Sun', given: 'Fay' },
    ],
    editor: [
      { family: 'King', given: 'Martin', suffix: 'Jr.' },
      { family: 'Lee', given: 'Gus' },
    ],
    'container-title': 'Depths',
    page: '7',
    publisher: 'Quay Books',
    issued: { 'date-parts': [[1999]] },
  },
  page: {
    type: 'webpage',
    title: 'Ferry times',
    author: [{ literal: 'Harbour Council' }],
    URL: 'https://example.org/ferry',
    accessed: { 'date-parts': [[2024, 5, 6]] },
  },
  edited: {
    type: 'book',
    title: 'Ropes',
    editor: [{ family: 'Vik', given: 'Ida' }],
    issued: { 'date-parts': [[2003]] },
  },
  bare: { type: 'document', title: 'Harbour notes' },
}

/** Sources of every kind, by key, for tests. */
export const testItems: ReadonlyMap<string, CslItem> = new Map(
  Object.entries(items).map(([key, item]) => [key, readCsl(item)]),
)

/** Citations of those sources, as they stand in a text. */
export const testCitations = [
  '@book',
  '@article, p. 3',
  '@later, chap. 2; @chapter',
  '@page; @edited; @bare',
  '@book, 12-14; @article, vol. 2',
  '@book; @article; @later',
] as const
