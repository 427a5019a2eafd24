import { useEffect, useRef } from 'react'
import { desk } from '../../../shared/questions/drafts.ts'
import { runStatus, type SectionProgress } from '../../../shared/questions/progress.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import type { SectionId } from '../../../shared/records.ts'
import { draftWords } from '../../../shared/questions/text-hash.ts'
import { draftStep } from '../../../shared/questions/steps.ts'
import { createStreamView } from '../../editor/stream-view.ts'
import { holdSection, retrySection } from '../../stores/actions.ts'
import { theEditors } from '../../stores/editor-slot.ts'
import { useProject, useProjectView } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { figure } from '../../ui/figures.ts'
import { Mark } from '../../ui/mark.tsx'
import { standOf, wordsNow } from '../outline/section-words.ts'
import { newProposal } from './wall-entries.ts'

const textOf = (state: ProjectState, id: SectionId): string => {
  const { current, streaming, candidate } = desk(state, id)
  if (streaming) return state.live.get(streaming.id) ?? ''
  return (candidate ?? newProposal(state, id) ?? current)?.text ?? ''
}

const nearEnd = 48

/**
 * The text as it arrives, kept at its end unless the reader has scrolled away from it. Once it has ended it is shown from
 * its beginning, to be read.
 */
const Letters = ({
  text,
  settled,
  title,
}: {
  readonly text: string
  readonly settled: boolean
  readonly title: string
}) => {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<ReturnType<typeof createStreamView>>(null)
  // A scroll alone says nothing of the reader: a window that changes its size makes one too.
  const handled = useRef(false)
  const away = useRef(false)
  const wasSettled = useRef(settled)
  useEffect(() => {
    const { current } = box
    if (!current) return
    view.current ??= createStreamView(current)
    view.current.show(settled ? `${text.trimEnd()}\n\n` : text)
    if (!settled && wasSettled.current) {
      handled.current = false
      away.current = false
    }
    const stays = away.current || (settled && wasSettled.current)
    if (!stays) current.scrollTop = settled ? 0 : current.scrollHeight
    wasSettled.current = settled
  }, [text, settled])
  const onHand = (): void => {
    handled.current = true
  }
  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={`Draft of ${title}`}
      className={`section-text min-h-0 flex-1 overflow-y-auto pr-2 font-text text-reading transition-colors duration-180 ${settled ? 'text-ink' : 'text-unsettled'}`}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        away.current = handled.current && scrollHeight - scrollTop - clientHeight >= nearEnd
      }}
      onWheel={onHand}
      onTouchMove={onHand}
      onPointerDown={onHand}
      onKeyDown={onHand}
    />
  )
}

const Of = ({ title }: { readonly title: string }) => <span className="sr-only">{title}</span>

const Actions = ({ entry }: { readonly entry: SectionProgress }) => {
  const { section, phase } = entry
  const status = useProject(runStatus)
  const working = status === 'working' || status === 'awaits-time'
  const isWriting = useProject((state) => desk(state, section.id).streaming !== undefined)
  if (section.hold === true || phase === 'failed') {
    return (
      <Button onClick={() => void retrySection(section.id, working)}>
        Try again
        <Of title={section.title} />
      </Button>
    )
  }
  if (isWriting) {
    return (
      <Button onClick={() => void holdSection(section.id)}>
        Stop
        <Of title={`this one, ${section.title}`} />
      </Button>
    )
  }
  return (
    <Button
      kind="quiet"
      className="-mr-2"
      onClick={() => {
        show({ page: 'manuscript', focused: section.id })
        setTimeout(() => theEditors()?.showQuote(section.id, ''))
      }}
    >
      Show
      <Of title={section.title} />
    </Button>
  )
}

/** One draft on the wall. */
export const DraftColumn = ({ entry }: { readonly entry: SectionProgress }) => {
  const { section, phase } = entry
  const isWriting = useProject((state) => desk(state, section.id).streaming !== undefined)
  const text = useProject((state) => textOf(state, section.id))
  const words = useProjectView(({ state }) => {
    const proposal = isWriting ? undefined : newProposal(state, section.id)
    return proposal ? draftWords(proposal) : wordsNow(state, entry)
  })
  const fault = useProject((state) => state.step.get(draftStep(section))?.fault?.sentence)
  const stand = isWriting ? ({ mark: 'drafting', words: 'being drafted' } as const) : standOf(entry)
  return (
    <article
      aria-label={section.title}
      className="flex h-[max(340px,calc(50vh-104px))] min-w-0 flex-col gap-1 border-t pt-2"
    >
      <h3 className="truncate font-medium" title={section.title}>
        {section.title}
      </h3>
      <div className="flex h-7 items-center justify-between gap-2">
        <p className="flex min-w-0 items-center gap-1.5 tabular-nums text-quiet">
          <Mark name={stand.mark} />
          <span className="truncate">
            {stand.words}, {figure(words)} of {figure(section.words)} words
          </span>
        </p>
        <Actions entry={entry} />
      </div>
      {phase === 'failed' && fault && <p className="text-broken">{fault}</p>}
      {section.hold === true && (
        <p className="text-quiet">
          You stopped this one. What was written stands in its history; try it again when you like.
        </p>
      )}
      <Letters text={text} settled={!isWriting} title={section.title} />
    </article>
  )
}
