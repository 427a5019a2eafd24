import { list } from '../list.ts'

/** Pieces for diaries: first person, past tense, a household and an office. */
export const englishDiary = {
  diary: [
    'On {day} I {noticed} {thing}.',
    'I {noticed} {thing} {when}.',
    '{friend} and I {noticed} {thing} on {day}.',
    'The weather {weather} {until}.',
    'At work {work}.',
    '{work} on {day}, and nobody was surprised.',
    'At home {home}.',
    '{home}, which took {span}.',
    'In the evening I {quiet}.',
    'I {quiet} while {friend} {busy}.',
    '{friend} {called} on {day} and {noticed} {thing}.',
    'By {day} {home}, and the weather {weather}.',
    '{when}, {friend} {busy}.',
    'As the weather {weather}, I {quiet}.',
    'Nobody {called} on {day}, so I {quiet}.',
    'The talk with {friend} turned to the {aspect} of the {place}.',
  ],
  day: list(`
    Monday / Tuesday / Wednesday / Thursday / Friday / Saturday / Sunday / Monday morning /
    Thursday night / Sunday afternoon / the last day
  `),
  friend: list(`
    my sister / a neighbour / my colleague / an old friend / the landlady / a cousin of mine /
    the new tenant / the caretaker / a former classmate / the man downstairs
  `),
  weather: list(`
    stayed mild / turned colder / was grey and still / cleared a little / brought some rain /
    kept changing / was dry and bright / felt like early spring / grew windy
  `),
  work: list(`
    the meeting was moved again / we finished the first set of drawings / the new printer arrived /
    two forms had to be rewritten / a long telephone call decided little /
    the figures were added up twice / somebody reorganised the shelves /
    the monthly list went out early / a visitor asked sensible questions / the lift was out of order /
    the plan for autumn was approved / we cleared out an old cabinet
  `),
  home: list(`
    the kitchen shelf was put up / the windows were cleaned / a tap had to be mended /
    the books were sorted by size / the hallway got a coat of paint / the seedlings were put outside /
    the clock was set right / the cellar was swept / the curtains were taken down /
    a box of photographs was gone through / the stove was blacked
  `),
  quiet: list(`
    read a few pages / wrote two letters / went to bed early / walked as far as the canal /
    made soup / listened to the radio / mended a shirt / sat by the window / did the accounts /
    looked through old cards / drew up a list
  `),
  busy: list(`
    set the table / watered the plants / told a long story / looked for the keys / fed the cat /
    counted the jars / practised the piano / swept the steps / slept in the armchair
  `),
  called: ['called', 'came by', 'rang up', 'stopped for tea', 'stayed to supper', 'looked in'],
  span: ['an hour or so', 'the whole morning', 'longer than planned', 'two evenings', 'half a day'],
} as const
