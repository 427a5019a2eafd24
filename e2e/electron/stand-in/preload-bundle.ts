import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { desktopBundle } from '../../../scripts/desktop-bundle.mjs'

/** The real preload as one CommonJS file, as it is packed. It must have been built. */
export const preloadBundle = (): string => readFileSync(join(desktopBundle, 'preload.cjs'), 'utf8')
