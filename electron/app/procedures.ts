import { implement } from '@orpc/server'
import { contract } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'

/** The contract, to be answered. An `AppError` crosses as `FAILED`; every other error is a bug, and `bug` hears of it. */
export const createProcedures = (bug: (error: unknown) => void) =>
  implement(contract).use(async ({ next, errors }) => {
    try {
      return await next()
    } catch (error) {
      if (!(error instanceof AppError)) {
        bug(error)
        throw error
      }
      const { code, message, next: advice } = error
      throw errors.FAILED({ data: { code, sentence: message, next: advice } })
    }
  })

/** What each group of handlers is made with. */
export type Procedures = ReturnType<typeof createProcedures>
