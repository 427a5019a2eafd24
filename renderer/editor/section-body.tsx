import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import { desk } from '../../shared/questions/drafts.ts'
import type { DraftId, SectionId } from '../../shared/records.ts'
import { perform } from '../stores/actions.ts'
import { client } from '../stores/connection.ts'
import { openPath, projectStore, useProject } from '../stores/project-store.ts'
import { show, showDock, useView } from '../stores/view-store.ts'
import { Button } from '../ui/button.tsx'
import type { Editing } from './editing.ts'
import { useIsApart } from './editing-status.ts'
import { estimateHeight } from './estimate-height.ts'
import { createStreamView } from './stream-view.ts'
import { useNear } from './use-near.ts'

type Props = { readonly section: SectionId; readonly editing: Editing }

const LiveEditor = ({ section, editing }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!place.current) return
    const editor = editing.of(section)
    editor.mount(place.current)
    return () => editor.unmount()
  }, [section, editing])
  return <div ref={place} />
}

/** Letters of a draft as they arrive; React only makes the place for them. */
const StreamingText = ({ draft, title }: { readonly draft: DraftId; readonly title: string }) => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!place.current) return
    const view = createStreamView(place.current)
    let frame = 0
    const draw = (): void => {
      frame = 0
      view.show(projectStore.getState().state.live.get(draft) ?? '')
    }
    draw()
    const stop = projectStore.subscribe((now, before) => {
      if (now.state.live !== before.state.live && frame === 0) frame = requestAnimationFrame(draw)
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [draft])
  return (
    <div
      ref={place}
      className="section-text section-stream"
      role="region"
      aria-label={`${title}, being written`}
      aria-busy
    />
  )
}

const Aside = ({ children }: { readonly children: ReactNode }) => (
  <div role="note" className="section-note">
    {children}
  </div>
)

const putMine = (section: SectionId, editing: Editing) =>
  perform(async () => {
    await editing.saves.flush(section)
    const mine = editing.saves.draftOf(section)
    if (mine) await client.drafts.accept({ project: openPath(), draft: mine })
  })

const Notes = ({ section, editing }: Props) => {
  const apart = useIsApart(section)
  const waiting = useProject((state) => desk(state, section).proposals.length)
  if (apart) {
    return (
      <Aside>
        <span>Another text was saved here while you typed. Yours is kept, as a proposal.</span>
        <Button onClick={() => void putMine(section, editing)}>Put mine in its place</Button>
        <Button kind="quiet" onClick={() => editing.showCurrent(section)}>
          Show the other
        </Button>
      </Aside>
    )
  }
  if (waiting === 0) return null
  const look = (): void => {
    show({ focused: section })
    showDock('proposals')
  }
  return (
    <Aside>
      <span>{waiting === 1 ? 'A proposal waits for you.' : `${waiting} proposals wait for you.`}</span>
      <Button kind="quiet" onClick={look}>
        See the change
      </Button>
    </Aside>
  )
}

/** Whether the writer has letters of their own where a draft streams, or is about to: the caret stands there. */
const isWriters = ({ section, editing }: Props): boolean => {
  const made = editing.made(section)
  return editing.saves.isUnsaved(section) || (made !== undefined && (made.isFocused() || made.read() !== ''))
}

/** The text of one section: its editor while it is near, the letters that arrive, or the room it will need. */
export const SectionBody = ({ section, editing }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const { near, height } = useNear(place)
  const focused = useView((view) => view.focused === section)
  const current = useProject((state) => desk(state, section).current)
  const streaming = useProject((state) => desk(state, section).streaming?.id ?? null)
  const title = useProject((state) => state.section.get(section)?.title ?? '')
  const streams = useMemo(
    () => streaming !== null && !current && !isWriters({ section, editing }),
    [streaming, current, section, editing],
  )
  const live = near || focused
  return (
    <>
      <Notes section={section} editing={editing} />
      <div ref={place}>
        {live && streams && streaming && <StreamingText draft={streaming} title={title} />}
        {live && !streams && <LiveEditor section={section} editing={editing} />}
        {!live && <div style={{ height: height ?? estimateHeight(current?.text ?? '') }} />}
      </div>
    </>
  )
}
