import { spawn } from 'node:child_process'

type Machine = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The program that opens an address on this machine, with its arguments; null where there is no display. */
export const opener = (
  { platform, env }: Machine,
  address: string,
): { readonly program: string; readonly args: readonly string[] } | null => {
  if (platform === 'darwin') return { program: 'open', args: [address] }
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', address] }
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { program: 'xdg-open', args: [address] } : null
}

/** Opens an address in the browser; false where there is none to be seen. What the browser does then is its own. */
export const openBrowser = (machine: Machine, address: string): Promise<boolean> => {
  const found = opener(machine, address)
  if (!found) return Promise.resolve(false)
  const child = spawn(found.program, found.args, { stdio: 'ignore', detached: true })
  child.unref()
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('spawn', () => resolve(true))
  })
}
