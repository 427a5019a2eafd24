import { useEffect, useState } from 'react'
import type { Body, Call } from '../../../shared/records.ts'
import { guessTokens } from '../../../shared/text/tokens.ts'
import { client } from '../../stores/connection.ts'
import { saveFile } from '../../stores/save-file.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { openPath } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { brief } from '../../ui/figures.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { callTokens } from './call-words.ts'
import { scenarioOf } from './scenario.ts'

type Loaded = 'loading' | { readonly body: Body | null } | { readonly trouble: string }

/** Prompt and reply, asked for again when the call has ended. */
const useBody = ({ id, status }: Call): Loaded => {
  const [loaded, setLoaded] = useState<Loaded>('loading')
  useEffect(() => {
    let isOver = false
    client.calls.body({ project: openPath(), call: id }).then(
      (body) => isOver || setLoaded({ body }),
      (error: unknown) => isOver || setLoaded({ trouble: sentenceOf(error) }),
    )
    return () => {
      isOver = true
    }
  }, [id, status])
  return loaded
}

const Text = ({ text }: { readonly text: string }) => (
  <pre className="overflow-x-auto px-4 pb-3 font-mono text-small break-words whitespace-pre-wrap">{text}</pre>
)

/** A part of a prompt or a reply: its name and size, its text on demand. */
const Piece = ({
  name,
  text,
  note,
  open = false,
}: {
  readonly name: string
  readonly text: string
  readonly note?: string | undefined
  readonly open?: boolean
}) => (
  <details open={open} className="group border-b">
    <summary className="flex cursor-pointer items-baseline gap-2 px-4 py-1.5 hover:bg-hover">
      <span aria-hidden className="w-2 text-quiet transition-transform group-open:rotate-90">
        ›
      </span>
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      {note && <span className="text-small text-quiet">{note}</span>}
      <span className="text-small text-quiet tabular-nums">{brief(guessTokens(text))}</span>
    </summary>
    <Text text={text} />
  </details>
)

const Prompt = ({ prompt }: Pick<Body, 'prompt'>) => {
  const breakpoint = prompt.findLastIndex(({ cacheUpTo }) => cacheUpTo)
  const shown = prompt.map((part, i) => ({ ...part, place: i }))
  const left = shown.flatMap(({ name, leftOut, place }) =>
    leftOut === undefined ? [] : [{ name: name ?? 'A part', leftOut, place }],
  )
  return (
    <section aria-label="Prompt">
      <h3 className="px-4 pt-3 pb-1 text-quiet">What was asked, with tokens by a guess</h3>
      {shown.map(({ name, text, leftOut, place }) =>
        leftOut === undefined ? (
          <Piece
            key={place}
            name={name ?? `Part ${place + 1}`}
            text={text}
            note={place <= breakpoint ? 'same for every section' : undefined}
          />
        ) : null,
      )}
      {left.length > 0 && (
        <>
          <h3 className="px-4 pt-3 pb-1 text-quiet">What was left out, and why</h3>
          <ul>
            {left.map(({ name, leftOut, place }) => (
              <li key={place} className="border-b px-4 py-1.5">
                <span className="font-medium">{name}</span> <span className="text-quiet">{leftOut}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** One call opened: its prompt in parts, what was left out of it, and what came back. */
export const OneCall = ({ call }: { readonly call: Call }) => {
  const loaded = useBody(call)
  if (loaded === 'loading') return <StatusSentence title="Looking it up." />
  if ('trouble' in loaded)
    return <StatusSentence title="It could not be read.">{loaded.trouble}</StatusSentence>
  const { body } = loaded
  if (!body) {
    return (
      <StatusSentence title="Nothing was kept of it.">
        {call.status === 'started'
          ? 'Its prompt is kept when it has ended.'
          : 'Its process died before its end.'}
      </StatusSentence>
    )
  }
  const save = () =>
    saveFile(
      `${call.id.replace(':', '-')}.json`,
      'application/json',
      new TextEncoder().encode(scenarioOf(call, body)),
    )
  return (
    <div>
      <p className="px-4 pt-2 text-small text-quiet wrap-anywhere">
        {call.model}. {callTokens(call)}
      </p>
      {call.fault && <p className="px-4 pt-1 text-small text-broken">{call.fault.sentence}</p>}
      <Prompt prompt={body.prompt} />
      <section aria-label="Reply">
        <h3 className="px-4 pt-3 pb-1 text-quiet">What came back</h3>
        {body.thinking !== '' && <Piece name="Thinking" text={body.thinking} />}
        <Piece name="Reply" text={body.reply} open />
      </section>
      <p className="px-4 py-3">
        <Button onClick={save}>Export as a scenario</Button>
      </p>
    </div>
  )
}
