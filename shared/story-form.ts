const stories =
  /\b(?:novel|novella|novelette|saga|fiction|story|stories|tale|tales|novela|romanzo)\b|roman$|小说|小說|소설|роман|повесть/iu

/** Whether a form names a story told from chapter to chapter, whatever their length: what one says holds in the next. */
export const isStoryForm = (form: string): boolean => stories.test(form.trim())
