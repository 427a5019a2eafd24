import type { ModelChoice } from '../../../shared/model.ts'
import { AnyServer } from './any-server.tsx'
import { FilesSource, MoreFiles } from './files-source.tsx'
import { FoundSource } from './found-source.tsx'
import { SettingFields } from './setting-fields.tsx'
import { settingsIn, withSettings } from './setting-form.ts'
import { schemaFor, serversOf, type Source } from './sources.ts'
import { TryModel } from './try-model.tsx'
import { VendorSource } from './vendor-source.tsx'

type Choosing = {
  readonly source: Source
  readonly choice: ModelChoice
  readonly onChoice: (choice: ModelChoice) => void
}

const Models = ({ source, choice, onChoice }: Choosing) => {
  const onChoose = (id: string): void => onChoice({ ...choice, id })
  switch (source.kind) {
    case 'found':
      return <FoundSource server={source.server} chosen={choice.id} onChoose={onChoose} />
    case 'files':
      return <FilesSource offer={source.offer} chosen={choice.id} onChoose={onChoose} />
    case 'vendor':
      return <VendorSource offer={source.offer} chosen={choice.id} onChoose={onChoose} />
    case 'server':
      return <AnyServer offers={source.offers} choice={choice} onChoice={onChoice} />
    case 'practice':
      return null
  }
}

const about = (source: Source): string => {
  switch (source.kind) {
    case 'found':
      return ''
    case 'files':
    case 'vendor':
      return source.offer.about
    case 'server':
      return `A server of your own or of your team, on this computer or another: ${serversOf(source.offers)}.`
    case 'practice':
      return 'Built in. It writes placeholder prose for trying Longhand out, and needs nothing.'
  }
}

/** The models of one source, what can be set for the one that is chosen, and a trial of it. */
export const SourceDetails = ({ source, choice, onChoice }: Choosing) => {
  const settings = settingsIn(schemaFor(source, choice))
  return (
    <section aria-label={source.name} className="flex min-w-0 flex-col gap-4">
      <div>
        <h3 className="text-large font-bold">{source.name}</h3>
        {about(source) && <p className="text-quiet">{about(source)}</p>}
      </div>
      <Models source={source} choice={choice} onChoice={onChoice} />
      {choice.id !== '' && settings.length > 0 && (
        <SettingFields
          key={choice.id}
          settings={settings}
          values={choice.settings ?? {}}
          onValues={(values) => onChoice(withSettings(choice, values))}
        />
      )}
      {choice.id !== '' && <TryModel key={JSON.stringify(choice)} choice={choice} />}
      {source.kind === 'files' && (
        <MoreFiles offer={source.offer} chosen={choice.id} onChoose={(id) => onChoice({ ...choice, id })} />
      )}
    </section>
  )
}
