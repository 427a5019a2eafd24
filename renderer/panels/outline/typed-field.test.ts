import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTypedField } from './typed-field.ts'

const quietMs = 600

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const fieldOf = () => {
  const host = { sent: [] as string[], refuses: false }
  const field = createTypedField<string>((value) => {
    if (!host.refuses) host.sent.push(value)
    return Promise.resolve(!host.refuses)
  }, quietMs)
  return { host, field, typed: () => field.store.getState().typed }
}

test('letters are saved once, when no more come, and stay in the field', async () => {
  const { host, field, typed } = fieldOf()
  for (const value of ['1', '14', '145', '1450']) field.type(value)
  expect([host.sent, typed()]).toEqual([[], { value: '1450', saved: false }])
  await vi.advanceTimersByTimeAsync(quietMs)
  expect([host.sent, typed()]).toEqual([['1450'], { value: '1450', saved: true }])
})

test('a field that is left saves at once, and then shows what is saved', async () => {
  const { host, field, typed } = fieldOf()
  field.type('Marta')
  await field.leave()
  expect([host.sent, typed()]).toEqual([['Marta'], null])
})

test('a field nobody typed into saves nothing when it is left', async () => {
  const { host, field, typed } = fieldOf()
  await field.leave()
  field.type('Marta')
  await field.leave()
  await field.leave()
  expect([host.sent, typed()]).toEqual([['Marta'], null])
})

test('what could not be saved stays in the field until it is', async () => {
  const { host, field, typed } = fieldOf()
  host.refuses = true
  field.type('Marta')
  await field.leave()
  expect([host.sent, typed()]).toEqual([[], { value: 'Marta', saved: false }])
  host.refuses = false
  await field.leave()
  expect([host.sent, typed()]).toEqual([['Marta'], null])
})

test('what is typed while a save is under way is saved after it', async () => {
  const { host, field, typed } = fieldOf()
  field.type('Mar')
  const saving = field.flush()
  field.type('Marta')
  await saving
  expect(typed()).toEqual({ value: 'Marta', saved: false })
  await vi.advanceTimersByTimeAsync(quietMs)
  expect([host.sent, typed()]).toEqual([['Mar', 'Marta'], { value: 'Marta', saved: true }])
})
