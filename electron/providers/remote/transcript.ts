import type { ModelRequest, Usage } from '../../../shared/model.ts'

/** What one reply has come to so far. */
export type Transcript = {
  /** The part of `text` that still fits; characters of text and thinking count together. */
  readonly hear: (
    kind: 'text' | 'thinking',
    text: string,
  ) => { readonly text: string; readonly isFull: boolean }
  readonly hasText: () => boolean
  /** The server's counts where it gave any, else one token for four characters. */
  readonly usage: (counted?: Partial<Usage>) => Usage
}

const tokens = (chars: number): number => Math.ceil(chars / 4)

/** A count as servers should give it; anything else counts as none given. */
const sound = (count: number | undefined): number =>
  count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : 0

/** Most characters of a reply: far above what its tokens, thoughts and all, hold in any language. */
const mostChars = ({ maxOutput, room = 0 }: ModelRequest): number =>
  maxOutput * 16 + Math.max(65_536, room * 8)

/** An empty transcript of the reply to `request`. */
export const transcript = (request: ModelRequest): Transcript => {
  const most = mostChars(request)
  const asked = request.messages.reduce((sum, { text }) => sum + text.length, 0)
  const heard = { text: 0, thinking: 0 }
  return {
    hear: (kind, text) => {
      const room = most - heard.text - heard.thinking
      const fits = text.slice(0, room)
      heard[kind] += fits.length
      return { text: fits, isFull: text.length > room }
    },
    hasText: () => heard.text > 0,
    usage: (counted) => {
      const input = sound(counted?.input) || tokens(asked)
      const output = sound(counted?.output) || tokens(heard.text + heard.thinking)
      const thinking = Math.min(sound(counted?.thinking), output)
      return {
        input,
        cached: Math.min(sound(counted?.cached), input),
        output,
        ...(thinking > 0 && { thinking }),
      }
    },
  }
}
