import { useEffect, useRef, useState } from 'react'
import type { ModelChoice } from '../../../shared/model.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { Button } from '../../ui/button.tsx'
import { span } from '../../ui/figures.ts'
import { useNow } from '../../ui/use-now.ts'
import { TrialResult, type Trial } from './trial-result.tsx'

type Tried =
  | { readonly kind: 'not' | 'stopped' }
  | { readonly kind: 'asking'; readonly since: number }
  | { readonly kind: 'tried'; readonly trial: Trial }
  | { readonly kind: 'trouble'; readonly sentence: string }

const words = (tried: Tried, now: number): string => {
  switch (tried.kind) {
    case 'not':
      return 'Measures how fast it is and what it is fit for, in less than a minute.'
    case 'stopped':
      return 'Stopped. Nothing was changed.'
    case 'asking':
      return `It is being asked, for ${span(Math.max(0, now - tried.since))} now. After 50 s there is half a result.`
    case 'tried':
      return ''
    case 'trouble':
      return tried.sentence
  }
}

const useTrial = (choice: ModelChoice) => {
  const [tried, setTried] = useState<Tried>({ kind: 'not' })
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])
  const start = async (): Promise<void> => {
    const mine = new AbortController()
    asking.current = mine
    setTried({ kind: 'asking', since: Date.now() })
    const end = (result: Tried): void => {
      if (!mine.signal.aborted) setTried(result)
    }
    try {
      end({ kind: 'tried', trial: await client.models.try(choice, { signal: mine.signal }) })
    } catch (error) {
      end({ kind: 'trouble', sentence: sentenceOf(error) })
    }
  }
  const stop = (): void => {
    asking.current?.abort()
    setTried({ kind: 'stopped' })
  }
  return { tried, start, stop }
}

/** Asks the chosen model a few things and says how fast it is, what it reads and gives, and what it is fit for. */
export const TryModel = ({ choice }: { readonly choice: ModelChoice }) => {
  const { tried, start, stop } = useTrial(choice)
  const isAsking = tried.kind === 'asking'
  const now = useNow(isAsking)
  return (
    <section aria-label="Trial" className="flex flex-col gap-2">
      <div className="flex items-start gap-3">
        <Button disabled={choice.id === ''} onClick={() => (isAsking ? stop() : void start())}>
          {isAsking ? 'Stop trying' : 'Try it'}
        </Button>
        <p
          role="status"
          aria-label="Answer of the model"
          className={`py-1 tabular-nums ${tried.kind === 'trouble' ? 'text-broken' : 'text-quiet'}`}
        >
          {words(tried, now)}
          {tried.kind === 'tried' && 'It has answered.'}
        </p>
      </div>
      {tried.kind === 'tried' && <TrialResult trial={tried.trial} />}
    </section>
  )
}
