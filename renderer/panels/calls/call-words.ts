import type { Call, Section } from '../../../shared/records.ts'
import { brief, figure, span } from '../../ui/figures.ts'
import { dollars } from '../cost/cost-words.ts'

const verbs: Readonly<Record<Call['verb'], string>> = {
  understand: 'Understand the brief',
  plan: 'Plan',
  draft: 'Draft',
  review: 'Review',
  revise: 'Revise',
  remember: 'Remember',
  join: 'Join',
}

const standings: Readonly<Record<Call['status'], string>> = {
  started: 'under way',
  ended: '',
  failed: 'failed',
  stopped: 'stopped',
  abandoned: 'lost with its process',
}

/** What a call was for: "Draft: The flood". */
export const callName = ({ verb }: Call, section: Section | undefined): string =>
  section ? `${verbs[verb]}: ${section.title}` : verbs[verb]

const share = (part: number, whole: number): string => `${Math.round((part / Math.max(1, whole)) * 100)} %`

/** What a call cost, in a line: tokens in (how much of it from a cache) and out, time, money. */
export const callFigures = ({ usage, startedAt, endedAt, money, status }: Call): string =>
  [
    standings[status],
    usage &&
      [
        `${brief(usage.input)} in`,
        usage.cached > 0 && `${share(usage.cached, usage.input)} of it from a cache`,
        `${brief(usage.output)} out`,
        (usage.thinking ?? 0) > 0 && `${share(usage.thinking ?? 0, usage.output)} of it thinking`,
      ]
        .filter(Boolean)
        .join(', '),
    endedAt !== undefined && span(endedAt - startedAt),
    money !== undefined && money > 0 && dollars(money),
  ]
    .filter(Boolean)
    .join(' · ')

/** The same figures in full, for who wants them exactly. */
export const callTokens = ({ usage }: Call): string => {
  if (!usage) return 'The server counted nothing.'
  const { input, cached, output, thinking } = usage
  const thought = thinking === undefined ? '' : `, ${figure(thinking)} of them thinking`
  return `${figure(input)} tokens in, ${figure(cached)} of them from a cache; ${figure(output)} out${thought}.`
}
