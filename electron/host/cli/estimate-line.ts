import type { Estimate } from '../../../shared/estimate.ts'
import { figure } from './figures.ts'

const time = (minutes: number): string => {
  if (minutes < 1) return 'under a minute'
  return minutes < 90 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`
}

const money = (amount: number | null): string =>
  amount === null ? 'price unknown' : amount === 0 ? 'free' : `$${amount.toFixed(amount < 1 ? 3 : 2)}`

/** What the rest of the work is likely to cost, in one sentence; empty where nothing is left to do. */
export const estimateLine = ({ total, basis }: Estimate): string =>
  total.calls === 0
    ? ''
    : `About ${figure(total.calls)} calls, ${figure(total.input + total.output)} tokens, ${money(total.money)}, ${time(total.minutes)} (by ${basis}).`
