import { useEffect, useRef } from 'react'

const reachable =
  'button:not(:disabled), a[href], input:not(:disabled), select, textarea, summary, [tabindex="0"]'

const reachableIn = (place: HTMLElement): readonly HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>(reachable)].filter((each) => each.checkVisibility())

const isIn = (place: HTMLElement, element: Element): boolean => element !== place && place.contains(element)

/**
 * Keeps the focus in a place when what had it goes: a card that was dropped, a form that was kept. What stands there
 * instead has it next, the place itself where nothing does. Give the place a tabIndex of -1.
 */
export const useKeptFocus = () => {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = ref.current
    if (!place) return
    let last: { readonly element: Element; readonly at: number } | null = null
    const onFocusIn = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && isIn(place, target))
        last = { element: target, at: reachableIn(place).indexOf(target) }
    }
    const look = (): void => {
      if (!last || last.element.isConnected) return
      const { at } = last
      last = null
      // Whatever has the focus by now was given it on purpose.
      if (document.activeElement !== document.body) return
      const all = reachableIn(place)
      const next = all[Math.min(Math.max(at, 0), all.length - 1)] ?? place
      next.focus({ preventScroll: true })
    }
    const watcher = new MutationObserver(look)
    watcher.observe(place, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocusIn)
    return () => {
      watcher.disconnect()
      document.removeEventListener('focusin', onFocusIn)
    }
  }, [])
  return ref
}
