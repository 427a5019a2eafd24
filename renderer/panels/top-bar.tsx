import { useProject } from '../stores/project-store.ts'
import { closeProject } from '../stores/project-store.ts'
import { show, useView, type Page } from '../stores/view-store.ts'
import { Button } from '../ui/button.tsx'
import { RunBar } from './run-bar/run-bar.tsx'

const pages: readonly { readonly page: Page; readonly name: string }[] = [
  { page: 'brief', name: 'Brief' },
  { page: 'manuscript', name: 'Manuscript' },
  { page: 'wall', name: 'Drafts' },
  { page: 'loom', name: 'Loom' },
]

const Pages = () => {
  const shown = useView((view) => view.page)
  return (
    <nav aria-label="Pages" className="flex shrink-0 items-center gap-1">
      {pages.map(({ page, name }) => (
        <button
          key={page}
          type="button"
          {...(page === shown && { 'aria-current': 'page' as const })}
          className="h-7 rounded-desk px-2.5 text-quiet transition-colors duration-150 hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:text-ink"
          onClick={() => show({ page })}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

/** Title, pages, run: 44 px that are always there. */
export const TopBar = () => {
  const title = useProject(
    (state) => [...state.brief.values()][0]?.title ?? [...state.project.values()][0]?.title,
  )
  return (
    <header
      aria-label="Project"
      className="grid h-11 shrink-0 grid-cols-[minmax(0,1fr)_auto_minmax(0,1.6fr)] items-center gap-4 border-b px-3"
    >
      <div className="flex min-w-0 items-center gap-1">
        <Button kind="quiet" onClick={closeProject}>
          All projects
        </Button>
        <span aria-hidden className="text-quiet">
          /
        </span>
        <h1 className="min-w-0 truncate px-1 font-text text-large" title={title}>
          {title}
        </h1>
      </div>
      <Pages />
      <div className="flex min-w-0 items-center justify-end gap-2">
        <RunBar />
        <Button kind="quiet" onClick={() => show({ dialog: 'palette' })}>
          Commands
        </Button>
      </div>
    </header>
  )
}
