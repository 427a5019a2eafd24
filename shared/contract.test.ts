import { getEventIteratorSchemaDetails, type AnyContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { contract, type Watched } from './contract.ts'
import type { Run } from './records.ts'

const run: Run = {
  id: 'run:1',
  number: 1,
  status: 'working',
  model: 'practice',
  lanes: 2,
  approve: 'auto',
  setbacks: 0,
  startedAt: 1,
}

const details = getEventIteratorSchemaDetails(contract.projects.watch['~orpc'].outputSchema)
const validate = async (value: unknown) => (await details?.yields['~standard'].validate(value)) ?? null

const items: readonly Watched[] = [
  { type: 'open', watcher: 'watcher:1', seq: 3, records: [run], live: new Map([['draft:1', 'Once']]) },
  { type: 'change', seq: 4, put: [run], remove: ['draft:1'] },
  { type: 'text', seq: 5, parts: [{ draft: 'draft:2', at: 4, text: ' upon' }] },
  { type: 'notice', sentence: 'The disk is full.', next: 'Make room.' },
]

test.each(items)('a watcher may be sent $type as it is', async (item) => {
  expect(await validate(item)).toEqual({ value: item })
})

test.each([
  ['no record', { type: 'change', seq: 4, put: [{ id: 'run:1' }], remove: [] }],
  ['a record of no kind', { type: 'change', seq: 4, put: [{ ...run, id: 'ran:1' }], remove: [] }],
  ['letters of what is no draft', { type: 'text', seq: 5, parts: [{ draft: 'run:1', at: 0, text: '' }] }],
  ['an item of no kind', { type: 'progress', seq: 5 }],
])('a watcher is never sent %s', async (_, item) => {
  expect(await validate(item)).toHaveProperty('issues')
})

test('every method may fail as expected, in one way', () => {
  const methods = Object.values(contract).flatMap((each) => Object.values<AnyContractProcedure>(each))
  const ways = methods.map((method) => Object.keys(method['~orpc'].errorMap as object))
  expect(ways).toEqual(methods.map(() => ['FAILED']))
})
