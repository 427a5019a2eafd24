import { useId } from 'react'
import { useKnownModels } from '../../stores/known-models.ts'
import { findServers } from '../../stores/model-actions.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/figures.ts'
import type { Source } from './sources.ts'

const about = (source: Source, isAsking: boolean): string => {
  switch (source.kind) {
    case 'found':
      return source.server.models.length > 0 ? counted(source.server.models.length, 'model') : 'No model yet'
    case 'files':
      if (source.offer.models.length > 0) return counted(source.offer.models.length, 'model')
      return isAsking ? '' : 'None yet'
    case 'vendor':
      return source.offer.hasKey ? 'A key is there' : 'Needs a key'
    case 'server':
      return 'By its base URL'
    case 'practice':
      return 'Placeholder prose'
  }
}

const groups = [
  { title: 'On this computer', kinds: ['found', 'files'] },
  { title: 'Over the network', kinds: ['vendor', 'server'] },
  { title: 'To try Longhand out', kinds: ['practice'] },
] as const satisfies readonly { readonly title: string; readonly kinds: readonly Source['kind'][] }[]

const LookAgain = () => {
  const looking = useKnownModels((known) => known.looking)
  const found = useKnownModels((known) => known.found)
  const words = looking
    ? 'Looking for servers.'
    : found?.length === 0
      ? 'No server was found.'
      : `${counted(found?.length ?? 0, 'server')} found.`
  return (
    <div className="flex items-center justify-between pl-2">
      <p role="status" aria-label="Search for servers" className="text-small text-quiet">
        {words}
      </p>
      <Button kind="quiet" disabled={looking} onClick={() => void findServers()}>
        Look again
      </Button>
    </div>
  )
}

/** Where models come from: one of them is looked at. */
export const SourceList = ({
  sources,
  chosen,
  onChoose,
}: {
  readonly sources: readonly Source[]
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
}) => {
  const group = useId()
  const isAsking = useKnownModels((known) => known.asking)
  return (
    <div role="radiogroup" aria-label="Where models come from" className="flex flex-col gap-3">
      {groups.map(({ title, kinds }) => (
        <div key={title} className="flex flex-col">
          <p className="px-2 text-small text-quiet">{title}</p>
          {sources
            .filter(({ kind }) => kinds.some((each) => each === kind))
            .map((source) => (
              <label
                key={source.key}
                className="flex items-baseline gap-2 rounded-desk px-2 py-1 hover:bg-hover has-checked:bg-chosen"
              >
                <input
                  type="radio"
                  name={group}
                  aria-label={source.name}
                  checked={source.key === chosen}
                  onChange={() => onChoose(source.key)}
                  className="translate-y-0.5 accent-next"
                />
                <span className="min-w-0 flex-1">{source.name}</span>
                <span className="text-small text-quiet">{about(source, isAsking)}</span>
              </label>
            ))}
          {title === 'On this computer' && <LookAgain />}
        </div>
      ))}
    </div>
  )
}
