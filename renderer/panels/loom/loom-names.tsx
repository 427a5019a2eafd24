import { memo } from 'react'
import { Mark } from '../../ui/mark.tsx'
import { spokenName } from './cell-words.ts'
import type { Strand, Thread } from './loom-threads.ts'

const Tally = ({ thread }: { readonly thread: Thread }) => {
  const { kept, broken, unsure, owed } = thread.row.tally
  const all = kept + broken + unsure + owed
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1 pl-2 text-small tabular-nums text-quiet">
      {broken > 0 && <Mark name="broken" label={`${broken} broken`} />}
      {unsure > 0 && <Mark name="unsure" label={`${unsure} unsure`} />}
      <span title={`${kept} of ${all} kept`}>
        {kept}/{all}
      </span>
    </span>
  )
}

type Named = {
  readonly height: number
  /** Whether it is the first of its kind. */
  readonly isFirst: boolean
}

const sizeOf = (height: number): string =>
  height >= 26 ? 'text-large' : height >= 18 ? 'text-ui leading-4!' : 'text-small leading-none!'

/** Below this height a name cannot be read: the first thread of a kind then says what they all are. */
export const nameHeight = 11

const ThreadName = memo(({ thread, height, isFirst }: Named & { readonly thread: Thread }) => (
  <>
    <span
      aria-hidden
      className="w-3.5 shrink-0 rounded-full"
      style={{ background: `var(--thread-${thread.hue})`, height: Math.max(2, Math.min(4, height / 6)) }}
    />
    {height >= nameHeight && (
      <span
        className={`min-w-0 truncate font-text ${sizeOf(height)}`}
        title={`${thread.word}: ${thread.name}`}
      >
        <span className="mr-1.5 font-ui text-small text-quiet">{thread.word}</span>
        {thread.name}
      </span>
    )}
    {height < nameHeight && <span className="sr-only">{spokenName(thread)}</span>}
    {height < nameHeight && isFirst && (
      <span aria-hidden className="text-small leading-none! whitespace-nowrap text-quiet">
        {thread.word}
      </span>
    )}
    {height >= 15 && <Tally thread={thread} />}
  </>
))

/** What a row of the loom is called; the band can be unfolded. */
export const StrandName = ({
  strand,
  height,
  isFirst,
  onFold,
}: Named & { readonly strand: Strand; readonly onFold: () => void }) =>
  strand.is === 'thread' ? (
    <ThreadName thread={strand.thread} height={height} isFirst={isFirst} />
  ) : (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={strand.isOpen}
      className={`flex min-w-0 items-center gap-2 text-left hover:text-verdigris ${height < 18 ? 'text-small leading-none!' : ''}`}
      onClick={onFold}
    >
      <svg viewBox="0 0 12 12" className={`size-3 shrink-0 ${strand.isOpen ? 'rotate-90' : ''}`} aria-hidden>
        <path d="m4 2 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span className="truncate font-medium">In every section</span>
      <span className="text-quiet tabular-nums">{strand.threads.length}</span>
    </button>
  )
