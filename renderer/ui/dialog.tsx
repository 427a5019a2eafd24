import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

const field = 'input:not([type="radio"]), input:checked, select, textarea'
const anything = 'button:not(:disabled), [tabindex="0"]'

/**
 * A modal dialogue with a title. The browser's own: it holds the focus, gives it back, and Escape closes it. Its first
 * field has the focus, else the first thing in it, before the button that closes it.
 */
export const Dialog = ({
  title,
  onClose,
  children,
  width = 'w-140',
  bare = false,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly width?: string
  /** Without heading and padding; the title is then only spoken. */
  readonly bare?: boolean
}) => {
  const ref = useRef<HTMLDialogElement>(null)
  const body = useKeptFocus()
  const id = useId()
  // Closed while it is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    const first = body.current?.querySelector<HTMLElement>(field) ?? body.current?.querySelector(anything)
    if (first instanceof HTMLElement) first.focus({ preventScroll: true })
    return () => dialog?.close()
  }, [])
  const place = bare ? 'mt-[12vh] mb-auto' : ''
  return (
    <dialog
      ref={ref}
      aria-label={bare ? title : undefined}
      aria-labelledby={bare ? undefined : id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={({ target, currentTarget }) => {
        if (target === currentTarget) onClose()
      }}
      className={`${width} ${place} max-h-[84vh] max-w-[calc(100vw-32px)] overflow-hidden rounded-desk bg-float shadow-float`}
    >
      <div className="flex max-h-[84vh] flex-col">
        {!bare && (
          <header className="flex h-12 shrink-0 items-center justify-between border-b pr-2 pl-4">
            <h2 id={id} className="text-large font-bold">
              {title}
            </h2>
            <Button kind="quiet" onClick={onClose}>
              Close
            </Button>
          </header>
        )}
        <div ref={body} className={bare ? 'min-h-0' : 'min-h-0 overflow-y-auto p-4'}>
          {children}
        </div>
      </div>
    </dialog>
  )
}
