import { expect, test } from 'vitest'
import { directionOf, languageTag, regionalTag, wordingOf } from './language.ts'

test.each([
  ['en', 'en', 'en-US', 'ltr', 'Contents'],
  ['en-GB', 'en-GB', 'en-GB', 'ltr', 'Contents'],
  ['DE', 'de', 'de-DE', 'ltr', 'Inhalt'],
  ['German', 'de', 'de-DE', 'ltr', 'Inhalt'],
  ['français', 'fr', 'fr-FR', 'ltr', 'Sommaire'],
  ['Japanese', 'ja', 'ja-JP', 'ltr', '目次'],
  ['zh-Hant', 'zh-Hant', 'zh-TW', 'ltr', '目录'],
  ['ar', 'ar', 'ar-EG', 'rtl', 'المحتويات'],
  ['he', 'he', 'he-IL', 'rtl', 'Contents'],
  ['fi', 'fi', 'fi-FI', 'ltr', 'Contents'],
  ['', 'en', 'en-US', 'ltr', 'Contents'],
  ['"><script>', 'en', 'en-US', 'ltr', 'Contents'],
  ['a-very-wrong_tag', 'en', 'en-US', 'ltr', 'Contents'],
  ['qq-zz-00', 'en', 'en-US', 'ltr', 'Contents'],
])('%j is read as %s', (language, tag, regional, direction, contents) => {
  const read = languageTag(language)
  expect([read, regionalTag(read), directionOf(read), wordingOf(read).contents]).toEqual([
    tag,
    regional,
    direction,
    contents,
  ])
})
