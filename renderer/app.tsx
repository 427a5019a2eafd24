import { useEffect } from 'react'
import { Manuscript } from './editor/manuscript.tsx'
import { BriefPanel } from './panels/brief/brief.tsx'
import { Dock } from './panels/dock.tsx'
import { AskDialog } from './panels/ask/ask-dialog.tsx'
import { CostDialog } from './panels/cost/cost-dialog.tsx'
import { ExportDialog } from './panels/export-dialog.tsx'
import { FindBar } from './panels/find/find-bar.tsx'
import { KeysDialog } from './panels/keys-dialog.tsx'
import { Loom } from './panels/loom/loom.tsx'
import { ModelsDialog } from './panels/models/models-dialog.tsx'
import { Outline } from './panels/outline/outline.tsx'
import { PatternDialog } from './panels/outline/pattern-dialog.tsx'
import { ReplanDialog } from './panels/outline/replan-dialog.tsx'
import { Palette } from './panels/palette.tsx'
import { Trouble } from './panels/run-bar/trouble.tsx'
import { SidePane } from './panels/side-pane.tsx'
import { Start } from './panels/start/start.tsx'
import { StatusLine } from './panels/status-line.tsx'
import { TopBar } from './panels/top-bar.tsx'
import { Wall } from './panels/wall/wall.tsx'
import { sentenceOf } from './stores/failures.ts'
import { closeProject, openProject, projectStore, useProjectView } from './stores/project-store.ts'
import { show, useView } from './stores/view-store.ts'
import { Button } from './ui/button.tsx'
import { Notices } from './ui/notices.tsx'
import { StatusSentence } from './ui/status-sentence.tsx'

const pages = { brief: BriefPanel, manuscript: Manuscript, wall: Wall, loom: Loom } as const
const dialogs = {
  palette: Palette,
  models: ModelsDialog,
  cost: CostDialog,
  ask: AskDialog,
  keys: KeysDialog,
  export: ExportDialog,
  replan: ReplanDialog,
  pattern: PatternDialog,
} as const

const Opening = () => {
  const trouble = useProjectView((view) => view.trouble)
  const project = useProjectView((view) => view.project)
  const link = useProjectView((view) => view.link)
  if (trouble === null) {
    return (
      <main className="h-full bg-paper">
        <StatusSentence
          title={link === 'lost' ? 'The connection to Longhand is lost; it is being made again.' : 'Opening.'}
        />
      </main>
    )
  }
  return (
    <main className="h-full bg-paper p-8">
      <StatusSentence title={sentenceOf(trouble)}>
        <p>{project}</p>
        <div className="flex gap-2">
          <Button onClick={() => project !== null && openProject(project)}>Try again</Button>
          <Button onClick={closeProject}>All projects</Button>
        </div>
      </StatusSentence>
    </main>
  )
}

const Desk = () => {
  const page = useView((view) => view.page)
  const outlineFolded = useView((view) => view.outlineFolded)
  const dockFolded = useView((view) => view.dockFolded)
  const finding = useView((view) => view.finding)
  const Page = pages[page]
  // A work without sections begins at its brief.
  useEffect(() => {
    if (projectStore.getState().state.section.size === 0) show({ page: 'brief' })
  }, [])
  return (
    <div className="flex h-full flex-col">
      <TopBar />
      <Trouble />
      <div className="flex min-h-0 flex-1">
        {!outlineFolded && (
          <SidePane pane="outline">
            <Outline />
          </SidePane>
        )}
        <main className="flex min-w-110 flex-1 flex-col bg-paper">
          {finding && <FindBar />}
          <div className="relative min-h-0 flex-1 overflow-clip">
            <Page />
          </div>
        </main>
        {!dockFolded && page !== 'brief' && page !== 'loom' && (
          <SidePane pane="dock">
            <Dock />
          </SidePane>
        )}
      </div>
      <StatusLine />
    </div>
  )
}

const Screen = () => {
  const project = useProjectView((view) => view.project)
  const isOpen = useProjectView((view) => !view.opening && view.state.project.size > 0)
  if (project === null) return <Start />
  return isOpen ? <Desk /> : <Opening />
}

/** Longhand on a screen. */
export const App = () => {
  const theme = useView((view) => view.theme)
  const dialog = useView((view) => view.dialog)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  const Dialog = dialog === null ? null : dialogs[dialog]
  return (
    <>
      <Screen />
      {Dialog && <Dialog />}
      <Notices />
    </>
  )
}
