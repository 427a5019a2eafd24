import { estimatePageNumbersWith } from 'docx/layout'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { contentOf, type Composition } from '../compose.ts'

/** Milliseconds that laying out may take, as `layoutCost` reckons. */
const affordable = 1000

/** Milliseconds of laying out one of each, measured; the rest costs by its letters. */
const costs = { paragraph: 0.5, heading: 5, tableRow: 1.2, footnoteReference: 2 } as const

const longWord = /[^\s\u2E80-\uFFEF]{40,}/g

/**
 * About how long the layout of a document takes, in milliseconds on a slow machine: 40 letters each, and with the
 * square of their length for words of 40 letters or more.
 */
export const layoutCost = (composition: Composition): number => {
  let cost = 0
  for (const { source } of composition.parts) {
    cost += source.length / 40
    for (const [word] of source.matchAll(longWord)) cost += word.length ** 2 / 600
  }
  const root: Root = { type: 'root', children: [...contentOf(composition)] }
  visit(root, ({ type }) => {
    if (type in costs) cost += costs[type as keyof typeof costs]
  })
  return cost
}

/**
 * Works out the page numbers of the contents as Word would lay out the pages, where that takes no longer than about a
 * second (some 6,000 words). Otherwise Word is left to fill them in, and asks to when it opens the file.
 */
export const pageNumbersFor = (composition: Composition) =>
  layoutCost(composition) <= affordable ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}
