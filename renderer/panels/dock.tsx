import type { KeyboardEvent } from 'react'
import { useProject } from '../stores/project-store.ts'
import { show, useView } from '../stores/view-store.ts'
import { figure } from '../ui/figures.ts'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { dockPanels } from './index.ts'

const step = { ArrowRight: 1, ArrowLeft: -1 } as const

const onTabKey = (event: KeyboardEvent, at: number): void => {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
  event.preventDefault()
  const { length } = dockPanels
  const next = dockPanels[(at + step[event.key] + length) % length]
  if (!next) return
  show({ dock: next.id })
  document.querySelector<HTMLElement>(`#dock-tab-${next.id}`)?.focus()
}

const Tab = ({
  panel: { id, name, count },
  at,
  isChosen,
}: {
  readonly panel: (typeof dockPanels)[number]
  readonly at: number
  readonly isChosen: boolean
}) => {
  const waits = useProject(count)
  return (
    <button
      type="button"
      role="tab"
      id={`dock-tab-${id}`}
      aria-selected={isChosen}
      aria-controls="dock-panel"
      tabIndex={isChosen ? 0 : -1}
      className="h-7 rounded-desk px-2 text-quiet tabular-nums hover:text-ink aria-selected:bg-chosen aria-selected:text-ink"
      onClick={() => show({ dock: id })}
      onKeyDown={(event) => onTabKey(event, at)}
    >
      {name}
      {waits > 0 && <span className="text-small text-verdigris"> {figure(waits)}</span>}
    </button>
  )
}

/** The panels beside the manuscript, one at a time. */
export const Dock = () => {
  const dock = useView((view) => view.dock)
  const chosen = dockPanels.find(({ id }) => id === dock) ?? dockPanels[0]
  const panel = useKeptFocus()
  const { Panel } = chosen
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div
        role="tablist"
        aria-label="Dock panels"
        className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-0.5 border-b px-2 py-1"
      >
        {dockPanels.map((each, i) => (
          <Tab key={each.id} panel={each} at={i} isChosen={each.id === chosen.id} />
        ))}
      </div>
      <div
        ref={panel}
        role="tabpanel"
        id="dock-panel"
        aria-labelledby={`dock-tab-${chosen.id}`}
        tabIndex={-1}
        className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
      >
        <Panel key={chosen.id} />
      </div>
    </div>
  )
}
