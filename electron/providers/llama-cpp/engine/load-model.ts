import { existsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { basename } from 'node:path'
import type * as NodeLlama from 'node-llama-cpp'
import type { ChatWrapper, Llama, LlamaModel } from 'node-llama-cpp'
import { AppError } from '../../../../shared/errors.ts'
import { ggufHeader } from '../gguf-header.ts'
import { bytesOf, partsOf } from '../gguf-parts.ts'
import type { EngineOptions } from '../wire.ts'
import { wordsOf } from './failures.ts'

/** A model in memory, with what is needed to ask it. */
export type LoadedModel = {
  readonly library: typeof NodeLlama
  readonly llama: Llama
  readonly model: LlamaModel
  readonly draft: LlamaModel | null
  /** The model's own chat template. */
  readonly template: ChatWrapper
  readonly threads: number
  readonly options: EngineOptions
}

const another = 'Choose another model.'

const importLibrary = async (): Promise<typeof NodeLlama> => {
  try {
    return await import('node-llama-cpp')
  } catch (error) {
    const sentence = 'What runs GGUF files (node-llama-cpp) is not installed.'
    throw new AppError(
      'model-unreachable',
      sentence,
      `Install Longhand again, or choose another model.`,
      error,
    )
  }
}

const openLlama = async (library: typeof NodeLlama, useGpu: boolean): Promise<Llama> => {
  try {
    return await library.getLlama({
      gpu: useGpu ? 'auto' : false,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      // The number of threads is set for each context.
      maxThreads: 0,
      logLevel: library.LlamaLogLevel.error,
      logger: (_level, message) => void process.stderr.write(message),
    })
  } catch (error) {
    const sentence = `What runs GGUF files (node-llama-cpp) does not run on this system, ${process.platform} ${process.arch} (${wordsOf(error)}).`
    throw new AppError('model-unreachable', sentence, another, error)
  }
}

/** Refuses what is not of the kind it should be, before anything heavy looks at it. */
const checkFile = async (path: string, kind: 'model' | 'adapter'): Promise<void> => {
  const name = basename(path)
  const header = await ggufHeader(path).catch((error: unknown) => {
    throw new AppError(
      'model-not-found',
      `The file ${name} cannot be read (${wordsOf(error)}).`,
      another,
      error,
    )
  })
  if (!header) {
    const sentence = `The file ${name} is no GGUF file, or its beginning is damaged.`
    throw new AppError('model-not-found', sentence, 'Get it again, or choose another file.')
  }
  const gap = partsOf(path).find((part) => !existsSync(part))
  if (gap !== undefined) {
    const sentence = `The model comes in several files, and ${basename(gap)} is missing.`
    throw new AppError('model-not-found', sentence, 'Put all of them into the same folder.')
  }
  if (header.type === kind && header.architecture !== 'clip') return
  const sentence =
    kind === 'model'
      ? `The file ${name} holds no language model but a part of one.`
      : `The file ${name} holds no adapter.`
  throw new AppError(
    'model-not-found',
    sentence,
    kind === 'model' ? another : 'Choose another file, or none.',
  )
}

const inGigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`

const checkMemory = async (llama: Llama, path: string): Promise<void> => {
  const size = bytesOf(path)
  const { total } = await llama.getVramState()
  const most = totalmem() + total
  if (size < most) return
  const sentence = `The model ${basename(path)} has ${inGigabytes(size)}, and this machine has ${inGigabytes(most)} of memory.`
  throw new AppError('model-not-found', sentence, 'Choose a smaller one, or one that is quantised further.')
}

const load = async (
  library: typeof NodeLlama,
  llama: Llama,
  path: string,
  onLoadProgress: () => void,
): Promise<LlamaModel> => {
  await checkMemory(llama, path)
  try {
    return await llama.loadModel({ modelPath: path, onLoadProgress })
  } catch (error) {
    if (error instanceof library.InsufficientMemoryError) {
      const sentence = `The model ${basename(path)} does not fit into memory.`
      throw new AppError(
        'model-not-found',
        sentence,
        'Close other programs, or choose a smaller model.',
        error,
      )
    }
    const sentence = `The model ${basename(path)} cannot be loaded: its file is damaged, or of a kind that is not supported yet.`
    throw new AppError('model-not-found', sentence, 'Get it again, or choose another.', error)
  }
}

/**
 * All cores that are good at arithmetic but one, which is left to the app and the rest of the system; LONGHAND_MODEL_THREADS
 * names another number.
 */
const threadsFor = (llama: Llama): number => {
  const asked = Number(process.env['LONGHAND_MODEL_THREADS'])
  return Number.isInteger(asked) && asked > 0 ? asked : Math.max(1, llama.cpuMathCores - 1)
}

/** What computes: `cpu`, or the kind of graphics processor. */
export const deviceOf = ({ gpu }: Llama): string => gpu || 'cpu'

/** What would compute, found out without a model. Throws `AppError` where nothing can. */
export const tryDevice = async (useGpu: boolean): Promise<string> =>
  deviceOf(await openLlama(await importLibrary(), useGpu))

const tokensOf = ({ fileInfo }: LlamaModel): readonly string[] => fileInfo.metadata.tokenizer.ggml.tokens

/** Refuses a draft model that counts its tokens otherwise; the ends may differ, where some pad theirs. */
const checkDraft = (model: LlamaModel, draft: LlamaModel, path: string): void => {
  const [own, other] = [tokensOf(model), tokensOf(draft)]
  if (Math.abs(own.length - other.length) <= 128 && other.every((text, i) => text === (own[i] ?? text)))
    return
  const sentence = `The draft model ${basename(path)} does not fit this model: it has another vocabulary.`
  throw new AppError('model-not-found', sentence, 'Choose a smaller model of the same family, or none.')
}

/** Hears what is to compute, before anything is loaded, and that loading goes on. */
export type LoadListener = { readonly device: (device: string) => void; readonly progress: () => void }

/** Loads a model, and the one that drafts for it. Throws `AppError` that says what to do. */
export const loadModel = async (options: EngineOptions, tell: LoadListener): Promise<LoadedModel> => {
  const { path, draft, adapter } = options
  await checkFile(path, 'model')
  if (draft !== undefined) await checkFile(draft, 'model')
  if (adapter !== undefined) await checkFile(adapter, 'adapter')
  const library = await importLibrary()
  const llama = await openLlama(library, options.gpu)
  tell.device(deviceOf(llama))
  const model = await load(library, llama, path, tell.progress)
  const drafts = draft === undefined ? null : await load(library, llama, draft, tell.progress)
  if (draft !== undefined && drafts) checkDraft(model, drafts, draft)
  return {
    library,
    llama,
    model,
    draft: drafts,
    template: library.resolveChatWrapper(model),
    threads: options.threads ?? threadsFor(llama),
    options,
  }
}
