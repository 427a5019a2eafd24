// `npm run build`: builds the terminal bundle, the page and the desktop app, whether or not that is needed.
import { buildDesktop } from './desktop-bundle.mjs'
import { installMissing } from './install.mjs'
import { give } from './runtime.mjs'
import { buildTerminal } from './terminal-bundle.mjs'
import { buildPage } from './web-page.mjs'

const node = installMissing()
if (!buildTerminal(node) || !buildPage(node) || !buildDesktop(node)) {
  give('Longhand could not be built: mend what is named above.')
}
