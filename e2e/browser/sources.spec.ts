import { expect, test, type Browser, type Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { importText, novel, saved, textOf, typeInto } from './desk.ts'
import { withHost } from './with-host.ts'

test.describe.configure({ timeout: 90_000 })

const notes = `---
title: Notes on the ferry
author: Ines Brandt
date: 1911
---

# The rope

The rope across the river was made of hemp and was tarred every spring.

# The fare

A cart paid four pence, a piano nothing.
`

const sources = (page: Page) => page.getByRole('region', { name: 'Sources' })
const source = (page: Page, title: string) => sources(page).getByRole('listitem').filter({ hasText: title })
const notices = (page: Page) => page.getByRole('status', { name: 'Notices' })

const add = (page: Page, ...files: readonly (readonly [name: string, text: string | Uint8Array])[]) =>
  page
    .getByLabel('Files to add as sources')
    .setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))

const withSources = (browser: Browser, use: (page: Page) => Promise<void>) =>
  withHost(browser, {}, async (page) => {
    await importText(page, novel)
    await page.getByRole('tab', { name: 'Sources' }).click()
    await expect(page.getByText('No sources yet.')).toBeVisible()
    await use(page)
  })

test('a file is added: its passages are read and found, its key changed; removed, it comes back by undo', async ({
  browser,
}) => {
  await withSources(browser, async (page) => {
    await add(page, ['notes.md', notes], ['tides.txt', 'Low water came at four in the afternoon.'])
    const ferry = source(page, 'Notes on the ferry')
    await expect(ferry).toContainText('Brandt, 1911, notes.md')
    await ferry.getByRole('button', { name: '2 passages' }).click()
    await expect(ferry).toContainText('tarred every spring.')
    await ferry.getByRole('button', { name: 'Hide its passages' }).click()

    await page.getByRole('searchbox', { name: 'Find passages' }).fill('what a piano pays')
    await expect(page.getByRole('list', { name: 'Passages found' })).toContainText('A cart paid four pence')
    await page.getByRole('searchbox', { name: 'Find passages' }).fill('locomotives')
    await expect(page.getByText('No passage fits.')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Find passages' }).fill('')

    await ferry.getByRole('button', { name: 'Change' }).click()
    const form = page.getByRole('form', { name: 'Notes on the ferry' })
    const [, other] = /\[@(\S+)\]/u.exec(await source(page, 'tides.txt').innerText()) ?? []
    await form.getByLabel('Key').fill(other ?? '')
    await form.getByRole('button', { name: 'Keep' }).click()
    await expect(notices(page)).toContainText(`Another reference is called ${other}. Choose another key.`)
    await form.getByLabel('Key').fill('ferry')
    await form.getByRole('button', { name: 'Keep' }).click()
    await expect(ferry).toContainText('[@ferry]')

    await ferry.getByRole('button', { name: 'Remove' }).click()
    await expect(ferry).toHaveCount(0)
    await expect(page.locator('#dock-panel :focus')).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await ferry.getByRole('button', { name: '2 passages' }).click()
    await expect(ferry).toContainText('A cart paid four pence')
  })
})

test('what cannot be read says why; nothing of it is added, and the files beside it are', async ({
  browser,
}) => {
  await withSources(browser, async (page) => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 * 2 ** 20) })
    const broken = zipSync({ 'a.txt': Buffer.from('x') }).slice(0, 60)
    await add(page, ['bomb.docx', bomb], ['broken.docx', broken], ['tides.txt', 'Low water came at four.'])
    await expect(notices(page)).toContainText('“bomb.docx” cannot be read: it unpacks to more', {
      timeout: 30_000,
    })
    await expect(notices(page)).toContainText('“broken.docx” cannot be read: it is cut off')
    await expect(source(page, 'tides.txt')).toBeVisible()
    await expect(sources(page).getByRole('button', { name: 'Remove' })).toHaveCount(1)
  })
})

test('a key that is typed is a citation; a description that came anew is taken back by undo', async ({
  browser,
}) => {
  await withSources(browser, async (page) => {
    await add(page, ['notes.md', notes])
    const ferry = source(page, 'Notes on the ferry')
    const [, key = ''] = /\[@(\S+)\]/u.exec(await ferry.innerText()) ?? []
    await typeInto(page, textOf(page, 'Night'), ` As noted [@${key}].`)
    await expect(textOf(page, 'Night').locator('.citation')).toHaveText(`[@${key}]`)
    await saved(page)
    const lost = `1 citation in “Night” names ${key}: it will point to nothing.`
    await ferry.getByRole('button', { name: 'Remove' }).click()
    await expect(ferry).toContainText(lost)
    await ferry.getByRole('button', { name: 'Leave it' }).click()
    await ferry.getByRole('button', { name: 'Change' }).click()
    await page.getByLabel('Key').fill('other')
    await expect(page.getByRole('form', { name: 'Notes on the ferry' })).toContainText(lost)
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByRole('tab', { name: 'Checks' }).click()
    await expect(page.getByText('It cites what is not stored.')).toBeVisible()
    await page.getByRole('tab', { name: 'Sources' }).click()
    await page.getByRole('tab', { name: 'Sources' }).press('ControlOrMeta+z')
    await expect(ferry).toContainText(`[@${key}]`)
    await add(page, ['anew.bib', '@book{k, title={Notes on the ferry}, author={Bo Ek}, year={1950}}'])
    await expect(ferry).toContainText('Ek, 1950')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(ferry).toContainText('Brandt, 1911')
    await page.reload()
    await expect(textOf(page, 'Night').locator('.citation')).toHaveText(`[@${key}]`)
  })
})
