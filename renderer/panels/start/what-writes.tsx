import { useEffect } from 'react'
import { useKnownModels, type FoundServer } from '../../stores/known-models.ts'
import { findServers, writeWith } from '../../stores/model-actions.ts'
import { modelName, useRunChoice } from '../../stores/model-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { foundSentence } from '../models/model-words.ts'

const FoundHere = ({ server }: { readonly server: FoundServer }) => {
  const [first] = server.models
  return (
    first && (
      <>
        <span>{foundSentence(server)}.</span>
        <Button onClick={() => writeWith({ id: first.id, baseUrl: server.baseUrl })}>
          Use {modelName(first.id)}
        </Button>
      </>
    )
  )
}

/** What writes now; while that is the practice model, what else is on this computer and the way to choose. */
export const WhatWrites = () => {
  const id = useRunChoice(({ model }) => model.id)
  const found = useKnownModels((known) => known.found)
  const isPractice = id === 'practice'
  useEffect(() => {
    if (isPractice) void findServers()
  }, [])
  const server = found?.find(({ models }) => models.length > 0)
  return (
    <section aria-label="What writes" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p role="status">
        {isPractice ? 'The practice model is chosen: placeholder prose.' : `${modelName(id)} writes.`}
      </p>
      {isPractice && server && <FoundHere server={server} />}
      <Button onClick={() => show({ dialog: 'models' })}>
        {isPractice ? 'Choose a model' : 'Choose another'}
      </Button>
    </section>
  )
}
