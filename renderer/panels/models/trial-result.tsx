import type { Client } from '../../../shared/contract.ts'
import { roles, type Role } from '../../../shared/model.ts'
import { figure } from '../../ui/figures.ts'
import { Mark } from '../../ui/mark.tsx'

/** What a trial of a model has shown. */
export type Trial = Awaited<ReturnType<Client['models']['try']>>

const roleNames: Readonly<Record<Role, string>> = {
  planner: 'Planner',
  writer: 'Writer',
  reviewer: 'Reviewer',
}

const ability: Readonly<Record<NonNullable<Trial['json']>, string>> = {
  schema: 'by a schema',
  asked: 'when asked in words',
  none: 'none',
}

const seconds = (ms: number): string =>
  ms < 1000 ? `${figure(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`

const speed = (perSecond: number): string =>
  perSecond < 10 ? perSecond.toFixed(1) : figure(Math.round(perSecond))

/** The figures there are; of what is not known the sentences speak. */
const measures = ({ firstTokenMs, tokensPerSecond, contextSize, json }: Trial) =>
  (
    [
      ['First token', firstTokenMs === null ? null : seconds(firstTokenMs)],
      ['Speed', tokensPerSecond === null ? null : `${speed(tokensPerSecond)} tokens a second`],
      ['Context', contextSize === null ? null : `${figure(contextSize)} tokens`],
      ['JSON', json && ability[json]],
    ] as const
  ).filter(([, value]) => value !== null)

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

/** What was measured, and for each role what the model is fit for. */
export const TrialResult = ({ trial }: { readonly trial: Trial }) => (
  <div ref={intoView} className="flex flex-col gap-3">
    <dl className="grid grid-cols-4 gap-3 empty:hidden">
      {measures(trial).map(([name, value]) => (
        <div key={name}>
          <dt className="text-small text-quiet">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
    <ul className="flex flex-col gap-1">
      {roles.map((role) => {
        const isGood = trial.good.includes(role)
        return (
          <li key={role} className="flex items-baseline gap-2">
            <Mark name={isGood ? 'kept' : 'unsure'} label={isGood ? 'fit' : 'not fit'} />
            <span className="w-16 shrink-0 font-medium">{roleNames[role]}</span>
            <span className="text-quiet">{trial.fit[role]}</span>
          </li>
        )
      })}
    </ul>
    <p className="text-quiet">It said: “{trial.said.trim()}”</p>
  </div>
)
