import { useLayoutEffect, useRef, useState, type ComponentProps, type RefObject } from 'react'
import { TextArea } from '../../ui/field.tsx'
import { hueOfKind } from '../loom/loom-threads.ts'
import { piecesOf, stillStanding } from './pieces-of.ts'
import type { BriefReading, Chip } from './read-form.ts'

const lineOf = ({ constraint }: Chip, isLit: boolean): { readonly [name: string]: string } => {
  const { muted, confirmed, demand } = constraint
  const colour = muted ? 'var(--edge)' : `var(--thread-${hueOfKind(demand.kind)}, var(--verdigris))`
  return {
    textDecorationLine: 'underline',
    textDecorationColor: colour,
    textDecorationStyle: muted ? 'dotted' : confirmed ? 'solid' : 'dashed',
    textDecorationThickness: isLit ? '3px' : '2px',
    textUnderlineOffset: '5px',
    ...(isLit && { backgroundColor: 'var(--chosen)' }),
  }
}

/** The brief's text with what was recognised underlined: a field over a mirror of itself that scrolls along. */
export const BriefText = ({
  field,
  reading,
  lit,
  className,
  ...rest
}: ComponentProps<'textarea'> & {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly reading: BriefReading
  /** The constraint whose words are to stand out. */
  readonly lit: string | null
}) => {
  const mirror = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const text = String(rest.value ?? '')
  const follow = (): void => {
    const { current } = field
    if (current && mirror.current) mirror.current.scrollTop = current.scrollTop
  }
  useLayoutEffect(() => {
    const { current } = field
    if (!current) return
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [field])
  useLayoutEffect(follow)
  return (
    <div className="relative flex min-h-0 flex-1 flex-col rounded-desk bg-float">
      <div
        ref={mirror}
        aria-hidden
        className={`pointer-events-none absolute inset-y-0 left-px overflow-hidden border-y border-transparent text-transparent wrap-break-word whitespace-pre-wrap ${className}`}
        style={{ width }}
      >
        {piecesOf(text, stillStanding(reading, text)).map(({ text: piece, chip }, i) =>
          chip ? (
            <span key={`piece ${i + 1}`} style={lineOf(chip, chip.constraint.id === lit)}>
              {piece}
            </span>
          ) : (
            piece
          ),
        )}
        {'\n\n'}
      </div>
      <TextArea
        ref={field}
        {...rest}
        className={`relative flex-1 bg-transparent! ${className} [scrollbar-gutter:stable]`}
        onScroll={follow}
      />
    </div>
  )
}
