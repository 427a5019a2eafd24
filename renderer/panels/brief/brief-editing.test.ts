import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readBrief } from '../../../shared/brief.ts'
import { brief, say } from '../../../shared/test-kit.ts'
import { createBriefEditing, sourceOf, type BriefForm } from './brief-editing.ts'

const quietMs = 600

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A page with one project whose host answers at once; `fail` makes it refuse. */
const page = () => {
  const refusal = new Error('refused')
  const at = { project: 'a', form: { brief: brief(), rows: [] } as BriefForm, refuses: false }
  const sent: string[] = []
  const editing = createBriefEditing({
    saved: () => ({ project: at.project, form: at.form }),
    put: (project, source) => {
      if (at.refuses) return Promise.reject(refusal)
      sent.push(project)
      const { brief: read, constraints } = readBrief(source)
      if (project === at.project) at.form = { brief: read, rows: constraints }
      return Promise.resolve()
    },
    quietMs,
  })
  const edit = (text: string, rows: BriefForm['rows'] = []): BriefForm => {
    const form = { brief: brief({ text }), rows }
    editing.edit(form)
    return form
  }
  const stand = () => {
    const { edited } = editing.store.getState()
    return edited && { text: edited.form.brief.text, saved: edited.saved, trouble: edited.trouble }
  }
  const quiet = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(quietMs)
    editing.look()
  }
  return { at, sent, editing, edit, stand, quiet, refusal }
}

test('a row that says nothing is not saved, stays in the form, and keeps nothing unsaved', async () => {
  const { at, sent, editing, edit, quiet } = page()
  const form = edit(at.form.brief.text, [say('', { where: 'each' })])
  expect(editing.store.getState().edited?.saved).toBe(false)
  await quiet()
  const base = sourceOf(at.form)
  expect([sent, at.form.rows, editing.store.getState().edited]).toEqual([
    [],
    [],
    { project: 'a', form, base, saved: true, trouble: null },
  ])
})

test('a space at the end stays under the caret once the text is saved without it', async () => {
  const { at, edit, stand, quiet } = page()
  edit('A lamp ')
  await quiet()
  expect([at.form.brief.text, stand()]).toEqual(['A lamp', { text: 'A lamp ', saved: true, trouble: null }])
})

test('a brief that changes elsewhere takes the place of what was typed and saved', async () => {
  const { at, editing, edit, stand, quiet } = page()
  edit('A lamp')
  await quiet()
  at.form = { ...at.form, brief: brief({ text: 'A ferry' }) }
  editing.look()
  expect(stand()).toBeNull()
})

test('a brief that changes elsewhere leaves alone what is not saved yet', async () => {
  const { at, editing, edit, stand } = page()
  edit('A lamp')
  at.form = { ...at.form, brief: brief({ text: 'A ferry' }) }
  editing.look()
  expect(stand()).toEqual({ text: 'A lamp', saved: false, trouble: null })
})

test('what could not be saved stays with the reason, and is saved when it is tried again', async () => {
  const { at, editing, edit, stand, quiet, refusal } = page()
  at.refuses = true
  edit('A lamp')
  await quiet()
  expect(stand()).toEqual({ text: 'A lamp', saved: false, trouble: refusal })
  at.refuses = false
  await editing.flush()
  expect([at.form.brief.text, stand()]).toEqual(['A lamp', { text: 'A lamp', saved: true, trouble: null }])
})

test('what was typed goes to its own project, also when another is open by then', async () => {
  const { at, sent, edit, quiet, editing } = page()
  edit('A lamp')
  at.project = 'b'
  at.form = { brief: brief({ text: 'Another' }), rows: [] }
  await quiet()
  expect([sent, at.form.brief.text, editing.store.getState()]).toEqual([['a'], 'Another', { edited: null }])
})

test('many letters are saved once, and what was typed while a save was under way is saved after it', async () => {
  const { at, sent, editing, edit, quiet } = page()
  for (const text of ['A', 'A l', 'A lamp']) edit(text)
  const saving = editing.flush()
  edit('A lamp, lit')
  await saving
  await quiet()
  expect([sent.length, sourceOf(at.form)]).toEqual([
    2,
    sourceOf({ brief: brief({ text: 'A lamp, lit' }), rows: [] }),
  ])
})

test('what was typed is not saved over a brief that changed elsewhere meanwhile: both stay', async () => {
  const { at, edit, stand, quiet } = page()
  edit('A lamp')
  at.form = { ...at.form, brief: brief({ text: 'A ferry' }) }
  await quiet()
  expect([at.form.brief.text, stand()]).toEqual([
    'A ferry',
    { text: 'A lamp', saved: false, trouble: expect.objectContaining({ code: 'stale' }) },
  ])
  edit('A ferry')
  await quiet()
  expect(stand()).toEqual({ text: 'A ferry', saved: true, trouble: null })
})

test('its own save that comes back before its answer is no change from elsewhere', async () => {
  const { at, editing, edit, stand, quiet } = page()
  edit('A lamp')
  const saving = editing.flush()
  editing.look()
  edit('A lamp, lit')
  const again = editing.flush()
  await Promise.all([saving, again])
  await quiet()
  expect([at.form.brief.text, stand()]).toEqual([
    'A lamp, lit',
    { text: 'A lamp, lit', saved: true, trouble: null },
  ])
})

test('typing that goes on is saved every few seconds', async () => {
  const { at, edit } = page()
  for (let n = 0; n < 10; n += 1) {
    edit(`A lamp ${n}`)
    await vi.advanceTimersByTimeAsync(400)
  }
  expect(at.form.brief.text).not.toBe(brief().text)
})
