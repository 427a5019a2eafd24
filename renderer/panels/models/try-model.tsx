import { useState } from 'react'
import type { ModelChoice } from '../../../shared/model.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { Button } from '../../ui/button.tsx'
import { figure } from '../../ui/figures.ts'

type Tried =
  | { readonly kind: 'not' | 'asking' }
  | { readonly kind: 'said'; readonly ms: number; readonly said: string }
  | { readonly kind: 'trouble'; readonly sentence: string }

/** Asks the chosen model for one sentence and says how long its first token took. */
export const TryModel = ({ choice }: { readonly choice: ModelChoice }) => {
  const [tried, setTried] = useState<Tried>({ kind: 'not' })
  const tryIt = async (): Promise<void> => {
    setTried({ kind: 'asking' })
    try {
      const { firstTokenMs, said } = await client.models.try(choice)
      setTried({ kind: 'said', ms: firstTokenMs, said })
    } catch (error) {
      setTried({ kind: 'trouble', sentence: sentenceOf(error) })
    }
  }
  return (
    <div className="flex items-start gap-3">
      <Button disabled={tried.kind === 'asking' || choice.id === ''} onClick={() => void tryIt()}>
        Try it
      </Button>
      <p
        role="status"
        aria-label="Answer of the model"
        className={`py-1 ${tried.kind === 'trouble' ? 'text-broken' : 'text-quiet'}`}
      >
        {tried.kind === 'not' && 'One short sentence, to see whether it answers and how fast.'}
        {tried.kind === 'asking' && 'It is being asked.'}
        {tried.kind === 'trouble' && tried.sentence}
        {tried.kind === 'said' && (
          <>
            First token after {figure(Math.round(tried.ms))} ms. It said: “{tried.said.trim()}”
          </>
        )}
      </p>
    </div>
  )
}
