import { pageHeaders } from '../app/page-headers.ts'

/**
 * What every answer carries. The page reaches no network at all: it speaks through its port. It turns no text into
 * markup or code, save the editor's clipboard, which parses what is pasted in a document that runs nothing.
 */
export const headers: Readonly<Record<string, string>> = pageHeaders([
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard',
])
