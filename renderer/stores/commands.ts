import { runStatus } from '../../shared/questions/progress.ts'
import { approvePlan, copyProject, holdSection, retrySection, startRun, stopRun } from './actions.ts'
import { notify } from './notices.ts'
import type { Keys } from './keys.ts'
import { nextStep, type NextStep } from './next-step.ts'
import type { Direction } from './outline-moves.ts'
import { closeProject, projectStore } from './project-store.ts'
import { addSection, deleteSection, focused, moveSection } from './section-commands.ts'
import { redoLatest, undoLatest } from './undo.ts'
import { show, showDock, themes, viewStore } from './view-store.ts'

/** Everything that can be done, in words; `where` says when it makes sense. */
export type Command = {
  readonly id: string
  readonly name: string
  readonly group: 'Run' | 'Go to' | 'Outline' | 'Project' | 'Screen'
  readonly keys?: Keys
  /** Left to the field that has the focus, where that is one of a form. */
  readonly fieldsFirst?: boolean
  readonly isOpen: () => boolean
  readonly run: () => unknown
}

const inProject = (): boolean => projectStore.getState().project !== null
const always = (): boolean => true
const state = () => projectStore.getState().state
const isWorking = (): boolean => {
  const status = runStatus(state())
  return inProject() && (status === 'working' || status === 'awaits-time')
}
const onSection = (): boolean => inProject() && focused() !== null

/** The words on the button of the next step. */
export const nextWords: Readonly<Record<NextStep, string>> = {
  brief: 'Write the brief',
  plan: 'Make the plan',
  approve: 'Approve the plan',
  draft: 'Draft the sections',
  resume: 'Resume',
  proposals: 'See the proposals',
  orders: 'See the work orders',
  export: 'Export',
}

/** Does the one thing that can be done next. */
export const takeNextStep = (): unknown => {
  switch (nextStep(state())) {
    case 'brief':
      return show({ page: 'brief' })
    case 'plan':
    case 'draft':
    case 'resume':
      return startRun()
    case 'approve':
      return approvePlan()
    case 'proposals':
      return showDock('proposals')
    case 'orders':
      return showDock('orders')
    case 'export':
      return show({ dialog: 'export' })
    case null:
      return notify('A run is at work: there is nothing to do but watch, or write.')
  }
}

const move = (direction: Direction, name: string, key: string): Command => ({
  id: `section-${direction}`,
  name,
  group: 'Outline',
  keys: `Alt+Shift+${key}`,
  fieldsFirst: true,
  isOpen: onSection,
  run: () => moveSection(direction),
})

