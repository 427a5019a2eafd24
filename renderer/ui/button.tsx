import type { ComponentProps } from 'react'

const kinds = {
  next: 'bg-next text-on-next font-medium hover:bg-next-hover px-3',
  plain: 'border border-edge/50 bg-float hover:bg-hover px-3',
  quiet: 'text-quiet hover:bg-hover hover:text-ink px-2',
} as const

/** `next` is for the one thing that can be done next: there is never more than one on a screen. */
export type ButtonKind = keyof typeof kinds

const shape =
  'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-desk whitespace-nowrap transition-colors duration-150 disabled:opacity-50'

/** A button, in words. */
export const Button = ({
  kind = 'plain',
  className = '',
  ...rest
}: ComponentProps<'button'> & { readonly kind?: ButtonKind }) => (
  <button type="button" className={`${shape} ${kinds[kind]} ${className}`} {...rest} />
)
