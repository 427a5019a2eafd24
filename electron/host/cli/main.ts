import { Command, CommanderError } from 'commander'
import { AppError, explain } from '../../../shared/errors.ts'
import { bench, type BenchFlags } from './bench/bench.ts'
import type { WritingFlags } from './bench/each-document.ts'
import { longbenchWrite } from './bench/longbench-write.ts'
import { check } from './check.ts'
import { constraints, type ConstraintsFlags } from './constraints.ts'
import { doctor } from './doctor.ts'
import { exportProject } from './export.ts'
import { gather, wholeNumber, withRunFlags, withServerFlags, type RunFlags } from './flags.ts'
import { addGettingCommands } from './get-model.ts'
import { models } from './models.ts'
import { exitOf, exits } from './outcome.ts'
import { resume, type ResumeFlags } from './resume.ts'
import { serve, type ServeFlags } from './serve.ts'
import { showsStacks, withSession, type Session } from './session.ts'
import { stopSignal } from './signals.ts'
import { harmless } from './spans.ts'
import { write, type WriteFlags } from './write.ts'

const stopping = stopSignal(() => process.exit(exits.stopped))

const complain = (sentence: string): void => {
  process.stderr.write(`${harmless(sentence)}\n`)
}

/** Commander's complaint as a sentence. */
const sentenceOf = (complaint: string): string => {
  const text = complaint
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
  const sentence = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`
}

const failed = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.usage
  if (stopping.aborted && error === stopping.reason) return exits.stopped
  if (error instanceof AppError) {
    complain(explain(error))
    return exitOf(error.code)
  }
  if (showsStacks(process.env)) console.error(error)
  complain('Longhand has met a bug and stopped. What was saved is kept; LONGHAND_DEBUG=1 shows where it is.')
  return exits.bug
}

const end = (code: number): void => {
  process.exitCode = code
  // What is still on its way to a pipe must get there first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

type Perform = (json: boolean, command: (session: Session) => Promise<number>) => Promise<void>

const referenceHelp =
  'a source to write from and to cite (Markdown, text, HTML, Word, BibTeX, CSL JSON, RIS); may be given again'
const [jsonFlag, jsonHelp] = ['--json', 'print one JSON object, last'] as const

/** The commands that say how a brief is read. */
const addReadingCommands = (program: Command, perform: Perform): void => {
  program
    .command('constraints <BRIEF>')
    .description('what a brief asks of which unit, and what contradicts itself (- is standard input)')
    .option(
      '--all',
      'list what every unit owes (each, the whole document) with each unit too; otherwise only what is placed',
    )
    .option(jsonFlag, jsonHelp)
    .action((brief: string, flags: ConstraintsFlags) =>
      perform(flags.json === true, (session) => constraints(session, brief, flags)),
    )
}

/** The commands that say what there is to write with, and bring more. */
const addModelCommands = (program: Command, perform: Perform): void => {
  type Flags = RunFlags & { readonly json?: boolean }
  const listing = withServerFlags(
    program.command('models').description('the models that can be asked for'),
  ).option(jsonFlag, jsonHelp)
  addGettingCommands(listing, perform)
  listing.action((flags: Flags) => perform(flags.json === true, (session) => models(session, flags)))
  withServerFlags(
    program
      .command('doctor')
      .description('what is there to write with, what is missing, and what to do next'),
  )
    .option(jsonFlag, jsonHelp)
    .action((flags: Flags) => perform(flags.json === true, (session) => doctor(session, flags)))
}

/** The flags that every benchmark of written documents has, and its `--help`. */
const withWritingFlags = (command: Command, what: string): Command =>
  withServerFlags(
    command
      .option('--limit <N>', `how many ${what} at most`, wholeNumber(1, Number.MAX_SAFE_INTEGER))
      .option('--model <ID>', 'practice, or PROVIDER/NAME as `models` lists them'),
  )
    .option('--lanes <N>', 'how many calls at once', wholeNumber(1, 64))
    .option(jsonFlag, jsonHelp)

const addBenchmarks = (program: Command, perform: Perform): void => {
  const benchmarks = program.command('bench').description('measure Longhand against a benchmark')
  withWritingFlags(
    benchmarks
      .command('longgenbench <DATA>')
      .description(
        'place the requirements of every prompt of a LongGenBench file, then write the documents; what they cost is held against half of what CogWriter sends',
      )
      .option('--place-only', 'grade the placement, write nothing'),
    'tasks',
  ).action((data: string, flags: BenchFlags) =>
    perform(flags.json === true, (session) => bench(session, data, flags)),
  )
  withWritingFlags(
    benchmarks
      .command('longbench-write <DATA>')
      .description(
        'write what every request of a LongBench-Write file asks (one JSON object a line); LongWriter’s length score must come to 95 in English, in Chinese and in all',
      ),
    'requests',
  ).action((data: string, flags: WritingFlags) =>
    perform(flags.json === true, (session) => longbenchWrite(session, data, flags)),
  )
}

const commands = (perform: Perform) => {
  const program = new Command('longhand').description('From a brief to a finished manuscript.')
  withRunFlags(
    program
      .command('write <BRIEF>')
      .description('plan, draft, review and export a brief (- is standard input)'),
  )
    .option('-o, --out <FILE>', 'the project file to make, ending in .longhand')
    .option('--reference <FILE>', referenceHelp, gather)
    .option('--seed <N>', 'makes the run repeatable', wholeNumber(0, 0xffff_ffff))
    .option('--export <OUT>', 'a file to export to (.md, .docx, .html, .txt); may be given again', gather)
    .option(jsonFlag, jsonHelp)
    .action((brief: string, flags: WriteFlags) =>
      perform(flags.json === true, (session) => write(session, brief, flags)),
    )
  withRunFlags(program.command('resume <FILE>').description('go on with a project'))
    .option('--reference <FILE>', referenceHelp, gather)
    .option('--export <OUT>', 'a file to export to; may be given again', gather)
    .option(jsonFlag, jsonHelp)
    .action((file: string, flags: ResumeFlags) =>
      perform(flags.json === true, (session) => resume(session, file, flags)),
    )
  program
    .command('check <FILE>')
    .description('what a project owes and does not keep')
    .option(jsonFlag, jsonHelp)
    .action((file: string, flags: { readonly json?: boolean }) =>
      perform(flags.json === true, (session) => check(session, file)),
    )
  program
    .command('export <FILE> <OUT>')
    .description('write the manuscript as .md, .docx, .html or .txt')
    .option(jsonFlag, jsonHelp)
    .action((file: string, out: string, flags: { readonly json?: boolean }) =>
      perform(flags.json === true, (session) => exportProject(session, file, out)),
    )
  program
    .command('serve [FILE]')
    .description('work on the screen, in a browser on this machine')
    .option('--port <N>', 'the port to listen on', wholeNumber(0, 65_535))
    .option('--open', 'open the browser, where there is a display')
    .action((file: string | undefined, flags: ServeFlags) =>
      perform(false, (session) => serve(session, file, flags)),
    )
  addModelCommands(program, perform)
  addReadingCommands(program, perform)
  addBenchmarks(program, perform)
  return program
}

const quiet = (command: Command): Command => {
  command
    .exitOverride()
    .configureOutput({ outputError: (complaint) => complain(sentenceOf(complaint)) })
    .allowExcessArguments(false)
  command.commands.forEach(quiet)
  return command
}

// Whoever reads may stop reading; the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => process.exit(failed(error)))
}

let code: number = exits.done
try {
  const program = commands(async (json, command) => {
    code = await withSession({ json, stopping }, command)
  })
  await quiet(program).parseAsync()
} catch (error) {
  code = failed(error)
}
end(code)