const nextTheme = (): void => {
  const { theme } = viewStore.getState()
  show({ theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system' })
}

const goTo = (id: string, name: string, keys: Keys | null, run: () => void): Command => ({
  id,
  name,
  group: 'Go to',
  ...(keys && { keys }),
  isOpen: inProject,
  run,
})

/** Every command, in the order of the palette. */
export const commands: readonly Command[] = [
  {
    id: 'next',
    name: 'Do the next step',
    group: 'Run',
    keys: 'Mod+Enter',
    isOpen: inProject,
    run: takeNextStep,
  },
  {
    id: 'start',
    name: 'Start or resume the run',
    group: 'Run',
    isOpen: () => inProject() && !isWorking(),
    run: startRun,
  },
  { id: 'stop', name: 'Stop the run', group: 'Run', keys: 'Mod+.', isOpen: isWorking, run: stopRun },
  {
    id: 'approve',
    name: 'Approve the plan',
    group: 'Run',
    isOpen: () => inProject() && nextStep(state()) === 'approve',
    run: approvePlan,
  },
  {
    id: 'ask',
    name: 'Ask Longhand about the selection or section',
    group: 'Run',
    keys: 'Mod+J',
    isOpen: onSection,
    run: () => show({ dialog: 'ask' }),
  },
  {
    id: 'models',
    name: 'Choose the model and the cap',
    group: 'Run',
    keys: 'Mod+M',
    isOpen: always,
    run: () => show({ dialog: 'models' }),
  },
  { id: 'cost', name: 'What it costs', group: 'Run', isOpen: inProject, run: () => show({ dialog: 'cost' }) },
  goTo('brief', 'Brief', 'Mod+Shift+1', () => show({ page: 'brief' })),
  goTo('manuscript', 'Manuscript', 'Mod+Shift+2', () => show({ page: 'manuscript' })),
  goTo('drafts', 'Drafts', 'Mod+Shift+3', () => show({ page: 'wall' })),
  goTo('checks', 'Checks', 'Mod+Shift+4', () => showDock('checks')),
  goTo('proposals', 'Proposals', 'Mod+Shift+5', () => showDock('proposals')),
  goTo('history', 'History', 'Mod+Shift+6', () => showDock('history')),
  goTo('orders', 'Work orders', null, () => showDock('orders')),
  goTo('memory', 'Memory', null, () => showDock('memory')),
  goTo('sources', 'Sources', null, () => showDock('references')),
  goTo('calls', 'Calls', null, () => showDock('calls')),
  goTo('loom', 'Loom', 'Mod+Shift+7', () => show({ page: 'loom' })),
  {
    id: 'find',
    name: 'Find in the manuscript',
    group: 'Go to',
    keys: 'Mod+F',
    isOpen: inProject,
    run: () => show({ finding: true, page: 'manuscript' }),
  },
  {
    id: 'undo',
    name: 'Undo',
    group: 'Project',
    keys: 'Mod+Z',
    fieldsFirst: true,
    isOpen: inProject,
    run: undoLatest,
  },
  {
    id: 'redo',
    name: 'Redo',
    group: 'Project',
    keys: 'Mod+Shift+Z',
    fieldsFirst: true,
    isOpen: inProject,
    run: redoLatest,
  },
  {
    id: 'add-section',
    name: 'Add a section',
    group: 'Outline',
    keys: 'Alt+Shift+N',
    isOpen: inProject,
    run: addSection,
  },
  {
    id: 'delete-section',
    name: 'Delete the chosen section',
    group: 'Outline',
    isOpen: onSection,
    run: deleteSection,
  },
  move('up', 'Move the section up', 'ArrowUp'),
  move('down', 'Move the section down', 'ArrowDown'),
  move('in', 'Move the section under the one above', 'ArrowRight'),
  move('out', 'Move the section out', 'ArrowLeft'),
  {
    id: 'hold',
    name: 'Stop writing the chosen section',
    group: 'Outline',
    isOpen: onSection,
    run: () => {
      const id = focused()
      return id && holdSection(id)
    },
  },
  {
    id: 'retry',
    name: 'Try the chosen section again',
    group: 'Outline',
    isOpen: onSection,
    run: () => {
      const id = focused()
      return id && retrySection(id, isWorking())
    },
  },
  {
    id: 'replan',
    name: 'Plan a part of the outline anew',
    group: 'Outline',
    isOpen: () => inProject() && state().plan.size > 0,
    run: () => show({ dialog: 'replan' }),
  },
  {
    id: 'pattern',
    name: 'Learn a plan from another work',
    group: 'Outline',
    isOpen: inProject,
    run: () => show({ dialog: 'pattern' }),
  },
  {
    id: 'export',
    name: 'Export',
    group: 'Project',
    keys: 'Mod+Shift+E',
    isOpen: inProject,
    run: () => show({ dialog: 'export' }),
  },
  { id: 'copy', name: 'Save a copy', group: 'Project', isOpen: inProject, run: copyProject },
  { id: 'close', name: 'All projects', group: 'Project', isOpen: inProject, run: closeProject },
  {
    id: 'palette',
    name: 'All commands',
    group: 'Screen',
    keys: 'Mod+K',
    isOpen: always,
    run: () => show({ dialog: 'palette' }),
  },
  {
    id: 'fold-outline',
    name: 'Fold the outline',
    group: 'Screen',
    keys: 'Mod+1',
    isOpen: inProject,
    run: () => show({ outlineFolded: !viewStore.getState().outlineFolded }),
  },
  {
    id: 'fold-dock',
    name: 'Fold the dock',
    group: 'Screen',
    keys: 'Mod+2',
    isOpen: inProject,
    run: () => show({ dockFolded: !viewStore.getState().dockFolded }),
  },
  {
    id: 'fold-all',
    name: 'Fold everything but the text',
    group: 'Screen',
    keys: 'Mod+3',
    isOpen: inProject,
    run: () => {
      const { outlineFolded, dockFolded } = viewStore.getState()
      const folded = !(outlineFolded && dockFolded)
      show({ outlineFolded: folded, dockFolded: folded })
    },
  },
  {
    id: 'theme',
    name: 'Change the theme: system, light, dark',
    group: 'Screen',
    isOpen: always,
    run: nextTheme,
  },
  {
    id: 'keys',
    name: 'Keys',
    group: 'Screen',
    keys: 'Mod+/',
    isOpen: always,
    run: () => show({ dialog: 'keys' }),
  },
]
