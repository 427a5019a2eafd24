import { citationsIn } from '../../../shared/citations.ts'
import type { PromptBlocks } from './prompt-blocks.ts'

/** The keys of the passages that a prompt gives to cite, each once, in order; null where it speaks of none. */
export const sourcesIn = (blocks: PromptBlocks): readonly string[] | null => {
  const body = blocks.get('Passages to cite')
  if (body === undefined) return null
  const own = body.replace(/^("{3,})\n[^]*?\n\1$/gmu, '')
  const keys = [...own.matchAll(/^\[@([^\s,;@\]]+)\]$/gmu)].map(([, key = '']) => key)
  return [...new Set(keys)]
}

/** A text without the citations of sources that were not given; all of them stay where nothing was said of sources. */
export const withoutStrangers = (text: string, sources: readonly string[] | null): string => {
  if (sources === null) return text
  let rest = text
  for (const { from, to, sources: cited } of citationsIn(text).toReversed()) {
    const known = cited.filter(({ key }) => sources.includes(key))
    if (known.length === cited.length) continue
    const list = known.map(({ key, place }) => `@${key}${place && `, ${place}`}`).join('; ')
    const before = rest.slice(0, from)
    rest = list ? `${before}[${list}]${rest.slice(to)}` : `${before.trimEnd()}${rest.slice(to)}`
  }
  return rest
}
