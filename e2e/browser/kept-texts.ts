import { openProject } from '../../electron/project/project.ts'
import { plainText } from '../../shared/text/markdown.ts'

/** Letters alone: how a text is broken into lines and paragraphs is settled elsewhere. */
export const letters = (text: string): string => text.replace(/\s/gu, '')

/** The texts that the file holds of a section: the one that stands, those that wait as proposals, and all there are. */
export const kept = (path: string) => {
  const project = openProject(path, { now: Date.now })
  const desk = [...project.state().draft.values()]
  const all = [...desk, ...project.shelved('draft')]
  project.close()
  const texts = (section: string, drafts: typeof desk): readonly string[] =>
    drafts.filter((draft) => draft.section === section).map(({ text }) => letters(plainText(text)))
  const current = desk.filter(({ standing }) => standing === 'current')
  const proposals = desk.filter(({ standing }) => standing === 'proposal')
  return {
    standing: (section: string): string => texts(section, current)[0] ?? '',
    waiting: (section: string) => texts(section, proposals),
    all: (section: string) => texts(section, all),
  }
}
