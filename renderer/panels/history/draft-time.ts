/**
 * When a draft was made, as its reader writes dates: day, month, hour and minute, with the year only where it is not
 * that of `now`. Both in ms since 1970; `locale` is the reader's own unless it is named.
 */
export const draftTime = (at: number, now: number, locale?: string): string => {
  const isOfThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(!isOfThisYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)
}
