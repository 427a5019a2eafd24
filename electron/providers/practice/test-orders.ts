import { languages } from './language.ts'
import type { Order } from './order.ts'

/** An order for tests: 200 to 220 words of an English report, changed as given. */
export const order = (changed: Partial<Order> = {}): Order => ({
  language: languages.en,
  register: 'report',
  number: 3,
  title: 'Tides and moorings',
  entry: 'Tells who keeps the tide tables.',
  owns: ['the tide tables'],
  say: [],
  never: [],
  keep: [],
  others: [],
  sources: null,
  min: 200,
  max: 220,
  target: 210,
  ...changed,
})
