import { useState, type ReactNode } from 'react'
import { useProjectView } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { ImportText, importFile } from './import-text.tsx'
import { RecentProjects, Samples } from './known-projects.tsx'
import { NewProject } from './new-project.tsx'
import { useKnown } from './use-known.ts'

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="flex flex-col gap-3">
    <h2 className="border-b pb-2 text-large font-bold">{title}</h2>
    {children}
  </section>
)

const linkSentence = {
  opening: 'Longhand is being asked what it knows.',
  lost: 'The connection to Longhand is lost. If it was ended, start it again and open the address it prints.',
} as const

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
    <div className="flex gap-1">
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
  const link = useProjectView((view) => view.link)
  const [dragging, setDragging] = useState(false)
  const folder = known?.folder ?? null
  const sentence = trouble ?? (link === 'open' ? null : linkSentence[link])
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
      <div className="mx-auto flex max-w-270 flex-col gap-10 px-8 py-14">
        <Heading />
        {sentence && (
          <p role="status" className={link === 'open' ? 'text-broken' : 'text-quiet'}>
            {sentence}
          </p>
        )}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(288px,1fr))] gap-12">
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
