/** What a section is called on the screen: text before the first heading of an import has no title of its own. */
export const shownTitle = (title: string): string => (title.trim() === '' ? 'Untitled' : title)
