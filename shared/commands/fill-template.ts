import { AppError } from '../errors.ts'

/** What an instruction may name, each with what stands for it. */
export const variables = {
  selection: 'the words it is about; where they are many, “the passage”',
  section: 'the title of the section',
  title: 'the title of the work',
  words: 'how many words it is about',
  language: 'the language of the work',
  note: 'what you write when you give the command',
  voice: 'the voice that the brief asks for',
} as const
export type Variable = keyof typeof variables

const named = /\{(?<name>[^{}\s]{1,40})\}/gu

/** The variables that a template names, known or not, each once. */
export const variablesIn = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(named)].map(({ groups }) => groups?.['name'] ?? '')),
]

const isKnown = (name: string): name is Variable => Object.hasOwn(variables, name)

/** Refuses a template that names what does not exist. Throws `usage`. */
export const checkTemplate = (template: string): void => {
  const unknown = variablesIn(template).find((name) => !isKnown(name))
  if (unknown === undefined) return
  const all = Object.keys(variables)
    .map((name) => `{${name}}`)
    .join(', ')
  throw new AppError('usage', `{${unknown}} stands for nothing.`, `An instruction may name ${all}.`)
}

/** A template with its variables filled in, once: what a value says is not read as a template. */
export const fillTemplate = (template: string, values: Readonly<Record<Variable, string>>): string =>
  template.replace(named, (whole, name: string) => (isKnown(name) ? values[name] : whole)).trim()
