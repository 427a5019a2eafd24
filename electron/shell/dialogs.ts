import { dialog, type BrowserWindow } from 'electron'

/** A question with two answers; the second is the harmless one: it is chosen by Escape and stands ready. */
export type Question = {
  readonly message: string
  readonly detail: string
  readonly yes: string
  readonly no: string
}

/** Asks the writer in a native dialogue, before a window where there is one. */
export const confirm = async (
  { message, detail, yes, no }: Question,
  window: BrowserWindow | null,
): Promise<boolean> => {
  const options = {
    type: 'question' as const,
    message,
    detail,
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response === 0
}

/** Lets the writer choose project files; none where it is left. */
export const chooseProjects = async (window: BrowserWindow | null): Promise<readonly string[]> => {
  const options = {
    title: 'Open a project',
    filters: [{ name: 'Longhand projects', extensions: ['longhand'] }],
    properties: ['openFile' as const, 'multiSelections' as const],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}
