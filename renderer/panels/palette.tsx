import { Command } from 'cmdk'
import { commands } from '../stores/commands.ts'
import { show } from '../stores/view-store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Shortcut } from '../ui/shortcut.tsx'

const close = (): void => show({ dialog: null })

const groups = [...new Set(commands.map(({ group }) => group))]

/** Every command by its name, with its shortcut. */
export const Palette = () => (
  <Dialog title="All commands" onClose={close} bare>
    <Command label="Commands" loop className="flex max-h-120 flex-col">
      <Command.Input
        autoFocus
        placeholder="What do you want to do?"
        className="h-11 shrink-0 border-b bg-transparent px-4 text-large outline-none"
      />
      <Command.List label="Commands" className="min-h-0 flex-1 overflow-y-auto p-1">
        <Command.Empty className="p-4 text-quiet">No command is called that.</Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&>[cmdk-group-heading]]:px-3 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:text-small [&>[cmdk-group-heading]]:text-quiet"
          >
            {commands
              .filter((each) => each.group === group && each.id !== 'palette' && each.isOpen())
              .map(({ id, name, keys, run }) => (
                <Command.Item
                  key={id}
                  value={name}
                  className="flex h-8 cursor-pointer items-center justify-between rounded-desk px-3 aria-selected:bg-chosen"
                  onSelect={() => {
                    close()
                    setTimeout(() => void run())
                  }}
                >
                  {name}
                  {keys && <Shortcut keys={keys} className="text-small" />}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  </Dialog>
)
