import { bibtex } from './bibtex.ts'
import { cslJson } from './csl-json.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { ris } from './ris.ts'
import { text } from './text.ts'

/** Every kind of file that sources can be read from. */
export const importFormats = [markdown, text, html, docx, bibtex, cslJson, ris] as const
