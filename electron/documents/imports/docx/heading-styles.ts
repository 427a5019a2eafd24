import { readXml } from '../../xml/read-xml.ts'

type Style = { name: string; level: number | null; basedOn: string }

/** What a paragraph style stands for: `title`, a heading's level, or 0 for text. */
export type HeadingStyles = (style: string) => number | 'title'

const levelNamed = (name: string): number | 'title' | null => {
  if (name.toLowerCase() === 'title') return 'title'
  const [, level] = /^heading ([1-9])$/iu.exec(name) ?? []
  return level === undefined ? null : Math.min(6, Number(level))
}

/** Reads which styles of a DOCX are headings: by their name, their level in the outline, or what they are based on. */
export const headingStyles = (source: string): HeadingStyles => {
  const styles = new Map<string, Style>()
  let open: Style | null = null
  readXml(source, {
    open: ({ name, attributes }) => {
      const value = attributes.get('val') ?? ''
      if (name === 'style') {
        open = { name: '', level: null, basedOn: '' }
        styles.set(attributes.get('styleId') ?? '', open)
      } else if (open && name === 'name') open.name = value
      else if (open && name === 'basedOn') open.basedOn = value
      else if (open && name === 'outlineLvl') open.level = Number(value) < 9 ? Number(value) + 1 : 0
    },
    close: ({ name }) => {
      if (name === 'style') open = null
    },
    text: () => {},
  })
  return (id) => {
    let at = id
    // Styles may be based on each other in a circle.
    for (let steps = 0; steps < 20; steps += 1) {
      const style = styles.get(at)
      if (!style) break
      const level = levelNamed(style.name) ?? style.level
      if (level !== null) return level === 'title' ? level : Math.min(6, level)
      at = style.basedOn
    }
    return levelNamed(id.replace(/^Heading(?=\d)/u, 'Heading ')) ?? 0
  }
}
