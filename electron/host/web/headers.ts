import { pageHeaders } from '../../app/page-headers.ts'

/** What every answer carries: the page speaks to its own socket and to nothing else. */
export const headersFor = (port: number): Readonly<Record<string, string>> =>
  pageHeaders([`connect-src ws://127.0.0.1:${port}/port`])
