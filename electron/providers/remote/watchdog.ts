import { AppError } from '../../../shared/errors.ts'
import type { ProviderPlatform } from '../provider.ts'

/** How long to wait, in milliseconds. */
export type Timings = {
  /** For the first byte of the reply. */
  readonly firstByteMs: number
  /** For the next byte. */
  readonly stallMs: number
  /** For the next text or thinking, while the server only says that it is alive. */
  readonly silenceMs: number
  /** For the usage and the end of the stream, once the model has finished. */
  readonly graceMs: number
  /** For the list of models. */
  readonly listMs: number
}

/** Patience for a server that may have to load a model or read a long prompt first. */
export const timings: Timings = {
  firstByteMs: 60_000,
  stallMs: 45_000,
  silenceMs: 300_000,
  graceMs: 2_000,
  listMs: 15_000,
}

/** Told what arrives; cuts the call when nothing does. */
export type Watchdog = { readonly byte: () => void; readonly event: () => void; readonly finish: () => void }

/** Watches one call from now on until `controller` aborts, and aborts it with `reply-stalled` when it goes quiet. */
export const watch = (
  platform: ProviderPlatform,
  limits: Timings,
  controller: AbortController,
  host: string,
): Watchdog => {
  const { now, sleep } = platform
  let byteDue = now() + limits.firstByteMs
  let eventDue = Infinity
  let byteMs = limits.firstByteMs
  let seenAt = now()
  // A clock that was set back must not make the watch longer.
  const followClock = (): void => {
    const back = Math.max(0, seenAt - now())
    byteDue -= back
    eventDue -= back
    seenAt = now()
  }
  const run = async (): Promise<void> => {
    while (!controller.signal.aborted) {
      followClock()
      const left = Math.min(byteDue, eventDue) - now()
      if (left <= 0) {
        const seconds = Math.ceil((byteDue <= eventDue ? byteMs : limits.silenceMs) / 1000)
        const sentence = `The server at ${host} said nothing for ${seconds} s.`
        return controller.abort(new AppError('reply-stalled', sentence, 'Another attempt may help.'))
      }
      // A due time may come nearer while this sleeps, so it never sleeps long.
      await sleep(Math.min(left, limits.graceMs), controller.signal)
    }
  }
  void run()
  return {
    byte: () => {
      followClock()
      if (eventDue === Infinity) eventDue = now() + limits.silenceMs
      byteMs = limits.stallMs
      byteDue = now() + limits.stallMs
    },
    event: () => {
      followClock()
      eventDue = now() + limits.silenceMs
    },
    finish: () => {
      followClock()
      eventDue = now() + limits.graceMs
    },
  }
}
