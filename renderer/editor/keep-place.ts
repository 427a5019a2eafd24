type Anchor = { readonly element: Element; readonly top: number }

/** A section, and how far below the upper edge its text begins, in px. */
export type ReadingPlace = { readonly section: string; readonly top: number }

const elementOf = (list: HTMLElement, section: string): Element | null =>
  list.querySelector(`:scope > [data-section="${CSS.escape(section)}"]`)

/** Where a section's text begins, below its title and the notes that come and go, in px. */
const textTop = (section: Element): number =>
  (section.lastElementChild ?? section).getBoundingClientRect().top

/** The first child that ends below a line, found by halving: they stand one under the other. */
const firstBelow = (list: HTMLElement, line: number): Element | undefined => {
  const { children } = list
  let [low, high] = [0, children.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle
    else low = middle + 1
  }
  return children[low]
}

/**
 * Keeps what the writer looks at where it is while anything above it grows or shrinks: the text with the caret if it
 * can be seen, else the first one in sight. `list` has the sections as its children, each with its text as the last of
 * its own. Begins at `start`; what it gives back ends it, and tells the place that was looked at.
 */
export const keepPlace = (
  scroller: HTMLElement,
  list: HTMLElement,
  start: ReadingPlace | null,
): (() => ReadingPlace | null) => {
  let anchor: Anchor | null = null
  /** How far the page was scrolled when the anchor was there. */
  let at = -1

  const find = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect()
    const active = document.activeElement?.closest('[data-section]')
    const caret = active && list.contains(active) ? active.getBoundingClientRect() : null
    const inSight = caret && caret.bottom > top && caret.top < bottom
    const element = active && inSight ? active : firstBelow(list, top)
    anchor = element ? { element, top: textTop(element) } : null
    at = scroller.scrollTop
  }

  const onScroll = (): void => {
    // What this module scrolled itself is no new wish; the place that is kept stays the same to the fraction.
    if (scroller.scrollTop !== at) find()
  }

  const sizes = new ResizeObserver(() => {
    if (!anchor?.element.isConnected) return find()
    const moved = textTop(anchor.element) - anchor.top
    if (Math.abs(moved) < 1) return
    scroller.scrollTop += moved
    at = scroller.scrollTop
  })

  const observe = (element: Node): void => {
    if (element instanceof HTMLElement) sizes.observe(element, { box: 'border-box' })
  }
  const children = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      addedNodes.forEach(observe)
      removedNodes.forEach((node) => {
        if (node instanceof HTMLElement) sizes.unobserve(node)
      })
    }
  })
  for (const child of list.children) observe(child)
  children.observe(list, { childList: true })
  scroller.addEventListener('scroll', onScroll, { passive: true })
  scroller.addEventListener('focusin', find)
  const begun = start && elementOf(list, start.section)
  const edge = scroller.getBoundingClientRect().top
  if (begun) scroller.scrollTop += textTop(begun) - edge - start.top
  find()
  return () => {
    sizes.disconnect()
    children.disconnect()
    scroller.removeEventListener('scroll', onScroll)
    scroller.removeEventListener('focusin', find)
    const section = anchor?.element instanceof HTMLElement ? anchor.element.dataset['section'] : undefined
    return anchor && section !== undefined ? { section, top: anchor.top - edge } : null
  }
}
