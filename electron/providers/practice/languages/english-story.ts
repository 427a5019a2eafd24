import { list } from '../list.ts'

/** Pieces for novels and tales: past tense, a small town on a river. */
export const englishStory = {
  story: [
    '{person} {noticed} {thing} {when}.',
    '{when}, {person} {noticed} {thing}.',
    '{person} {noticed} {thing}.',
    '{air} {lay} {where}, and {person} {noticed} {thing}.',
    '{air} {lay} {where} {until}.',
    '{person} {noticed} {thing}, though it {seemed}.',
    '“{remark},” said {person} and {noticed} {thing}.',
    '“{remark},” said {person} {when}.',
    '{person} {noticed} {thing} while {person} {noticed} {thing}.',
    'Nobody but {person} {noticed} {thing} {when}.',
    '{person} had come from the {place}, where {air} {lay} {until}.',
    'Beyond the {place} {air} {lay} {where}.',
  ],
  person: list(`
    the keeper / the ferryman / her sister / the older clerk / the boy from the mill /
    the widow next door / the surveyor / the postmistress / a stranger with a cane /
    the schoolmaster / the cook / his younger brother / the lodger / the piano tuner /
    the night porter / the gardener’s wife / the apprentice
  `),
  noticed: list(`
    looked at / walked past / asked about / thought of / pointed to / stood beside / came back to /
    spoke of / remembered / ignored / kept an eye on / waited near / turned away from / noticed /
    made a sketch of
  `),
  thing: list(`
    the locked boathouse / the lamp in the hall / a letter from the north / the empty chair /
    the painted gate / the clock on the landing / a coat that no one claimed /
    the bridge below the weir / the torn map / an unopened parcel / the light upstairs /
    the bench under the limes / the green ledger / the bell by the door / the quarry path /
    a basket of late apples / the portrait above the stairs / the cart in the lane /
    the well behind the inn / a row of grey stones / the half-built wall
  `),
  when: list(`
    before the first bell / when the rain had passed / on the way home / late in the afternoon /
    after a long silence / while the kettle cooled / long after supper / in the half light /
    without saying why / for the second time that day / as if by chance / at about four /
    not long before dark / with some reluctance / on the last dry evening
  `),
  air: list(`
    the fog / a smell of tar / the first snow / a thin rain / the evening light /
    the sound of the mill / the dust of summer / the quiet / a wind from the river /
    smoke from the brickworks / the morning chill
  `),
  lay: ['hung', 'lingered', 'settled', 'drifted', 'stayed', 'rested', 'gathered'],
  where: list(`
    over the roofs / between the houses / along the quay / above the orchard / in the stairwell /
    outside the chapel / near the ferry stage / across the low fields / around the old station /
    behind the shutters / about the yard
  `),
  until: list(`
    until the lamps were lit / for most of the day / until the clock struck four /
    for a week or more / well into the evening / as long as anyone watched / till the ferry left /
    from noon onwards
  `),
  seemed: list(`
    meant little by then / had not been touched for years / was only half visible /
    looked smaller than before / belonged to someone else / had changed hands twice /
    was not what it had been / could have waited
  `),
  remark: list(`
    It will keep until tomorrow / We shall see / That was before my time / Nobody asked me /
    The boat is late again / You may write that down / There is no hurry / I had heard otherwise /
    Leave it where it is / It is not far now / One gets used to it / Somebody must have known
  `),
} as const
