/** The scheme of the page's address: a standard, secure one, so that it has an origin and a storage of its own. */
export const scheme = 'app'

/** The host that every address of the page names. */
export const host = 'longhand'

/** Where the page begins, without a project. */
export const pageAddress = `${scheme}://${host}/`

/** Where the page begins with a project, or without one. */
export const addressOf = (project: string | null): string =>
  project === null ? pageAddress : `${pageAddress}#/project?path=${encodeURIComponent(project)}`

/** Whether an address is that of the page, whatever project it shows. */
export const isPage = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.protocol === `${scheme}:` && url.host === host && url.pathname === '/' && url.search === ''
}

/** The project that the page shows at this address; null on the first screen, and for what is not the page. */
export const projectAt = (address: string): string | null => {
  if (!isPage(address)) return null
  const [route, query = ''] = (URL.parse(address)?.hash ?? '').slice(1).split('?', 2)
  return route === '/project' ? new URLSearchParams(query).get('path') : null
}
