import { useEffect, useState } from 'react'
import { wordsWritten } from '../../shared/questions/progress.ts'
import { copyProject, downloadExport } from '../stores/actions.ts'
import { client } from '../stores/connection.ts'
import { sentenceOf } from '../stores/failures.ts'
import { useProject } from '../stores/project-store.ts'
import { show } from '../stores/view-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { inWords } from '../ui/figures.ts'

type Format = Awaited<ReturnType<typeof client.exports.list>>[number]

const Formats = ({ formats }: { readonly formats: readonly Format[] }) => {
  const [sentence, setSentence] = useState('')
  const download = async ({ id, name }: Format): Promise<void> => {
    setSentence(`${name} is being made.`)
    const file = await downloadExport(id)
    setSentence(file === null ? '' : `${file} is on its way to where downloads go.`)
  }
  return (
    <>
      <ul className="flex flex-col">
        {formats.map((format, i) => (
          <li key={format.id}>
            <button
              type="button"
              autoFocus={i === 0}
              className="flex h-9 w-full items-center justify-between rounded-desk px-3 hover:bg-hover"
              onClick={() => void download(format)}
            >
              <span className="font-medium">
                <span className="sr-only">Export as </span>
                {format.name}
              </span>
              <span className="text-quiet">.{format.extension.replace(/^\./u, '')}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" aria-label="Export" className="min-h-5 px-3 text-quiet">
        {sentence}
      </p>
    </>
  )
}

/** The manuscript in any form there is, as a download. */
export const ExportDialog = () => {
  const [formats, setFormats] = useState<readonly Format[] | null>(null)
  const [trouble, setTrouble] = useState('')
  const words = useProject(wordsWritten)
  useEffect(() => {
    client.exports.list({}).then(setFormats, (error: unknown) => setTrouble(sentenceOf(error)))
  }, [])
  return (
    <Dialog title="Export" onClose={() => show({ dialog: null })} width="w-100">
      <div className="flex flex-col gap-3">
        <p className="px-3 text-quiet">The manuscript as it stands: {inWords(words)}.</p>
        {formats ? <Formats formats={formats} /> : <p className="text-quiet">{trouble || 'One moment.'}</p>}
        <div className="border-t pt-3">
          <Button onClick={() => void copyProject()}>Save a copy of the project</Button>
        </div>
      </div>
    </Dialog>
  )
}
