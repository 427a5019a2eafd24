import type { Grammar } from '../grammar.ts'
import { list } from '../list.ts'
import { englishDiary } from './english-diary.ts'
import { englishManual } from './english-manual.ts'
import { englishMatters } from './english-matters.ts'
import { englishReport } from './english-report.ts'
import { englishStory } from './english-story.ts'

const framing = {
  honest: [
    'This is placeholder prose, written only so that Longhand can be tried out.',
    'What stands here is placeholder prose for trying Longhand out; the real text is still to come.',
    'Nothing in these lines is more than placeholder prose, put here so that Longhand can be tried out.',
    'The practice model wrote this as placeholder prose, for trying Longhand out.',
    'Read this as placeholder prose: it holds the place of “{title}” while Longhand is being tried out.',
    'These lines are placeholder prose and serve to try Longhand out, no more.',
    'For the record, “{title}” is placeholder prose here, made for trying Longhand out.',
    'A writer will replace this; until then it is placeholder prose for trying out Longhand.',
    'All of this merely stands in for a text to come, while Longhand is tried out.',
    'Whoever reads this should know that it is placeholder prose for trying Longhand out.',
    'As long as Longhand is only being tried out, placeholder prose such as this must do.',
  ],
  honestShort: [
    'Placeholder prose, for trying Longhand out.',
    'Placeholder prose for trying Longhand.',
    'This is placeholder prose.',
    'Placeholder prose.',
    'A stand-in text.',
  ],
  say: [
    'One thing is set down here in so many words: “{phrase}”.',
    'It is also said here, word for word: “{phrase}”.',
    'The notes name it plainly: “{phrase}”.',
    'Among what belongs here is this: “{phrase}”.',
    'So that it is not forgotten, here it stands: “{phrase}”.',
    'By agreement these words have their place here: “{phrase}”.',
    'A line of its own goes to this: “{phrase}”.',
    'To be mentioned without fail: “{phrase}”.',
    'What must not be left out is “{phrase}”.',
    'The next words were asked for as they stand: “{phrase}”.',
  ],
  keep: [
    'One rule of the brief is kept in view here: “{phrase}”.',
    'Throughout, the text tries to follow what was asked: “{phrase}”.',
    'The brief lays down how this is to be done: “{phrase}”.',
    'A reminder from the brief goes with it: “{phrase}”.',
    'The real text will have to observe this: “{phrase}”.',
  ],
  entry: [
    'The plan asks this of the section: “{phrase}”.',
    'What the plan wants here is soon said: “{phrase}”.',
    'In the plan the entry reads “{phrase}”.',
    'According to the plan, the task is this: “{phrase}”.',
    'The plan gives the purpose in one line: “{phrase}”.',
    'Once the real text is written, it will answer to the plan: “{phrase}”.',
  ],
  topic: [
    'A word on “{title}” belongs here.',
    'The heading “{title}” is taken up again {tail}.',
    'As to “{title}”, it {stands} {rest}.',
    'Under “{title}” there is {amount} to add.',
    'Much of what “{title}” calls for can be told {tail}.',
    'So much, for the present, about “{title}”.',
  ],
  lead: [
    'These points are worth keeping in mind:',
    'In brief, the following is noted:',
    'Some particulars, in no special order:',
    'Three or four matters belong together:',
  ],
  heading: [
    'Notes',
    'Open points',
    'Further remarks',
    'In practice',
    'Background',
    'Particulars',
    'Remaining matters',
  ],
  columns: ['Place / Note'],
  row: ['{place} / {stands}'],
  reportFocus: ['the {aspect} of the {place}'],
  storyFocus: ['{person} and {thing}'],
  diaryFocus: ['{friend} and the {aspect} of the {place}', '{friend} and {thing}'],
  manualFocus: ['{part} and {part}'],
  treats: ['treats {phrase}', 'tells of {phrase}', 'gives an account of {phrase}', 'turns to {phrase}'],
  says: ['says “{phrase}”'],
  quote: ['“{phrase}”'],
  bare: [
    '{adjective} {nouns} {verbs} {nouns}.',
    '{nouns} {verbs} {adjective} {nouns}.',
    '{adjective} {nouns} {verbs} {adjective} {nouns}.',
    '{adjective} {nouns} {adverb} {verbs} {nouns}.',
    '{adverb}, {adjective} {nouns} {verbs} {adjective} {nouns}.',
    '{nouns} {verbs} {nouns}.',
  ],
  adjective: list(`
    quiet / plain / small / old / narrow / early / late / short / long / dry / pale / steady / open /
    simple / slow / even / clear / careful / modest
  `),
  nouns: list(`
    rooms / notes / pages / days / roads / letters / lamps / hours / gardens / boats / windows /
    fields / stairs / rivers / questions / answers / walls / bridges / tables / shelves / visitors /
    shadows / seasons
  `),
  verbs: list(`
    follow / meet / need / keep / recall / await / outlast / resemble / join / face / frame
  `),
  adverb: ['slowly', 'quietly', 'usually', 'often', 'seldom', 'gradually', 'again'],
  tiny: ['Noted.', 'So much.', 'That is all.', 'That will do here.', 'There is no more yet.'],
} as const

/** Everything the practice model can say in English. */
export const english: Grammar = {
  ...framing,
  ...englishMatters,
  ...englishReport,
  ...englishStory,
  ...englishDiary,
  ...englishManual,
}
