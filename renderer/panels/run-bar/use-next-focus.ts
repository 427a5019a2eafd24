import { useEffect, useRef } from 'react'
import type { NextStep } from '../../stores/next-step.ts'

const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || element.matches('input, select, textarea'))

/**
 * The button of the next step. A plan that was approved is drafted next: the button then has the focus, wherever the
 * plan was approved, unless somebody is writing.
 */
export const useNextFocus = (step: NextStep | null) => {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === 'approve' && step === 'draft' && !isWriting(document.activeElement)) {
      button.current?.focus()
    }
    before.current = step
  }, [step])
  return button
}
