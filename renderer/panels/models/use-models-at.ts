import { useEffect, useRef, useState } from 'react'
import { createAskings } from '../../stores/askings.ts'
import { knownModels } from '../../stores/known-models.ts'
import { modelsAt } from '../../stores/model-actions.ts'

/** What the servers at some addresses offer. */
export type AskedModels =
  | { readonly kind: 'not' | 'asking' }
  | { readonly kind: 'answered'; readonly models: readonly string[]; readonly trouble?: string }

const ask = async (provider: string, baseUrl: string): Promise<AskedModels> => {
  const { models: ids, trouble } = await modelsAt(provider, baseUrl)
  return { kind: 'answered', models: ids, ...(trouble !== undefined && { trouble }) }
}

const models = 'models'

/** What the servers at an address have listed before. */
const heardAt = (baseUrl: string): AskedModels => {
  const listed = knownModels.getState().heard[baseUrl]
  return listed ? { kind: 'answered', models: listed } : { kind: 'not' }
}

/**
 * Asks the servers at an address, or of a pool, for their models; gives those, or null where others were asked since, the
 * answer was forgotten, or nobody looks at it any more.
 */
export const useModelsAt = (at = '') => {
  const [asked, setAsked] = useState<AskedModels>(() => heardAt(at))
  const askings = useRef(createAskings())
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return {
    asked,
    forget: (): void => {
      askings.current.begin(models)
      setAsked({ kind: 'not' })
    },
    askAt: async (provider: string, baseUrl: string): Promise<readonly string[] | null> => {
      const isNewest = askings.current.begin(models)
      setAsked({ kind: 'asking' })
      const answer = await ask(provider, baseUrl)
      if (!isShown.current || !isNewest(models)) return null
      setAsked(answer)
      return answer.kind === 'answered' ? answer.models : []
    },
  }
}
