/** The only messages between the main process and a window, beside what goes through its port. */
export const channels = {
  /** From the preload, with one end of a channel: answer calls through it. */
  port: 'longhand:port',
  /** To the preload: the id of a command, and the number under which to say that it is done. */
  command: 'longhand:command',
  /** From the preload: the number of a command that is done. */
  done: 'longhand:done',
} as const

/** What goes through a port beside calls and answers. */
export const signs = {
  /** Said by the main process at the beginning and at every beat, and answered with the same. */
  beat: 'beat',
  /** The last word of the main process: the port is closed. */
  end: 'end',
} as const

/** Whether this may be the id of a command. */
export const isCommandId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z-]{0,39}$/u.test(value)
