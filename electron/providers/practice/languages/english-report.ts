import { list } from '../list.ts'

/** Pieces for reports and whatever has no register of its own; also used by the other registers. */
export const englishReport = {
  report: [
    '{paper} {tells} {matter}.',
    '{paper} {tells} {matter} {tail}.',
    '{opener}, {paper} {tells} {matter}.',
    '{opener}, {paper} {tells} {matter} {tail}.',
    '{matter} {stands} {rest}.',
    '{opener}, {matter} {stands}.',
    '{paper} {tells} {matter}, and {matter} {stands}.',
    'There is {amount} to add about {matter}.',
    '{someone} {raised} {matter} {once}, and {paper} {tells} the matter {tail}.',
    'Between {matter} and {matter} {someone} found {gap}.',
    '{someone} {raised} {matter} {once}.',
    '{paper} {tells} {matter}, whereas {paper} {tells} {matter}.',
  ],
  paper: list(`
    the account / the first page / a note in the margin / the second paragraph / the record /
    this draft / the summary / a printed list / the old ledger / the opening line /
    the longer passage / a separate sheet / the index / one footnote / the letter on file /
    the outline / the copy on the desk / the annex / the monthly table / a short memorandum /
    the caption / the last column
  `),
  tells: list(`
    sets out / records / mentions / describes / names / returns to / touches on / explains / lists /
    gives room to / deals with / notes / covers / goes into / takes up / sums up
  `),
  tail: list(`
    in plain words / without hurry / for the sake of order / with the usual care /
    as far as the notes allow / for now / in a single line / without comment / in its proper place /
    in order of date / with two short remarks / for those who come later / much as it did last year /
    under a separate heading / without going into detail / for want of better figures /
    with a date beside it / in the same dry tone / as the rules require /
    where the reader expects it / with room for additions / somewhat more briefly / on one condition
  `),
  opener: list(`
    for the time being / on the whole / in the same way / a little later / so far / as before /
    by and large / in practice / for completeness / at this point / strictly speaking /
    to begin with / by contrast / in due course / on closer view / in any event
  `),
  stands: list(`
    is left open / remains as it was / comes up again / is dealt with / takes little space /
    is noted and dated / keeps its place / calls for no decision / is easily checked /
    has been settled / appears once more / can wait
  `),
  rest: list(`
    for now / as things are / after all / all the same / in most cases / with one exception /
    in this version / for another year / as a rule / by common consent / for good reasons
  `),
  amount: ['little', 'something', 'not much', 'nothing urgent', 'one thing', 'a word or two', 'rather less'],
  someone: list(`
    the committee / one reader / the office / a colleague / the board / the caretaker /
    an earlier author / the auditor / a visitor / the steward
  `),
  raised: [
    'raised',
    'asked about',
    'wrote about',
    'looked into',
    'came across',
    'reported on',
    'wondered about',
  ],
  once: [
    'in spring',
    'last year',
    'at the second meeting',
    'some time ago',
    'in a letter',
    'before the summer',
  ],
  gap: [
    'a difference of a few days',
    'less than expected',
    'a page of careful notes',
    'no contradiction',
    'one open point',
    'room for both',
  ],
} as const
