import type { KeyboardEvent } from 'react'
import { show, useView } from '../stores/view-store.ts'
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

/** The panels beside the manuscript, one at a time. */
export const Dock = () => {
  const dock = useView((view) => view.dock)
  const chosen = dockPanels.find(({ id }) => id === dock) ?? dockPanels[0]
  const { Panel } = chosen
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div
        role="tablist"
        aria-label="Dock panels"
        className="flex h-9 shrink-0 items-stretch gap-1 border-b px-2"
      >
        {dockPanels.map(({ id, name }, i) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`dock-tab-${id}`}
            aria-selected={id === chosen.id}
            aria-controls="dock-panel"
            tabIndex={id === chosen.id ? 0 : -1}
            className="border-b-2 border-transparent px-2 text-quiet outline-offset-[-2px] hover:text-ink aria-selected:border-verdigris aria-selected:text-ink"
            onClick={() => show({ dock: id })}
            onKeyDown={(event) => onTabKey(event, i)}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id="dock-panel"
        aria-labelledby={`dock-tab-${chosen.id}`}
        className="relative flex min-h-0 flex-1 flex-col overflow-y-auto"
      >
        <Panel />
      </div>
    </div>
  )
}
