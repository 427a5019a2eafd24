import { counted } from '../../ui/figures.ts'
import type { AskedModels } from './use-models-at.ts'

const words = (asked: AskedModels): string => {
  switch (asked.kind) {
    case 'not':
      return ''
    case 'asking':
      return 'The server is being asked.'
    case 'answered':
      if (asked.trouble !== undefined) return asked.trouble
      return asked.models.length > 0
        ? `${counted(asked.models.length, 'model')} to choose from.`
        : 'The server names no models. Write the name of one below.'
  }
}

const looks = (asked: AskedModels): string => {
  if (asked.kind === 'not') return 'sr-only'
  if (asked.kind !== 'answered' || asked.trouble === undefined) return 'py-1 text-quiet'
  return asked.models.length > 0 ? 'py-1 text-unsure' : 'py-1 text-broken'
}

/** How it stands with the models of a server that was asked. */
export const AskedWords = ({ asked }: { readonly asked: AskedModels }) => (
  <p role="status" aria-label="Answer of the server" className={looks(asked)}>
    {words(asked)}
  </p>
)
