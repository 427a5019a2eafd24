import { Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx'
import type { Press } from './press.ts'
import { readsFromRight } from './runs.ts'

/** A paragraph that begins on the side from which its `letters` are read, the document's where they do not tell. */
export const paragraph = (
  options: IParagraphOptions,
  children: readonly ParagraphChild[],
  letters: string,
  press: Press,
): Paragraph =>
  new Paragraph({
    ...options,
    children,
    ...(readsFromRight(letters, press.composition.direction === 'rtl') ? { bidirectional: true } : {}),
  })
