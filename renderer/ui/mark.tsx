import type { ReactNode } from 'react'

/** Everything that is told by a shape as well as by a colour. */
export type MarkName =
  | 'kept'
  | 'broken'
  | 'unsure'
  | 'owed'
  | 'planned'
  | 'drafting'
  | 'review'
  | 'revise'
  | 'settled'
  | 'failed'
  | 'held'
  | 'proposal'

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const
const ring = <circle cx="6" cy="6" r="4.25" {...stroke} />

const marks: Readonly<Record<MarkName, { readonly tone: string; readonly draw: ReactNode }>> = {
  kept: { tone: 'text-kept', draw: <path d="M2 6.4 4.8 9.2 10 3.2" {...stroke} strokeWidth={2} /> },
  broken: { tone: 'text-broken', draw: <path d="m3 3 6 6m0-6-6 6" {...stroke} strokeWidth={2} /> },
  unsure: { tone: 'text-unsure', draw: <path d="M6 1.8 10.8 10H1.2Z" {...stroke} strokeLinejoin="round" /> },
  owed: { tone: 'text-quiet', draw: <circle cx="6" cy="6" r="4" {...stroke} strokeDasharray="2 2" /> },
  planned: { tone: 'text-quiet', draw: ring },
  drafting: {
    tone: 'text-working',
    draw: (
      <>
        {ring}
        <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5Z" fill="currentColor" />
      </>
    ),
  },
  review: {
    tone: 'text-working',
    draw: (
      <>
        {ring}
        <circle cx="6" cy="6" r="1.75" fill="currentColor" />
      </>
    ),
  },
  revise: { tone: 'text-working', draw: <path d="m6 1.4 4.6 4.6L6 10.6 1.4 6Z" {...stroke} /> },
  settled: { tone: 'text-kept', draw: <circle cx="6" cy="6" r="4.75" fill="currentColor" /> },
  failed: { tone: 'text-broken', draw: <path d="M1.5 1.5h9v9h-9Zm2.5 2.5 4 4m0-4-4 4" {...stroke} /> },
  held: { tone: 'text-unsure', draw: <path d="M3.5 2v8M8.5 2v8" {...stroke} strokeWidth={2.5} /> },
  proposal: { tone: 'text-unsure', draw: <path d="M6 1.5v9M1.5 6h9" {...stroke} strokeWidth={2} /> },
}

/** A small shape that says how something stands. Without `label` it is left to the words beside it. */
export const Mark = ({ name, label }: { readonly name: MarkName; readonly label?: string }) => (
  <svg
    viewBox="0 0 12 12"
    className={`size-3 shrink-0 ${marks[name].tone}`}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    {marks[name].draw}
  </svg>
)
