import type { Grammar } from '../grammar.ts'
import { list } from '../list.ts'

const register = [
  '{paper} {tells} {matter}.',
  '{paper} {tells} {matter} {tail}.',
  '{opener} {tells} {paper} {matter}.',
  '{opener} {tells} {paper} {matter} {tail}.',
  '{paper} {tells} {matter}, und {someone} {tells} {matter}.',
  '{someone} {tells} {matter}, obwohl {paper} {matter} {inverted}.',
  '{paper} {tells} {matter}, während {someone} {matter} {inverted}.',
  '{someone} {tells} {tail} {matter}.',
  '{when} {tells} {someone} {matter}.',
  '{when} {tells} {someone} {tail} {matter}.',
] as const

const focus = ['{aspect} {place}'] as const

/** Everything the practice model can say in German; one register serves all forms. */
export const german: Grammar = {
  report: register,
  story: register,
  diary: register,
  manual: register,
  paper: list(`
    die erste Seite / der Bericht / eine Randnotiz / das Protokoll / die Übersicht /
    der zweite Absatz / das alte Heft / ein loses Blatt / die Beilage / der Entwurf /
    die letzte Spalte / das Verzeichnis / eine Fußnote / der Brief im Ordner
  `),
  tells: list(`
    nennt / beschreibt / erwähnt / erklärt / behandelt / verzeichnet / ergänzt / berührt / bespricht /
    prüft / notiert / betrachtet
  `),
  inverted: list(`
    nennt / beschreibt / erwähnt / erklärt / behandelt / ergänzt / prüft / betrachtet / auslässt /
    übergeht
  `),
  matter: ['{aspect} {place}', '{aspect} {place}', '{aspect} {place}', '{affair}'],
  aspect: list(`
    den Zustand / die Kosten / die Pflege / die Geschichte / die Nutzung / die Lage / den Umbau /
    die Reinigung / die Prüfung / den Ersatz / die Größe / den Zweck / die Öffnung / die Beleuchtung /
    den früheren Namen
  `),
  place: list(`
    des Nordwegs / des Seiteneingangs / der alten Pumpe / des Lesesaals / des Haupttors / des Lagers /
    des Beckens / des neuen Dachs / der Westtreppe / der Rampe / des Trockenbodens / der Fußbrücke /
    des Hofs / des langen Gangs / des Wassertanks / der Anschlagtafel / des Archivs / der Werkstatt /
    der Außenmauer
  `),
  affair: list(`
    eine kleine Änderung im Fahrplan / die Zahl der Besucher / den Termin der nächsten Sitzung /
    den Grund der Verzögerung / den Preis des Holzes / die Regel für Ersatzschlüssel /
    den Lärm von draußen / eine Lücke in den Zahlen / den Wechsel der Schicht
  `),
  tail: list(`
    in einfachen Worten / ohne Eile / der Ordnung halber / mit der üblichen Sorgfalt /
    ohne Kommentar / an der richtigen Stelle / mit zwei kurzen Bemerkungen / in einer einzigen Zeile /
    nur am Rande / mit Datum / im selben trockenen Ton / etwas kürzer als sonst /
    unter eigener Überschrift / mit Vorbehalt
  `),
  opener: list(`
    vorläufig / im Ganzen / ebenso / wenig später / bisher / wie zuvor / der Reihe nach /
    in der Praxis / streng genommen / zunächst / dagegen / bei näherem Hinsehen / jedenfalls
  `),
  when: list(`
    im Frühjahr / am Abend / nach dem Regen / vor dem ersten Läuten / an einem Dienstag /
    auf dem Heimweg / in der zweiten Woche / kurz vor Mittag / nach langem Schweigen / bei gutem Licht
  `),
  someone: list(`
    der Ausschuss / eine Leserin / das Büro / ein Kollege / der Hausmeister / die Nachbarin /
    der Prüfer / ein Gast / die Verwalterin / der Fährmann
  `),
  amount: ['wenig', 'etwas', 'nicht viel', 'nichts Dringendes'],
  honest: [
    'Dies ist Platzhaltertext, nur geschrieben, um Longhand auszuprobieren.',
    'Was hier steht, ist Platzhaltertext zum Ausprobieren von Longhand; der wahre Text kommt noch.',
    'Diese Zeilen sind nicht mehr als Platzhaltertext, damit man Longhand ausprobieren kann.',
    'Das Übungsmodell hat dies als Platzhaltertext geschrieben, zum Ausprobieren von Longhand.',
    'Man lese dies als Platzhaltertext: Er hält den Platz von „{title}“ frei, solange Longhand ausprobiert wird.',
    'All das vertritt nur einen künftigen Text, solange Longhand ausprobiert wird.',
    'Der Ordnung halber: „{title}“ ist hier Platzhaltertext zum Ausprobieren von Longhand.',
  ],
  honestShort: [
    'Platzhaltertext, um Longhand auszuprobieren.',
    'Dies ist Platzhaltertext.',
    'Bloßer Platzhaltertext.',
    'Ein Text als Platzhalter.',
  ],
  say: [
    'Eines steht hier wörtlich: „{phrase}“.',
    'Wort für Wort gehört hierher: „{phrase}“.',
    'Die Notizen sagen es deutlich: „{phrase}“.',
    'Damit es nicht vergessen wird: „{phrase}“.',
    'Nach Absprache hat dies hier seinen Platz: „{phrase}“.',
    'Nicht fehlen darf „{phrase}“.',
    'Eine eigene Zeile erhält dies: „{phrase}“.',
  ],
  keep: [
    'Eine Regel des Auftrags gilt auch hier: „{phrase}“.',
    'Der Auftrag gibt vor, wie zu schreiben ist: „{phrase}“.',
    'Der wahre Text wird dies beachten: „{phrase}“.',
  ],
  entry: [
    'Der Plan verlangt von diesem Abschnitt: „{phrase}“.',
    'Im Plan lautet der Eintrag „{phrase}“.',
    'Laut Plan ist dies die Aufgabe: „{phrase}“.',
    'Der Plan sagt den Zweck in einer Zeile: „{phrase}“.',
  ],
  topic: [
    'Ein Wort zu „{title}“ gehört hierher.',
    'Die Überschrift „{title}“ kommt {tail} wieder vor.',
    'Zu „{title}“ ist {amount} hinzuzufügen.',
    'So viel fürs Erste zu „{title}“.',
  ],
  lead: [
    'Diese Punkte sind zu merken:',
    'In Kürze sei Folgendes notiert:',
    'Einige Einzelheiten ohne feste Ordnung:',
  ],
  heading: ['Notizen', 'Offene Punkte', 'Weitere Bemerkungen', 'Einzelheiten', 'Hintergrund'],
  columns: ['Blatt / Vermerk'],
  row: ['{paper} / {tail}'],
  reportFocus: focus,
  storyFocus: focus,
  diaryFocus: focus,
  manualFocus: focus,
  treats: ['behandelt {phrase}', 'beschreibt {phrase}', 'erklärt {phrase}'],
  says: ['sagt „{phrase}“'],
  quote: ['„{phrase}“'],
  bare: [
    '{adjective} {nouns} {verbs} {nouns}.',
    '{nouns} {verbs} {adjective} {nouns}.',
    '{adjective} {nouns} {verbs} {adjective} {nouns}.',
    '{adjective} {nouns} {verbs} {adverb} {nouns}.',
    '{nouns} {verbs} {nouns}.',
  ],
  adjective: list(`
    stille / kleine / alte / schmale / frühe / späte / kurze / lange / trockene / blasse / offene /
    schlichte / klare
  `),
  nouns: list(`
    Räume / Zettel / Seiten / Tage / Wege / Briefe / Lampen / Stunden / Gärten / Boote / Fenster /
    Felder / Treppen / Flüsse / Fragen / Mauern
  `),
  verbs: list(`
    brauchen / treffen / kennen / rahmen / überdauern / ersetzen / ergänzen / verbinden
  `),
  adverb: ['langsam', 'selten', 'oft', 'wieder', 'meist'],
  tiny: ['Notiert.', 'So viel.', 'Das ist alles.', 'Das mag hier genügen.', 'Mehr steht hier noch nicht.'],
}
