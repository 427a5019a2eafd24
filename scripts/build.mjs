// `npm run build`: builds the terminal bundle, whether or not that is needed.
import { installMissing } from './install.mjs'
import { give } from './runtime.mjs'
import { buildTerminal } from './terminal-bundle.mjs'

if (!buildTerminal(installMissing())) give('Longhand could not be built: mend what is named above.')
