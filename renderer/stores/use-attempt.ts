import { useState } from 'react'
import { AppError } from '../../shared/errors.ts'
import { sentenceOf } from './failures.ts'

/**
 * Carries something out where a notice would lie behind a dialogue: `trouble` is the sentence of the last failure, to be
 * shown beside the button. `attempt` says whether it worked.
 */
export const useAttempt = () => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      setTrouble(null)
      await work()
      return true
    } catch (error) {
      if (!(error instanceof AppError)) reportError(error)
      setTrouble(sentenceOf(error))
      return false
    }
  }
  return { trouble, attempt }
}
