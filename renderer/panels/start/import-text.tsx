import { useState } from 'react'
import { importText } from '../../stores/actions.ts'
import { notify } from '../../stores/notices.ts'
import { Button } from '../../ui/button.tsx'
import { ChooseTextFile } from '../../ui/choose-text-file.tsx'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { decodeText } from '../../ui/decode-text.ts'

const isText = ({ name, type }: File): boolean =>
  /\.(?:md|markdown|txt|text)$/iu.test(name) || type.startsWith('text/')

/** Makes a project of a Markdown or text file that was dropped or chosen. */
export const importFile = async (file: File | undefined, folder: string | null): Promise<void> => {
  if (!file || folder === null) return
  if (!isText(file)) {
    notify(`“${file.name}” is no Markdown or text file. Drop one that ends in .md or .txt.`, 'trouble')
    return
  }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  if (text.includes('\0')) {
    notify(`“${file.name}” holds something else than text. Save it as text, then drop it again.`, 'trouble')
    return
  }
  await importText(text, file.name.replace(/\.[^.]+$/u, ''), folder)
}

/** A text of the writer's own, by paste or by file: its headings become sections. */
export const ImportText = ({ folder }: { readonly folder: string | null }) => {
  const [text, setText] = useState('')
  const [title, setTitle] = useState('')
  const heading = /^#[ \t]+(?<title>.+)$/mu.exec(text)?.groups?.['title'] ?? ''
  return (
    <form
      aria-label="Import"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (folder !== null) void importText(text, title.trim() || heading.trim() || 'Untitled', folder)
      }}
    >
      <Field
        label="Text"
        hint="Paste it here, or drop a .md or .txt file anywhere. Its headings become sections."
      >
        {(ids) => (
          <TextArea {...ids} rows={8} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      {text.trim() !== '' && (
        <Field label="Title of the import">
          {(ids) => (
            <TextInput
              {...ids}
              value={title}
              placeholder={heading || 'Untitled'}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
      )}
      <div className="flex gap-2">
        <Button type="submit" disabled={text.trim() === '' || folder === null}>
          Make sections of it
        </Button>
        <ChooseTextFile onFile={(file) => void importFile(file, folder)} />
      </div>
    </form>
  )
}
