import { useEffect, useState } from 'react'
import type { Estimate } from '../../../shared/estimate.ts'
import { runSettings } from '../../stores/actions.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { openPath } from '../../stores/project-store.ts'

/** An estimate of the rest of the work: on its way, there, or why it could not be made. */
export type Estimated = 'loading' | { readonly estimate: Estimate } | { readonly trouble: string }

/** What the rest of the work is likely to cost with the model chosen; asked for again when `mark` changes, and not at all while it is null. */
export const useEstimate = (mark: string | null): Estimated => {
  const [estimated, setEstimated] = useState<Estimated>('loading')
  useEffect(() => {
    if (mark === null) return
    let isOver = false
    const { model, roles, lanes } = runSettings()
    client.runs
      .estimate({
        project: openPath(),
        model,
        ...(roles && { roles }),
        ...(lanes !== undefined && { lanes }),
      })
      .then(
        (estimate) => isOver || setEstimated({ estimate }),
        (error: unknown) => isOver || setEstimated({ trouble: sentenceOf(error) }),
      )
    return () => {
      isOver = true
    }
  }, [mark])
  return estimated
}
