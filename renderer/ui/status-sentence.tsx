import type { ReactNode } from 'react'

/** What a panel says when there is nothing (yet) to show: how it stands, and what to do. */
export const StatusSentence = ({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) => (
  <div className="flex max-w-90 flex-col items-start gap-2 p-4">
    <p className="font-medium">{title}</p>
    {children && <div className="flex flex-col items-start gap-2 text-quiet">{children}</div>}
  </div>
)
