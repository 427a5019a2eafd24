import { EventEmitter } from './events.ts'

/** The main process's ear for what preloads send. */
export const ipcMain = new EventEmitter()
