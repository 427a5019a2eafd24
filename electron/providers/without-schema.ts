import type { AttemptEvent } from './attempt.ts'

/** An event of a reply to a request whose schema the server refused and was not sent: its end says so. */
export const withoutSchema = (event: AttemptEvent): AttemptEvent =>
  event.type === 'end' ? { ...event, isSchemaLeftOut: true } : event
