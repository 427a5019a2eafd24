import { memory, size } from '../../../shared/byte-words.ts'
import type { DownloadProgress } from '../../../shared/contract/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { figure, roughly } from '../../ui/figures.ts'
import type { Gettable } from './use-catalogue.ts'

const arrival = ({ state, received, bytes, bytesPerSecond }: DownloadProgress): string => {
  if (state === 'checking') return 'All of it is here. It is being checked.'
  const much = `${size(received)} of ${size(bytes)}`
  if (state !== 'downloading') return `${much} is here and kept.`
  if (bytesPerSecond === 0) return `${much}.`
  const left = roughly(((bytes - received) / bytesPerSecond) * 1000)
  return `${much}, ${size(bytesPerSecond)} a second, ${left} left.`
}

const Arriving = ({ name, progress }: { readonly name: string; readonly progress: DownloadProgress }) => (
  <div className="flex flex-col gap-1">
    <progress
      aria-label={`Download of ${name}`}
      className="h-1 w-full accent-next"
      max={progress.bytes}
      value={progress.received}
    />
    <p className="text-small text-quiet tabular-nums">{arrival(progress)}</p>
    {progress.trouble && (
      <p role="alert" className="text-broken">
        {progress.trouble}
      </p>
    )}
  </div>
)

/** What can be done with one entry. */
export type Doings = {
  readonly onDownload: () => void
  readonly onPause: () => void
  readonly onRemove: () => void
  readonly onChoose: () => void
}

const Buttons = ({
  item,
  isRemoved,
  ...on
}: Doings & { readonly item: Gettable; readonly isRemoved: boolean }) => {
  const {
    entry: { name },
    progress: { state },
  } = item
  switch (state) {
    case 'none':
      return isRemoved ? (
        <Button aria-label={`Undo the removal of ${name}`} onClick={on.onDownload}>
          Undo
        </Button>
      ) : (
        <Button aria-label={`Download ${name}`} onClick={on.onDownload}>
          Download
        </Button>
      )
    case 'downloading':
    case 'checking':
      return (
        <Button
          aria-label={`Pause the download of ${name}`}
          disabled={state === 'checking'}
          onClick={on.onPause}
        >
          Pause
        </Button>
      )
    case 'partial':
    case 'paused':
      return (
        <>
          <Button kind="quiet" aria-label={`Discard what is here of ${name}`} onClick={on.onRemove}>
            Discard
          </Button>
          <Button aria-label={`Go on with the download of ${name}`} onClick={on.onDownload}>
            Go on
          </Button>
        </>
      )
    case 'here':
      return (
        <>
          <Button kind="quiet" aria-label={`Remove ${name}`} onClick={on.onRemove}>
            Remove
          </Button>
          <Button aria-label={`Choose ${name}`} onClick={on.onChoose}>
            Choose
          </Button>
        </>
      )
  }
}

/** One model that can be had as a file: what it is, what it takes, and how its download goes. */
export const CatalogueItem = ({
  item,
  isRemoved,
  ...on
}: Doings & { readonly item: Gettable; readonly isRemoved: boolean }) => {
  const { entry, progress } = item
  const isBegun = progress.state !== 'none' && progress.state !== 'here'
  return (
    <li className="flex flex-col gap-1 border-b py-2">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p>
            <span className="font-medium">{entry.name}</span>
            {entry.suggested && <span className="text-verdigris"> Suggested for this computer</span>}
          </p>
          <p className="text-quiet">{isRemoved && progress.state === 'none' ? 'Removed.' : entry.about}</p>
        </div>
        <div className="flex gap-1">
          <Buttons item={item} isRemoved={isRemoved} {...on} />
        </div>
      </div>
      <p className="text-small text-quiet tabular-nums">
        {progress.state === 'here' && 'On this computer. '}
        {size(entry.bytes)}, {entry.licence}, reads {figure(entry.contextSize)} tokens,{' '}
        <span className={entry.fits ? '' : 'text-unsure'}>
          needs {memory(entry.memory)} of memory
          {!entry.fits && ': more than this computer can spare'}
        </span>
      </p>
      {isBegun && <Arriving name={entry.name} progress={progress} />}
    </li>
  )
}
