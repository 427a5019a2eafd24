/** `novel`: first-line indents and chapters on new pages. `report`: space between paragraphs and a contents list. */
export type Layout = 'novel' | 'report'

export type PageSize = 'a4' | 'letter'

const stories =
  /\b(?:novel|novella|novelette|fiction|story|stories|saga|fairy tale|tale|memoir|diary|journal|roman|erzählung|tagebuch|récit|novela|cuento|romanzo|racconto)\b|小说|小說|小説|物語|소설|роман|повесть/iu
const reports = /\b(?:report|article|paper|essay|manual|guide|thesis|non-?fiction)\b/iu

/** How a work of this form is set: as a novel where the form names a kind of story, else as a report. */
export const layoutOf = (form: string): Layout =>
  stories.test(form) && !reports.test(form) ? 'novel' : 'report'

/** The page of the language's region: Letter in the United States and Canada, A4 everywhere else. */
export const pageSizeOf = (language: string): PageSize =>
  /^(?:US|CA)$/.test(new Intl.Locale(language).region ?? '') ? 'letter' : 'a4'
