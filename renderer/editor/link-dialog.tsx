import { useState } from 'react'
import { useStore } from 'zustand'
import type { Editor } from '@tiptap/core'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import type { Editing } from './editing.ts'
import { closeLinkDialog, linkStore } from './link-store.ts'
import { textAttribute } from './node-json.ts'
import { safeAddress, typedAddress } from './safe-address.ts'

const setLink = (editor: Editor, href: string): void => {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  } else chain.setMark('link', { href, title: null }).run()
}

const LinkForm = ({ editor }: { readonly editor: Editor }) => {
  const [before] = useState(() => textAttribute({ attrs: editor.getAttributes('link') }, 'href'))
  const [typed, setTyped] = useState(before)
  const [wrong, setWrong] = useState(false)
  const safe = safeAddress(before)
  const save = (): void => {
    const href = typedAddress(typed)
    if (href === null) return setWrong(true)
    closeLinkDialog()
    setLink(editor, href)
  }
  const remove = (): void => {
    closeLinkDialog()
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field label="Address" hint="A web address (https, http) or a mail address.">
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            value={typed}
            aria-invalid={wrong}
            onChange={({ target }) => {
              setTyped(target.value)
              setWrong(false)
            }}
          />
        )}
      </Field>
      <p role="alert" className="text-broken">
        {wrong && 'This is no web or mail address. Links to anything else are not kept.'}
      </p>
      <div className="flex gap-2">
        <Button type="submit" kind="next">
          Save link
        </Button>
        {before !== '' && <Button onClick={remove}>Remove link</Button>}
        {safe !== null && (
          <Button kind="quiet" onClick={() => window.open(safe, '_blank', 'noopener,noreferrer')}>
            Open {safe}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Asks for a link's address; opens one only from here, where the whole of it can be read. */
export const LinkDialog = ({ editing }: { readonly editing: Editing }) => {
  const open = useStore(linkStore, (state) => state.open)
  const section = editing.focused()
  const editor = section ? editing.made(section) : undefined
  if (!open || !editor?.isMounted()) return null
  return (
    <Dialog title="Link" onClose={closeLinkDialog}>
      <LinkForm editor={editor.editor} />
    </Dialog>
  )
}
