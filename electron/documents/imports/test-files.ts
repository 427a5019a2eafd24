import { zipSync, strToU8, type Zippable } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A part of a DOCX with this in it. */
export const wordPart = (name: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${w}" xmlns:mc="m" xmlns:r="r">${inner}</w:${name}>`

/** A paragraph in a style. */
export const wordParagraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const styles = wordPart(
  'styles',
  ['Heading1/heading 1', 'Heading2/heading 2', 'Title/Title', 'Own/My own']
    .map((pair) => {
      const [id, name] = pair.split('/')
      const based = id === 'Own' ? '<w:basedOn w:val="Heading2"/>' : ''
      return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based}</w:style>`
    })
    .join(''),
)

/** A DOCX with this body, and with further parts by name. */
export const docxFile = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array => {
  const all: Record<string, string> = {
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': styles,
    ...parts,
  }
  const zippable: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, text]) => [name, strToU8(text)]),
  )
  return zipSync(zippable)
}
