import { useState } from 'react'
import type { Command } from '../../../shared/commands/command.ts'
import { theEditors } from '../../stores/editor-slot.ts'
import { useProject } from '../../stores/project-store.ts'
import { show, viewStore } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { AskForm } from './ask-form.tsx'
import { OwnCommandForm } from './own-command-form.tsx'
import { useOwnCommands } from './own-commands.ts'

const close = (): void => show({ dialog: null })

/** What the writer had chosen when the dialogue opened: what is selected, else the section. */
const given = () => {
  const selected = theEditors()?.selected() ?? null
  const { focused } = viewStore.getState()
  const isThere = selected !== null && (focused === null || focused === selected.section)
  return isThere ? selected : { section: focused, selection: null }
}

/** What can be asked of Longhand for a selection or a section; the answer comes as a proposal. */
export const AskDialog = () => {
  const [{ section, selection }] = useState(given)
  const title = useProject((state) => (section ? state.section.get(section)?.title : undefined))
  const { own, save, forget } = useOwnCommands()
  const [chosen, setChosen] = useState<Command['id'] | null>(null)
  const [edited, setEdited] = useState<Command | null>(null)
  if (section === null || title === undefined) {
    return (
      <Dialog title="Ask Longhand" onClose={close}>
        <StatusSentence title="No section is chosen.">
          Click into a section first, or select a part of it.
          <Button onClick={close}>Close</Button>
        </StatusSentence>
      </Dialog>
    )
  }
  if (edited) {
    return (
      <Dialog key="own" title="Your own command" onClose={() => setEdited(null)}>
        <OwnCommandForm
          command={edited}
          onCancel={() => setEdited(null)}
          onSave={async (command) => {
            await save(command)
            setChosen(command.id)
            setEdited(null)
          }}
        />
      </Dialog>
    )
  }
  return (
    <Dialog key="ask" title="Ask Longhand" onClose={close}>
      <AskForm
        about={{ section, selection, title }}
        own={own}
        chosen={chosen}
        onChoose={setChosen}
        onEdit={setEdited}
        onForget={forget}
        onClose={close}
      />
    </Dialog>
  )
}
