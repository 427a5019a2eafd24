import type { CslName } from '../../../shared/csl.ts'

const particles =
  /^(?:(?:al|av|da|das|de|de la|dei|del|della|den|der|di|do|dos|du|la|le|ten|ter|van|van de|van den|van der|vom|von|von der|zu|zum|zur)\s+)+(?=\S)/iu
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·・\s]+$/u

const withParticle = (family: string): CslName => {
  const [found] = particles.exec(family) ?? []
  // A capital belongs to the name itself: `Van Gogh` as an American writes it.
  return found !== undefined && found === found.toLowerCase()
    ? { 'non-dropping-particle': found.trim(), family: family.slice(found.length) }
    : { family }
}

const inOrder = (name: string): CslName => {
  const words = name.split(/\s+/u)
  const at = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word))
  const split = at > 0 ? at : words.length - 1
  if (split < 1) return { literal: name }
  return { given: words.slice(0, split).join(' '), ...withParticle(words.slice(split).join(' ')) }
}

/** A name as people write it, `Ann van Dijk` or `van Dijk, Ann`, in parts; what cannot be told apart stays whole. */
export const nameOf = (written: string): CslName => {
  const name = written.replace(/\s+/gu, ' ').trim()
  const [family = '', second = '', third] = name.split(/\s*,\s*/u)
  if (second === '') return unspaced.test(name) ? { literal: name } : inOrder(name)
  const [given, suffix] = third === undefined ? [second, undefined] : [third, second]
  return { ...withParticle(family), given, ...(suffix && { suffix }) }
}

/** Several names: each apart where they come as a list, else between semicolons, `and` or `&`. */
export const namesOf = (written: string | readonly string[]): readonly CslName[] => {
  const list = typeof written === 'string' ? written.replace(/\s+/gu, ' ').split(/ ?; ?| and | & /u) : written
  return list.flatMap((each) => (each.trim() === '' ? [] : [nameOf(each)])).slice(0, 100)
}
