/** A place where a model server may stand, and under which name it is known; who stands there says so itself. */
export type Place = { readonly name: string; readonly url: string }

/** The usual places on this computer. */
const usual: readonly Place[] = [
  { name: 'Ollama', url: 'http://127.0.0.1:11434' },
  { name: 'LM Studio', url: 'http://127.0.0.1:1234' },
  { name: 'llama.cpp', url: 'http://127.0.0.1:8080' },
  { name: 'vLLM', url: 'http://127.0.0.1:8000' },
  { name: 'SGLang', url: 'http://127.0.0.1:30000' },
  { name: 'Jan', url: 'http://127.0.0.1:1337' },
  { name: 'LiteLLM', url: 'http://127.0.0.1:4000' },
]

const anyAddress = /^(0\.0\.0\.0|\[?::\]?)$/

/** `OLLAMA_HOST` in all the forms that Ollama takes (`host`, `:port`, `host:port`, an address); null for none of them. */
const ollamaHost = (text: string): Place | null => {
  const given = text.trim().replace(/^:/, '127.0.0.1:')
  const isBare = !given.includes('://')
  const url = given ? URL.parse(isBare ? `http://${given}` : given) : null
  if (!url?.hostname || !/^https?:$/.test(url.protocol) || url.username || url.password) return null
  if (anyAddress.test(url.hostname)) url.hostname = '127.0.0.1'
  if (isBare && !/:\d+\/?$/.test(given)) url.port = '11434'
  return { name: 'Ollama', url: url.origin }
}

/** Addresses that the environment names for providers, by their id: `OLLAMA_HOST` is Ollama's. */
export const addressesIn = (
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => {
  const ollama = ollamaHost(env['OLLAMA_HOST'] ?? '')?.url
  return ollama === undefined ? {} : { ollama }
}

/**
 * Where to look for local model servers: the usual places, and the one that `OLLAMA_HOST` names. `LONGHAND_PLACES`
 * names others instead (addresses with spaces or commas between; empty for none).
 */
export const placesOf = (env: Readonly<Record<string, string | undefined>>): readonly Place[] => {
  const own = env['LONGHAND_PLACES']
  if (own !== undefined) {
    const urls = own.split(/[\s,]+/).filter((url) => URL.canParse(url))
    return urls.map((url) => ({ name: 'Server', url: url.replace(/\/+$/, '') }))
  }
  const named = ollamaHost(env['OLLAMA_HOST'] ?? '')
  const places = named ? [named, ...usual] : usual
  return places.filter(({ url }, at) => places.findIndex((other) => other.url === url) === at)
}
