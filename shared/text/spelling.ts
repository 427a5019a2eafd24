/** The two spellings of English that differ in their words: of Britain and of the United States. */
export type Spelling = 'GB' | 'US'

type Pair = readonly [gb: string, us: string]

const list = (words: string): readonly string[] => words.trim().split(/\s+/u)

const joined = (stems: string, endings: readonly Pair[]): readonly Pair[] =>
  list(stems).flatMap((stem) => endings.map(([gb, us]): Pair => [stem + gb, stem + us]))

const like = (endings: string, gb: string, us: string): readonly Pair[] =>
  list(endings).map((ending) => (ending === '-' ? [gb, us] : [gb + ending, us + ending]))

const pairs = (text: string): readonly Pair[] =>
  list(text)
    .map((pair) => pair.split('/'))
    .flatMap(([gb, us]): readonly Pair[] => (gb && us ? [[gb, us]] : []))

const our = joined(
  'ard armo behavio cando clamo colo endeavo favo flavo harbo hono humo labo neighbo odo parlo rumo savio savo splendo tumo valo vapo vigo',
  like('- s ed ing ful less able ite ites hood hoods y er ers ably', 'ur', 'r'),
)

const re = joined('cent calib fib lit lust meag somb spect theat', [
  ['re', 'er'],
  ['res', 'ers'],
  ['red', 'ered'],
  ['ring', 'ering'],
])

const yse = joined('analy cataly paraly', like('e es ed ing er ers', 's', 'z'))

/** The last letter is doubled in Britain alone. */
const doubled = joined(
  'cancel channel counsel dial fuel jewel label level marvel model panel pedal quarrel refuel shovel signal snivel swivel total travel tunnel unravel',
  like('ed ing er ers', 'l', ''),
)

/** Right in the one and in the other, whatever form follows. */
const both = pairs(`
  grey/gray greys/grays greyer/grayer plough/plow ploughs/plows ploughed/plowed ploughing/plowing aluminium/aluminum
  mould/mold moulds/molds mouldy/moldy moulded/molded moustache/mustache moustaches/mustaches pyjamas/pajamas
  sceptical/skeptical sceptic/skeptic sceptics/skeptics scepticism/skepticism jewellery/jewelry
  manoeuvre/maneuver manoeuvres/maneuvers manoeuvred/maneuvered paediatric/pediatric anaemia/anemia anaemic/anemic
  oesophagus/esophagus foetus/fetus anaesthetic/anesthetic haemorrhage/hemorrhage gynaecology/gynecology
  orthopaedic/orthopedic encyclopaedia/encyclopedia mum/mom mums/moms
  skilful/skillful skilfully/skillfully wilful/willful wilfully/willfully fulfil/fulfill fulfils/fulfills
  fulfilment/fulfillment enrol/enroll enrolment/enrollment instalment/installment instalments/installments
  cosy/cozy cosier/cozier artefact/artifact artefacts/artifacts woollen/woolen marvellous/marvelous
  smoulder/smolder smouldering/smoldering smouldered/smoldered sulphur/sulfur defence/defense defences/defenses
  offence/offense offences/offenses pretence/pretense chequered/checkered speciality/specialty
  catalogue/catalog catalogues/catalogs analogue/analog kerbside/curbside
`)

/** Foreign to the United States; what stands for them is at home in Britain too, with another sense. */
const britishAlone = pairs(`
  tyre/tire tyres/tires kerb/curb kerbs/curbs cheque/check cheques/checks programme/program programmes/programs
  storey/story storeys/stories gaol/jail draught/draft draughts/drafts draughty/drafty licence/license
  metre/meter metres/meters kilometre/kilometer kilometres/kilometers licences/licenses practise/practice practised/practiced practising/practicing axe/ax whilst/while
`)

/** -ise is foreign to the United States; -ize is at home in both. */
const ise = joined(
  `apolog author bapt capital categor central character civil colon computer critic custom dramat econom emphas energ
   equal fantas final formal general global harmon hospital ideal immun industrial initial legal local material maxim
   mechan memor minim mobil modern monopol national neutral normal optim organ patron penal personal polar popular
   priorit public rational real recogn revolution scrutin social special stabil standard steril subsid summar symbol
   sympath synchron terror union util visual`,
  like('e es ed ing ation ations er ers', 'is', 'iz'),
)

const foreignToBritain = new Map([...our, ...re, ...yse, ...doubled, ...both].map(([gb, us]) => [us, gb]))
const foreignToAmerica = new Map([...our, ...re, ...yse, ...doubled, ...both, ...britishAlone, ...ise])

const foreign = { GB: foreignToBritain, US: foreignToAmerica } as const

/** A word in a text that is spelt otherwise, where it stands, and how it is spelt at home. */
export type Foreign = { readonly at: number; readonly word: string; readonly spelling: string }

const words = /[\p{L}\p{M}]+(?:['’]s(?!\p{L}))?/gu
const cased = /^\p{Lu}/u

/** Names keep their spelling: a capital beside another capital is taken for one. */
const isName = (text: string, at: number, word: string): boolean =>
  cased.test(word) &&
  (/\p{Lu}[\p{L}’']*[ -]$/u.test(text.slice(Math.max(0, at - 30), at)) ||
    /^[ -]\p{Lu}/u.test(text.slice(at + word.length, at + word.length + 2)))

/**
 * Reads an English text for its spelling, by the words that the two countries write differently: the first word that is
 * foreign to `home`, and whether any word shows that it is at home there. -ize is no fault in Britain, and names keep
 * the spelling they have.
 */
export const spelled = (
  text: string,
  home: Spelling,
): { readonly foreign: Foreign | null; readonly shows: boolean } => {
  const away = foreign[home === 'GB' ? 'US' : 'GB']
  let shows = false
  for (const { 0: found, index } of text.matchAll(words)) {
    const word = found.replace(/['’]s$/u, '')
    const low = word.toLowerCase()
    const spelling = foreign[home].get(low)
    if (spelling !== undefined && !isName(text, index, word))
      return { foreign: { at: index, word, spelling }, shows }
    shows ||= away.has(low)
  }
  return { foreign: null, shows }
}

/** A text with the words in it spelt as at `home`; names stay as they are. */
export const respelled = (text: string, home: Spelling): string =>
  text.replace(words, (found, at: number) => {
    const spelling = foreign[home].get(found.toLowerCase())
    if (spelling === undefined || isName(text, at, found)) return found
    return cased.test(found) ? spelling.replace(/^./u, (letter) => letter.toUpperCase()) : spelling
  })
