import { memo, useEffect, useLayoutEffect, useRef } from 'react'
import { outline, type OutlineEntry } from '../../shared/questions/outline.ts'
import { offerEditors } from '../stores/editor-slot.ts'
import { useProject, useProjectView } from '../stores/project-store.ts'
import { StatusSentence } from '../ui/status-sentence.tsx'
import { editingOf } from './editing-session.ts'
import { editorHandle } from './editor-handle.ts'
import type { Editing } from './editing.ts'
import { keepPlace, type ReadingPlace } from './keep-place.ts'
import { LinkDialog } from './link-dialog.tsx'
import { SectionBody } from './section-body.tsx'
import { SelectionMenu } from './selection-menu.tsx'

const levels = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

const SectionRow = memo(
  ({ entry, editing }: { readonly entry: OutlineEntry; readonly editing: Editing }) => {
    const { section, depth, leaf } = entry
    const Heading = levels[Math.min(depth, levels.length) - 1] ?? 'h6'
    return (
      <section data-section={section.id} aria-label={section.title}>
        <Heading className="section-title" data-depth={depth}>
          {section.title}
        </Heading>
        {leaf && <SectionBody section={section.id} editing={editing} />}
      </section>
    )
  },
  (a, b) =>
    a.editing === b.editing &&
    a.entry.section === b.entry.section &&
    a.entry.depth === b.entry.depth &&
    a.entry.leaf === b.entry.leaf,
)

/** Where each project was being read when something else was shown. */
const places = new WeakMap<Editing, ReadingPlace | null>()

const Sections = ({ editing }: { readonly editing: Editing }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const entries = useProject(outline)
  const brief = useProject((state) => [...state.brief.values()][0])
  useLayoutEffect(() => {
    if (!scroller.current || !list.current) return
    const stop = keepPlace(scroller.current, list.current, places.get(editing) ?? null)
    return () => {
      places.set(editing, stop())
    }
  }, [editing])
  useEffect(() => {
    offerEditors(editorHandle)
    return () => offerEditors(null)
  }, [])
  return (
    <div ref={scroller} data-scroller className="manuscript-scroll" tabIndex={-1}>
      <article className="manuscript" data-form={brief?.form} lang={brief?.language}>
        <h1 className="work-title">{brief?.title}</h1>
        <div ref={list}>
          {entries.map((entry) => (
            <SectionRow key={entry.section.id} entry={entry} editing={editing} />
          ))}
        </div>
      </article>
      <SelectionMenu editing={editing} scroller={scroller} />
      <LinkDialog editing={editing} />
    </div>
  )
}

/** The whole work in one scroll, every section with its editor. */
export const Manuscript = () => {
  const project = useProjectView((view) => view.project)
  const opening = useProjectView((view) => view.opening)
  const isEmpty = useProject((state) => state.section.size === 0)
  if (project === null) return null
  if (opening) return <StatusSentence title="Opening the manuscript." />
  if (isEmpty) {
    return (
      <StatusSentence title="There is no plan yet.">
        Say in the brief what you want to write, then start a run: Longhand proposes the sections, and their
        text appears here.
      </StatusSentence>
    )
  }
  return <Sections key={project} editing={editingOf(project)} />
}
