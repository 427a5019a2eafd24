import { expect, test } from '@playwright/test'

test('a page can be typed into', async ({ page }) => {
  await page.setContent('<p contenteditable lang="en">Harbour</p>')
  await page.locator('p').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' report, 港')
  await expect(page.locator('p')).toHaveText('Harbour report, 港')
})
