import { authorDate } from './author-date.ts'
import { authorPage } from './author-page.ts'
import { numeric } from './numeric.ts'

/** Every style that citations can be set in, the usual one first. Each is a style in CSL 1.0.2, and ours. */
export const citationStyles = [authorDate, numeric, authorPage] as const
