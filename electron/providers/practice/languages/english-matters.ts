import { list } from '../list.ts'

/** What reports and diaries are about: a house by the water and its upkeep. */
export const englishMatters = {
  matter: ['the {aspect} of the {place}', 'the {aspect} of the {place}', '{affair}'],
  affair: list(`
    a small change in the timetable / the number of visitors / the choice between two suppliers /
    a question from the last meeting / the date of the next inspection / the reason for the delay /
    the route of the van / a gap in the earlier figures / the price of timber /
    the wording of the notice / the change of shift / the balance at month’s end /
    the rule about spare keys / the noise from outside / the training of new staff /
    the need for a second opinion / the length of the wait
  `),
  aspect: list(`
    state / cost / upkeep / repair / history / daily use / position / future / cleaning / opening /
    inspection / replacement / lighting / size / layout / purpose / old name
  `),
  place: list(`
    north path / side entrance / old pump / reading room / main gate / storage shed / lower basin /
    new roof / boiler room / west stair / loading bay / drying loft / footbridge / courtyard /
    long corridor / water tank / notice board / ticket office / archive / tool store /
    weighing house / cloakroom / outer wall
  `),
} as const
