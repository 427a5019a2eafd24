/** English words that the grammar knows, all in lower case. A word of another language is given one of these. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const mapOf = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines.split(' ').flatMap((entry) => {
      const [to = '', from = ''] = entry.split(':')
      return from.split(',').map((each) => [each, to] as const)
    }),
  )

/** What the parts of a work are called, by the singular. */
export const unitNouns = setOf(
  'week day floor chapter part scene block cell month year entry section act episode lesson page letter verse ' +
    'stanza canto poem story essay article instalment installment post slide module unit level storey room stop ' +
    'stage session volume book paragraph piece question answer interview recipe profile column issue tale fable ' +
    'sonnet vignette dispatch hour decade century quarter season menu item step round game match appendix panel ' +
    'plot tile square sermon log report postcard message email tip exercise line strip song track dialogue',
)

/** Words for a unit of any sort: they mean whatever the work's own unit is. */
export const anyUnit = setOf('entry piece instalment installment section unit item description text record')

/** Forms of unit nouns that no rule of plurals gives. */
export const nounForms = mapOf(
  'storey:stories,storeys appendix:appendices chapter:chapt,chap,ch,chs week:wk,wks day:dy',
)

/** How long the units are that are spans of time. */
export const spanNouns = setOf('day week month year')

export const months: ReadonlyMap<string, number> = new Map(
  (
    'january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sep,sept october,oct ' +
    'november,nov december,dec'
  )
    .split(' ')
    .flatMap((names, i) => names.split(',').map((name) => [name, i + 1] as const)),
)

/** Months in French, German and Spanish: they need a day before them. */
export const foreignMonths: ReadonlyMap<string, number> = new Map(
  (
    'janvier,januar,enero février,februar,febrero mars,märz,marzo avril,abril mai,mayo juin,juni,junio juillet,juli,julio août,agosto ' +
    'septembre,septiembre octobre,oktober,octubre novembre,noviembre décembre,dezember,diciembre'
  )
    .split(' ')
    .flatMap((names, i) => names.split(',').map((name) => [name, i + 1] as const)),
)

/** Monday is 1, Sunday 7. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  'monday,mon tuesday,tue,tues wednesday,wed thursday,thu,thurs friday,fri saturday,sat sunday,sun'
    .split(' ')
    .flatMap((names, i) => names.split(',').map((name) => [name, i + 1] as const)),
)

/** Words that say how often, by the span they name and how many of it. */
export const rhythmWords: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['daily', ['day', 1]],
  ['nightly', ['day', 1]],
  ['weekly', ['week', 1]],
  ['fortnightly', ['week', 2]],
  ['biweekly', ['week', 2]],
  ['monthly', ['month', 1]],
  ['bimonthly', ['month', 2]],
  ['quarterly', ['month', 3]],
  ['yearly', ['year', 1]],
  ['annually', ['year', 1]],
])

export const articles = setOf('the a an this that these those its our my his her their your')
export const prepositions = setOf(
  'in on at during within throughout for by into inside across over under of around',
)
export const froms = setOf(
  'from starting beginning commencing start begin starts begins since commences effective',
)
export const untils = setOf('until till til through ending up')
export const rangeWords = setOf('- – — ~ to through thru til till until ～ －')
export const joiners = setOf(', and & or plus / ; both then also 、 ，')
export const everyWords = setOf('every each per')

/** What makes a sentence an order. */
export const modals = setOf('must should shall needs need has have ought will may can cannot')
export const negatives = setOf(
  "not never no don't doesn't mustn't shouldn't can't cannot without avoid avoids nor nobody isn't aren't won't",
)
export const avoidVerbs = setOf(
  'avoid avoids avoiding never omit exclude ban skip refrain forbid forbidden leave',
)

/** Verbs that bid; what they ask for is what stands behind them. */
export const askingVerbs = setOf(
  'include add insert put place feature celebrate schedule organize organise allocate designate assign reserve dedicate devote ' +
    'mention contain allot give host hold install locate position situate earmark incorporate plan set-aside build ' +
    'includes mentions contains features including mentioning featuring',
)
/** Of those, the ones that give a place away, so that "use" at the end belongs to them. */
export const allottingVerbs = setOf('allocate designate assign reserve dedicate devote allot earmark set')
/** Verbs that begin the task itself. */
export const taskVerbs = setOf(
  'write construct generate create design plan compose draft produce develop prepare craft build author please',
)
/** Verbs that bid a manner of writing. */
export const mannerVerbs = setOf(
  'ensure keep use make maintain provide document describe follow arrange conclude finish end start begin open close show tell ' +
    'let give explain cover treat refer cite quote vary stick stay focus remember try aim limit reveal bring aspire adhere write repeat ' +
    'include mention avoid introduce mind check separate format structure organize organise present',
)
/** Words that only say how the work is laid out: a clause of nothing else asks for nothing. */
export const frameWords = setOf(
  'start starting begin beginning continue continuing marking mark end ending first last through run runs running span spans cover covers ' +
    'covering is are be and the a an to of on in for from as until with each one it this that which was were entire whole full ' +
    'complete year calendar date dates numbered number numbering',
)
