import { Fragment } from 'react'
import { commands } from '../stores/commands.ts'
import type { Keys } from '../stores/keys.ts'
import { show } from '../stores/view-store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Shortcut } from '../ui/shortcut.tsx'

/** What a key does, and the shortcuts that do it. */
type Entry = { readonly name: string; readonly keys: readonly Keys[] }

const ofCommands = Map.groupBy(
  commands.flatMap(({ name, group, keys }) => (keys === undefined ? [] : [{ name, group, keys: [keys] }])),
  ({ group }) => group,
)

const groups: readonly (readonly [string, readonly Entry[]])[] = [
  ...ofCommands,
  [
    'In the outline',
    [
      { name: 'Go through it', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
      { name: 'Move a section', keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'] },
      { name: 'Rename a section', keys: ['F2'] },
      { name: 'Delete a section', keys: ['Delete'] },
      { name: 'Write in the section', keys: ['Enter'] },
    ],
  ],
  [
    'In the text',
    [
      { name: 'Bold, italic', keys: ['Mod+B', 'Mod+I'] },
      { name: 'Heading', keys: ['Mod+Alt+2'] },
      { name: 'List, numbered list', keys: ['Mod+Shift+8', 'Mod+Shift+7'] },
      { name: 'Quote', keys: ['Mod+Shift+B'] },
      { name: 'Link', keys: ['Mod+Shift+K'] },
      { name: 'Footnote', keys: ['Mod+Alt+F'] },
      { name: 'To the menu of the selected text', keys: ['Alt+F10'] },
      { name: 'Next place found, previous', keys: ['Enter', 'Shift+Enter'] },
    ],
  ],
]

const Line = ({ name, keys }: Entry) => (
  <div className="flex justify-between gap-4 border-b py-1">
    <dt>{name}</dt>
    <dd className="shrink-0 text-quiet">
      {keys.map((each, i) => (
        <Fragment key={each}>
          {i > 0 && ', '}
          <Shortcut keys={each} />
        </Fragment>
      ))}
    </dd>
  </div>
)

/** Every shortcut there is. */
export const KeysDialog = () => (
  <Dialog title="Keys" onClose={() => show({ dialog: null })} width="w-200">
    <div
      className="-m-3 columns-2 gap-8 rounded-desk p-3 focus-visible:outline-1 focus-visible:outline-edge"
      tabIndex={0}
      role="region"
      aria-label="All shortcuts"
    >
      {groups.map(([group, entries]) => (
        <section key={group} className="mb-4 break-inside-avoid">
          <h3 className="text-small text-quiet">{group}</h3>
          <dl>
            {entries.map((entry) => (
              <Line key={entry.name} {...entry} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
)
