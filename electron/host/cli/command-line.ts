type Env = Readonly<Record<string, string | undefined>>

const callers: Readonly<Record<string, string>> = {
  start: 'npm start --',
  longhand: 'npm run -s longhand --',
}

/** How the terminal program was started, for commands that the user is told. */
export const programOf = (env: Env): string => callers[env['npm_lifecycle_event'] ?? ''] ?? 'longhand'

/** A word of a command line, in quotation marks where a shell would take it for more than one. */
export const word = (text: string): string =>
  /^[\w./@%+=:,-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** A command line as the user would type it here; what is left out is left out. */
export const commandLine = (env: Env, ...words: readonly (string | undefined)[]): string =>
  [programOf(env), ...words.flatMap((each) => (each === undefined ? [] : [word(each)]))].join(' ')
