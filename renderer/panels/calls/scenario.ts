import type { Body, Call } from '../../../shared/records.ts'

/** One call as a file that can be replayed: what was asked, by parts, and what was answered. */
export const scenarioOf = ({ verb, role, model, usage, startedAt }: Call, body: Body): string =>
  `${JSON.stringify(
    {
      scenario: 1,
      verb,
      role,
      model,
      at: new Date(startedAt).toISOString(),
      ...(usage && { usage }),
      prompt: body.prompt,
      ...(body.thinking && { thinking: body.thinking }),
      reply: body.reply,
    },
    null,
    2,
  )}\n`
