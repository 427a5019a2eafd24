import { engineProgram, forkEngine } from './engine-port.ts'
import type { StartEngine } from './engine-port.ts'

/** Milliseconds that the library has to be loaded. */
const patienceMs = 20_000

/** What would compute (`cpu`, or the kind of graphics processor), or why nothing can. */
export type EngineTrial = { readonly device: string } | { readonly trouble: string }

const tryOnce = (start: StartEngine, gpu: boolean, ms: number): Promise<EngineTrial> =>
  new Promise((resolve) => {
    const port = start(engineProgram)
    const settle = (trial: EngineTrial): void => {
      clearTimeout(late)
      resolve(trial)
      port.end()
    }
    const late = setTimeout(() => settle({ trouble: 'It did not start in time.' }), ms)
    port.listen(
      (message) => {
        if (message.type === 'device') settle({ device: message.device })
        if (message.type === 'cannot') settle({ trouble: message.failure.sentence })
      },
      () => settle({ trouble: 'Its process ended at once.' }),
    )
    port.send({ type: 'try', gpu })
  })

/** Finds out in a process of its own whether GGUF files can be run here, without one. Never rejects. */
export const tryEngine = async (start: StartEngine = forkEngine, ms = patienceMs): Promise<EngineTrial> => {
  try {
    const trial = await tryOnce(start, true, ms)
    return 'trouble' in trial ? await tryOnce(start, false, ms) : trial
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) }
  }
}
