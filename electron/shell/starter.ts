import { app, dialog } from 'electron'

/** What whoever started Longhand waits for on standard output; it is said once. */
const word = (): string | undefined => process.env['LONGHAND_READY']

/** Lets Longhand live on when whoever started it no longer listens to what it prints. */
export const surviveLostPipes = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** Tells whoever started Longhand and waits for it that a window can be seen. */
export const sayReady = (): void => {
  const said = word()
  if (said === undefined) return
  delete process.env['LONGHAND_READY']
  process.stdout.write(`${said}\n`)
}

/** Says why Longhand could not be started: to whoever waits for it, else in a dialogue once there can be one. */
export const sayFailed = async (sentence: string): Promise<void> => {
  if (word() !== undefined) return void process.stderr.write(`${sentence}\n`)
  await app.whenReady()
  dialog.showErrorBox('Longhand', sentence)
}
