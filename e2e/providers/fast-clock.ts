import { systemPlatform } from '../../electron/providers/system-platform.ts'
import type { ProviderPlatform } from '../../electron/providers/provider.ts'

/** The real network on a clock that runs so many times faster: whoever waits, waits so much less. */
export const fastPlatform = (times: number): ProviderPlatform => {
  const start = Date.now()
  return {
    ...systemPlatform,
    now: () => start + (Date.now() - start) * times,
    sleep: (ms, signal) => systemPlatform.sleep(ms / times, signal),
    random: () => 0,
  }
}
