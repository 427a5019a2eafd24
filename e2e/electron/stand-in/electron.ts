/**
 * A stand-in for the module `electron` of the main process, for machines without its runtime. Its parts are checked
 * against the real types; what the shell uses beyond them is missing, and so fails.
 */
export { app } from './app.ts'
export { ipcMain } from './ipc-main.ts'
export {
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  shell,
} from './machine-parts.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utility-process.ts'
export { StandInWindow as BrowserWindow } from './windows.ts'
