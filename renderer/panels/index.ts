import type { ProjectState } from '../../shared/project-state.ts'
import { openOrders } from '../../shared/questions/orders.ts'
import { Calls } from './calls/calls.tsx'
import { Checks } from './checks/checks.tsx'
import { History } from './history/history.tsx'
import { MemoryPanel } from './memory/memory.tsx'
import { Orders } from './orders/orders.tsx'
import { Proposals } from './proposals/proposals.tsx'
import { waitingCount } from './proposals/waiting.ts'
import { References } from './references/references.tsx'

const none = (): number => 0
const orderCount = (state: ProjectState): number => openOrders(state).length

/** What the dock can show, with how many things wait in it. A panel is one file or folder and one line here. */
export const dockPanels = [
  { id: 'checks', name: 'Checks', Panel: Checks, count: none },
  { id: 'orders', name: 'Orders', Panel: Orders, count: orderCount },
  { id: 'proposals', name: 'Proposals', Panel: Proposals, count: waitingCount },
  { id: 'memory', name: 'Memory', Panel: MemoryPanel, count: none },
  { id: 'references', name: 'Sources', Panel: References, count: none },
  { id: 'history', name: 'History', Panel: History, count: none },
  { id: 'calls', name: 'Calls', Panel: Calls, count: none },
] as const
