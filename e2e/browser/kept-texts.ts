import { openProject } from '../../electron/project/project.ts'
import { plainText } from '../../shared/text/markdown.ts'

/** Letters alone: how a text is broken into lines and paragraphs is settled elsewhere. */
export const letters = (text: string): string => text.replace(/\s/gu, '')

/** Every text that the file holds of a section, by where it stands. */
export const kept = (path: string) => {
  const project = openProject(path, { now: Date.now })
  const desk = [...project.state().draft.values()]
  const all = [...desk, ...project.shelved('draft')]
  const texts = (section: string, drafts: typeof all): readonly string[] =>
    drafts.filter((draft) => draft.section === section).map(({ text }) => letters(plainText(text)))
  const found = {
    standing: (section: string) =>
      texts(
        section,
        desk.filter(({ standing }) => standing === 'current'),
      )[0] ?? '',
    all: (section: string) => texts(section, all),
  }
  project.close()
  return found
}
