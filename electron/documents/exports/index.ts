import { docx } from './docx.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'

/** Every kind of file a manuscript can leave as. */
export const exportFormats = [markdown, docx, html, text] as const
