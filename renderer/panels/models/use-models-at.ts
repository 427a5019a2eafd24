import { useState } from 'react'
import { addressesOf } from '../../../shared/addresses-of.ts'
import { modelsAt } from '../../stores/model-actions.ts'

/** What the servers at some addresses offer. */
export type AskedModels =
  | { readonly kind: 'not' | 'asking' }
  | { readonly kind: 'answered'; readonly models: readonly string[]; readonly trouble?: string }

/** The models that every server of a pool has which answers at all, and the first trouble. */
const ask = async (provider: string, baseUrl: string): Promise<AskedModels> => {
  const answers = await Promise.all(addressesOf(baseUrl).map((each) => modelsAt(provider, each)))
  const lists = answers.map(({ models }) => models).filter((models) => models.length > 0)
  const models = lists[0]?.filter((id) => lists.every((list) => list.includes(id))) ?? []
  const trouble = answers.find((answer) => answer.trouble !== undefined)?.trouble
  return { kind: 'answered', models, ...(trouble !== undefined && { trouble }) }
}

/** Asks the servers at an address, or of a pool, for their models; gives those. */
export const useModelsAt = () => {
  const [asked, setAsked] = useState<AskedModels>({ kind: 'not' })
  return {
    asked,
    forget: () => setAsked({ kind: 'not' }),
    askAt: async (provider: string, baseUrl: string): Promise<readonly string[]> => {
      setAsked({ kind: 'asking' })
      const answer = await ask(provider, baseUrl)
      setAsked(answer)
      return answer.kind === 'answered' ? answer.models : []
    },
  }
}
