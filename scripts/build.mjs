// `npm run build`: builds the terminal bundle and the page, whether or not that is needed.
import { installMissing } from './install.mjs'
import { give } from './runtime.mjs'
import { buildTerminal } from './terminal-bundle.mjs'
import { buildPage } from './web-page.mjs'

const node = installMissing()
if (!buildTerminal(node) || !buildPage(node)) {
  give('Longhand could not be built: mend what is named above.')
}
