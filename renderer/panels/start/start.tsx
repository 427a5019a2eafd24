import { useState, type ReactNode } from 'react'
import { useProjectView } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { useLoss } from '../run-bar/use-loss.ts'
import { ImportText, importFile } from './import-text.tsx'
import { RecentProjects, Samples } from './known-projects.tsx'
import { NewProject } from './new-project.tsx'
import { useKnown } from './use-known.ts'
import { WhatWrites } from './what-writes.tsx'

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="flex flex-col gap-3">
    <h2 className="border-b pb-2 text-large font-bold">{title}</h2>
    {children}
  </section>
)

/** What stands in the way of beginning, if anything does. */
const Stand = ({ trouble }: { readonly trouble: string | null }) => {
  const link = useProjectView((view) => view.link)
  const loss = useLoss()
  if (loss) {
    return (
      <p role="alert" aria-label="Connection">
        <span className="text-broken">{loss.happened}</span> <span className="text-quiet">{loss.todo}</span>
      </p>
    )
  }
  if (link === 'open' && trouble === null) return null
  return (
    <p role="status" className={trouble === null ? 'text-quiet' : 'text-broken'}>
      {trouble ?? 'Longhand is being asked what it knows.'}
    </p>
  )
}

const DropHere = () => (
  <div className="pointer-events-none fixed inset-4 z-10 grid place-items-center rounded-desk border-2 border-dashed border-verdigris bg-paper/90 text-title">
    Drop it here: its headings become sections.
  </div>
)

const Heading = () => (
  <header className="flex items-end justify-between">
    <div>
      <h1 className="font-text text-display">Longhand</h1>
      <p className="text-large text-quiet">Long writing, planned and drafted with you, checked, and yours.</p>
    </div>
    <div className="-mr-2 flex gap-1">
      <Button kind="quiet" onClick={() => show({ dialog: 'models' })}>
        Models
      </Button>
      <Button kind="quiet" onClick={() => show({ dialog: 'palette' })}>
        Commands
      </Button>
    </div>
  </header>
)

/** The first screen: begin, open again, try a sample, bring a text. */
export const Start = () => {
  const { known, trouble } = useKnown()
  const [dragging, setDragging] = useState(false)
  const folder = known?.folder ?? null
  return (
    <main
      className="h-full overflow-y-auto bg-paper"
      onDragOver={(event) => {
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setDragging(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setDragging(false)
        void importFile(event.dataTransfer.files[0], folder)
      }}
    >
      {dragging && <DropHere />}
      <div className="mx-auto flex max-w-270 flex-col gap-10 px-8 py-[max(56px,10vh)] wide:max-w-330">
        <div className="flex flex-col gap-4">
          <Heading />
          <WhatWrites />
        </div>
        <Stand trouble={trouble} />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(288px,1fr))] gap-12 wide:gap-16">
          <Part title="Begin something new">
            <NewProject folder={folder} />
          </Part>
          <div className="flex flex-col gap-10">
            <Part title="Open again">{known && <RecentProjects recent={known.recent} />}</Part>
            <Part title="Try a sample">
              {known && <Samples samples={known.samples} folder={known.folder} />}
            </Part>
          </div>
          <Part title="Bring a text of your own">
            <ImportText folder={folder} />
          </Part>
        </div>
      </div>
    </main>
  )
}
