import { useEffect, useRef } from 'react'
import { desk } from '../../../shared/questions/drafts.ts'
import { runStatus, type SectionProgress } from '../../../shared/questions/progress.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import type { SectionId } from '../../../shared/records.ts'
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

const textOf = (state: ProjectState, id: SectionId): string => {
  const { current, streaming, candidate } = desk(state, id)
  return streaming ? (state.live.get(streaming.id) ?? '') : ((candidate ?? current)?.text ?? '')
}

const nearEnd = 48

/** The text as it arrives, kept at its end unless the writer has scrolled away from it. */
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
  const follows = useRef(true)
  useEffect(() => {
    const { current } = box
    if (!current) return
    view.current ??= createStreamView(current)
    view.current.show(settled ? `${text.trimEnd()}\n\n` : text)
    if (follows.current && !settled) current.scrollTop = current.scrollHeight
  }, [text, settled])
  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={`Draft of ${title}`}
      className={`section-text min-h-0 flex-1 overflow-y-auto pr-2 font-text text-reading transition-colors duration-180 ${settled ? 'text-ink' : 'text-unsettled'}`}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearEnd
      }}
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
        Stop this one
        <Of title={section.title} />
      </Button>
    )
  }
  return (
    <Button
      kind="quiet"
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
  const text = useProject((state) => textOf(state, section.id))
  const words = useProjectView(({ state }) => wordsNow(state, entry))
  const fault = useProject((state) => state.step.get(draftStep(section))?.fault?.sentence)
  const isWriting = useProject((state) => desk(state, section.id).streaming !== undefined)
  const stand = isWriting ? ({ mark: 'drafting', words: 'being drafted' } as const) : standOf(entry)
  return (
    <article
      aria-label={section.title}
      className="flex h-[max(340px,46vh)] min-w-0 flex-col gap-1 border-t pt-2"
    >
      <header className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 truncate py-1 font-medium" title={section.title}>
          {section.title}
        </h3>
        <Actions entry={entry} />
      </header>
      <p className="flex items-center gap-1.5 tabular-nums text-quiet">
        <Mark name={stand.mark} />
        {stand.words}, {figure(words)} of {figure(section.words)} words
      </p>
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
