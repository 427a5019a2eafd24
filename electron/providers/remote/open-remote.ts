import type { z } from 'zod'
import type { JsonSchema, ModelChoice } from '../../../shared/model.ts'
import type { Attempt, AttemptEvent, AttemptFailure } from '../attempt.ts'
import type { ProviderPlatform } from '../provider.ts'
import { withoutSchema } from '../without-schema.ts'
import { oneAttempt } from './one-attempt.ts'
import type { Remote } from './one-attempt.ts'
import { settingsOf } from './settings-of.ts'
import { nameOf, serverFor } from './vendor.ts'
import type { Vendor } from './vendor.ts'
import { timings } from './watchdog.ts'
import type { Timings } from './watchdog.ts'

/** How servers name what a model may refuse to be tuned with. */
const tuned = /temperature|top_p|seed|reasoning|thinking|effort|prompt_cache|verbosity/i

const refusalIn = (event: AttemptEvent): AttemptFailure | null =>
  event.type === 'failed' && event.failure.code === 'model-refused-request' ? event.failure : null

/** How a request is asked: with what may be set for it, and with its schema. */
type Form = { readonly isTuned: boolean; readonly hasJson: boolean }

/** The next form to try after a refusal; null where nothing can be left out. */
const lessThan = (form: Form, { sentence }: AttemptFailure): Form | null => {
  if (form.isTuned && tuned.test(sentence)) return { ...form, isTuned: false }
  return form.hasJson ? { ...form, hasJson: false } : null
}

const remoteOf = <Settings extends z.ZodObject>(
  vendor: Vendor<Settings>,
  choice: ModelChoice,
  platform: ProviderPlatform,
  waits: Timings,
): Remote => {
  const settings = settingsOf(vendor.settings, choice)
  const server = serverFor(vendor, choice)
  const model = nameOf(vendor, choice)
  const cacheMark = vendor.cacheMark?.(settings)
  const access = { baseURL: server.base, apiKey: server.key ?? '' }
  return {
    server,
    model,
    platform,
    timings: waits,
    connect: (fetch, request) => vendor.connect({ ...access, fetch }, model, settings, request),
    read: vendor.read(settings),
    tuning: (request) => vendor.tuning?.(request, settings, model) ?? {},
    optionsName: vendor.optionsName ?? vendor.id,
    room: vendor.room?.(settings, model) ?? 0,
    addsRoom: vendor.addsRoom?.(model) ?? false,
    ...(cacheMark && { cacheMark }),
  }
}

/**
 * Opens a model of a vendor. What a model refuses (a JSON schema, a temperature, a setting) it is asked once more
 * without within the same call, and from then on without. Throws `AppError` when the choice lacks something.
 */
export const openRemote = <Settings extends z.ZodObject>(
  vendor: Vendor<Settings>,
  choice: ModelChoice,
  platform: ProviderPlatform,
  waits: Timings = timings,
): Attempt => {
  const remote = remoteOf(vendor, choice, platform, waits)
  const refused = new WeakSet<JsonSchema>()
  let isTunable = true

  return async function* (request, signal) {
    const { json, ...plain } = request
    let form: Form | null = { isTuned: isTunable, hasJson: json !== undefined && !refused.has(json) }
    while (form) {
      const { isTuned, hasJson }: Form = form
      form = null
      for await (const event of oneAttempt(remote, hasJson ? request : plain, isTuned, signal)) {
        const refusal = refusalIn(event)
        form = refusal && lessThan({ isTuned, hasJson }, refusal)
        if (form) break
        yield json && !hasJson ? withoutSchema(event) : event
        if (refusal || event.type === 'limits') continue
        isTunable &&= isTuned
        if (json && !hasJson) refused.add(json)
      }
    }
  }
}
