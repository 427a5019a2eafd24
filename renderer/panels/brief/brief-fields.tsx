import type { Brief } from '../../../shared/records.ts'
import { Choice, Field, NumberInput, TextInput } from '../../ui/field.tsx'

const forms = ['novel', 'story', 'report', 'diary', 'manual', 'essay', 'text']

const languages: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['zh', 'Chinese'],
  ['ja', 'Japanese'],
]

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

type Change = (brief: Brief) => void

/** The same brief, without what is empty. */
const tidy = ({ reader, voice, words, units, ...rest }: Brief): Brief => ({
  ...rest,
  ...(reader && { reader }),
  ...(voice && { voice }),
  ...(words && { words }),
  ...(units && { units }),
})

const Line = ({
  label,
  hint,
  value,
  onValue,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onValue: (value: string) => void
}) => (
  <Field label={label} {...(hint && { hint })}>
    {(ids) => <TextInput {...ids} value={value} onChange={({ target }) => onValue(target.value)} />}
  </Field>
)

const Count = ({
  label,
  value,
  onValue,
}: {
  readonly label: string
  readonly value: number | undefined
  readonly onValue: (value: number | undefined) => void
}) => (
  <Field label={label}>
    {(ids) => <NumberInput {...ids} value={value ?? null} onNumber={(n) => onValue(n || undefined)} />}
  </Field>
)

const Units = ({ brief, onBrief }: { readonly brief: Brief; readonly onBrief: Change }) => {
  const { label = 'Section', count, words } = brief.units ?? {}
  const set = (
    label_: string,
    count_: number | undefined,
    min: number | undefined,
    max: number | undefined,
  ) =>
    onBrief(
      tidy({
        ...brief,
        units: {
          label: label_ || 'Section',
          ...(count_ && { count: count_ }),
          ...((min ?? max) && { words: { ...(min && { min }), ...(max && { max }) } }),
        },
      }),
    )
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="sr-only">Units</legend>
      <div className="grid grid-cols-4 gap-3">
        <Line label="Unit" value={label} onValue={(v) => set(v, count, words?.min, words?.max)} />
        <Count label="How many" value={count} onValue={(v) => set(label, v, words?.min, words?.max)} />
        <Count label="Words from" value={words?.min} onValue={(v) => set(label, count, v, words?.max)} />
        <Count label="Words to" value={words?.max} onValue={(v) => set(label, count, words?.min, v)} />
      </div>
      <p className="text-small text-quiet">
        What the work is made of, how many, and how many words each may have.
      </p>
    </fieldset>
  )
}

/** The fields of a brief that are more than free text. */
export const BriefFields = ({ brief, onBrief }: { readonly brief: Brief; readonly onBrief: Change }) => {
  const set = (part: Partial<Brief>): void => onBrief(tidy({ ...brief, ...part }))
  const { title, form, language, reader, voice, words } = brief
  return (
    <div className="flex flex-col gap-3">
      <Line label="Title" value={title} onValue={(v) => onBrief({ ...brief, title: v })} />
      <div className="grid grid-cols-3 gap-3">
        <Field label="Form">
          {(ids) => (
            <Choice {...ids} value={form} onChange={({ target }) => set({ form: target.value })}>
              {[...new Set([...forms, form])].map((each) => (
                <option key={each} value={each}>
                  {capital(each)}
                </option>
              ))}
            </Choice>
          )}
        </Field>
        <Field label="Language">
          {(ids) => (
            <Choice {...ids} value={language} onChange={({ target }) => set({ language: target.value })}>
              {[
                ...new Map([
                  ...languages,
                  ...(languages.some(([id]) => id === language) ? [] : [[language, language] as const]),
                ]),
              ].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
        </Field>
        <Count label="Words in all" value={words} onValue={(v) => onBrief(tidy({ ...brief, words: v }))} />
      </div>
      <Line label="Reader" value={reader ?? ''} onValue={(v) => set({ reader: v })} />
      <Line label="Voice" value={voice ?? ''} onValue={(v) => set({ voice: v })} />
      <Units brief={brief} onBrief={onBrief} />
    </div>
  )
}
