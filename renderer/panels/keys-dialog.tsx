import { commands } from '../stores/commands.ts'
import { shown } from '../stores/keys.ts'
import { show } from '../stores/view-store.ts'
import { Dialog } from '../ui/dialog.tsx'

const others: readonly (readonly [string, string])[] = [
  ['Go through the outline', 'Arrows'],
  ['Move a section of the outline', 'Alt Arrows'],
  ['Rename a section of the outline', 'F2'],
  ['Delete a section of the outline', 'Delete'],
  ['Write in the chosen section', 'Enter'],
  ['Bold, italic', `${shown('Mod+B')}, ${shown('Mod+I')}`],
  ['Next place found, previous', 'Enter, Shift Enter'],
]

const Line = ({ name, keys }: { readonly name: string; readonly keys: string }) => (
  <div className="flex justify-between gap-4 border-b py-1.5">
    <dt>{name}</dt>
    <dd>
      <kbd className="font-ui text-quiet">{keys}</kbd>
    </dd>
  </div>
)

/** Every shortcut there is. */
export const KeysDialog = () => (
  <Dialog title="Keys" onClose={() => show({ dialog: null })}>
    <dl className="grid grid-cols-2 gap-x-8" tabIndex={0} aria-label="Keys">
      {commands.map(({ id, name, keys }) => keys && <Line key={id} name={name} keys={shown(keys)} />)}
      {others.map(([name, keys]) => (
        <Line key={name} name={name} keys={keys} />
      ))}
    </dl>
  </Dialog>
)
