import { Checks } from './checks/checks.tsx'
import { History } from './history/history.tsx'
import { Proposals } from './proposals/proposals.tsx'

/** What the dock can show. A panel is one file or folder and one line here. */
export const dockPanels = [
  { id: 'checks', name: 'Checks', Panel: Checks },
  { id: 'proposals', name: 'Proposals', Panel: Proposals },
  { id: 'history', name: 'History', Panel: History },
] as const
