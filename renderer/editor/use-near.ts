import { useEffect, useState, type RefObject } from 'react'

/** How far beyond what is seen texts are made ready, in px. */
const margin = 1200

type Waiting = { readonly element: Element; readonly mount: () => void }

const waiting: Waiting[] = []
let frame = 0

/** One text is made ready per frame, those in sight first, so that no frame takes long. */
const next = (): void => {
  frame = 0
  const inSight = waiting.findIndex(({ element }) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
  const [one] = waiting.splice(Math.max(0, inSight), 1)
  one?.mount()
  if (waiting.length > 0) frame = requestAnimationFrame(next)
}

const cancel = (element: Element): void => {
  const at = waiting.findIndex((one) => one.element === element)
  if (at >= 0) waiting.splice(at, 1)
}

/** Whether an element is in sight or about to be; its height when it last was, or null. */
export const useNear = (
  element: RefObject<HTMLElement | null>,
): { readonly near: boolean; readonly height: number | null } => {
  const [state, setState] = useState<{ near: boolean; height: number | null }>({ near: false, height: null })
  useEffect(() => {
    const seen = element.current
    if (!seen) return
    const scroller = seen.closest('[data-scroller]')
    const observer = new IntersectionObserver(
      (entries) => {
        cancel(seen)
        if (entries.at(-1)?.isIntersecting) {
          waiting.push({ element: seen, mount: () => setState(({ height }) => ({ near: true, height })) })
          if (frame === 0) frame = requestAnimationFrame(next)
        } else setState(({ near, height }) => ({ near: false, height: near ? seen.offsetHeight : height }))
      },
      { root: scroller, rootMargin: `${margin}px 0px` },
    )
    observer.observe(seen)
    return () => {
      cancel(seen)
      observer.disconnect()
    }
  }, [element])
  return state
}
