import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { theEditing } from './editor/editing-session.ts'
import { hurryWhenBack } from './stores/connection.ts'
import { listenToKeys } from './stores/listen-keys.ts'
import { notify } from './stores/notices.ts'
import { listenToShell } from './stores/port-commands.ts'
import { onNotice, openProject, projectInAddress } from './stores/project-store.ts'

const root = document.getElementById('root')
if (!root) throw new Error('a page without its root')

const project = projectInAddress()
if (project !== null) openProject(project)
addEventListener('hashchange', () => {
  const named = projectInAddress()
  if (named !== null) openProject(named)
})
onNotice(({ sentence, next }) => notify(`${sentence} ${next}`.trim()))
listenToKeys()
hurryWhenBack()
listenToShell(async () => theEditing()?.saves.flush())

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
