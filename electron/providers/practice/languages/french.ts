import type { Grammar } from '../grammar.ts'
import { list } from '../list.ts'

const register = [
  '{paper} {tells} {matter}.',
  '{paper} {tells} {matter} {tail}.',
  '{opener}, {paper} {tells} {matter}.',
  '{opener}, {paper} {tells} {matter} {tail}.',
  '{paper} {tells} {matter}, et {someone} {tells} {matter}.',
  '{someone} {tells} {matter}, tandis que {paper} {tells} {matter}.',
  '{when}, {someone} {tells} {matter}.',
  '{when}, {someone} {tells} {tail} {matter}.',
  '{someone} {tells} {matter} {tail}.',
  'Selon {paper}, {someone} {tells} {matter}.',
] as const

const focus = ['{aspect} {place}'] as const

/** Everything the practice model can say in French; one register serves all forms. */
export const french: Grammar = {
  report: register,
  story: register,
  diary: register,
  manual: register,
  paper: list(`
    la première page / le compte rendu / une note en marge / le registre / le résumé /
    la deuxième partie / le vieux cahier / une feuille volante / l’annexe / le brouillon /
    la dernière colonne / l’index / une simple note / la lettre classée
  `),
  tells: list(`
    mentionne / décrit / rappelle / explique / aborde / signale / complète / reprend / examine /
    relève / note / considère
  `),
  matter: ['{aspect} {place}', '{aspect} {place}', '{aspect} {place}', '{affair}'],
  aspect: list(`
    l’état / le coût / l’entretien / l’histoire / l’usage / la position / la réparation /
    le nettoyage / le contrôle / la taille / l’ouverture / l’éclairage / l’ancien nom / l’avenir
  `),
  place: list(`
    du chemin nord / de l’entrée latérale / de la vieille pompe / de la salle de lecture /
    du grand portail / du dépôt / du bassin / du nouveau toit / de l’escalier ouest / du quai /
    du séchoir / de la passerelle / de la cour / du long couloir / du réservoir / du panneau /
    des archives / de l’atelier / du mur extérieur
  `),
  affair: list(`
    un léger changement d’horaire / le nombre des visiteurs / la date de la réunion /
    la raison du retard / le prix du bois / la règle des clés / le bruit du dehors /
    une lacune dans les chiffres / le changement d’équipe
  `),
  tail: list(`
    en termes simples / sans hâte / pour la bonne forme / avec le soin habituel / sans commentaire /
    à sa juste place / en deux remarques / en une seule ligne / dans la marge / avec la date /
    du même ton sec / plus brièvement / sous un titre à part / avec réserve
  `),
  opener: list(`
    pour le moment / dans l’ensemble / de même / un peu plus loin / jusqu’ici / comme avant /
    dans l’ordre / en pratique / à vrai dire / tout d’abord / en revanche / de plus près / en tout cas
  `),
  when: list(`
    au printemps / le soir / après la pluie / avant la première cloche / un mardi /
    sur le chemin du retour / la deuxième semaine / peu avant midi / après un long silence /
    au grand jour
  `),
  someone: list(`
    le comité / une lectrice / le bureau / un collègue / le gardien / la voisine / le contrôleur /
    un visiteur / l’intendante / le passeur
  `),
  amount: ['peu', 'quelque chose', 'une ou deux choses', 'un mot'],
  honest: [
    'Ceci est un texte provisoire, écrit seulement pour essayer Longhand.',
    'Ce qui suit ou précède est un texte provisoire pour essayer Longhand ; le vrai texte reste à écrire.',
    'Ces lignes ne sont qu’un texte provisoire, mis ici pour que l’on puisse essayer Longhand.',
    'Le modèle d’exercice a écrit ce texte provisoire pour essayer Longhand.',
    'Lisez ceci comme un texte provisoire : il garde la place de « {title} » tant que l’on essaie Longhand.',
    'Tout cela remplace un texte à venir, le temps d’essayer Longhand.',
    'Pour mémoire, « {title} » est ici un texte provisoire, fait pour essayer Longhand.',
  ],
  honestShort: [
    'Texte provisoire, pour essayer Longhand.',
    'Ceci est un texte provisoire.',
    'Simple texte provisoire.',
    'Texte provisoire.',
  ],
  say: [
    'Une chose est dite ici mot pour mot : « {phrase} ».',
    'Il faut aussi l’écrire ici : « {phrase} ».',
    'Les notes le disent clairement : « {phrase} ».',
    'Pour que rien ne soit oublié : « {phrase} ».',
    'Ces mots ont leur place ici : « {phrase} ».',
    'Il ne doit pas manquer « {phrase} ».',
    'Une ligne entière revient à ceci : « {phrase} ».',
  ],
  keep: [
    'Une règle de la commande vaut ici aussi : « {phrase} ».',
    'La commande dit comment écrire : « {phrase} ».',
    'Le vrai texte devra suivre ceci : « {phrase} ».',
  ],
  entry: [
    'Le plan demande ceci à la section : « {phrase} ».',
    'Dans le plan, on lit « {phrase} ».',
    'Selon le plan, la tâche est la suivante : « {phrase} ».',
    'Le plan dit le but en une ligne : « {phrase} ».',
  ],
  topic: [
    'Un mot sur « {title} » a sa place ici.',
    'Le titre « {title} » revient {tail}.',
    'Sur « {title} », il reste {amount} à ajouter.',
    'Voilà, pour l’instant, sur « {title} ».',
  ],
  lead: [
    'Ces points sont à retenir :',
    'En bref, on note ceci :',
    'Quelques détails, sans ordre particulier :',
  ],
  heading: ['Notes', 'Points ouverts', 'Autres remarques', 'Détails', 'Contexte'],
  columns: ['Feuille / Mention'],
  row: ['{paper} / {tail}'],
  reportFocus: focus,
  storyFocus: focus,
  diaryFocus: focus,
  manualFocus: focus,
  treats: ['traite {phrase}', 'décrit {phrase}', 'explique {phrase}'],
  says: ['dit « {phrase} »'],
  quote: ['« {phrase} »'],
  bare: [
    '{nouns} {adjective}, {nouns} {adjective}.',
    '{nouns} {adjective}, {nouns} {adjective}, {nouns} {adjective}.',
    '{nouns}, {nouns}, {nouns} {adjective}.',
    '{nouns} {adjective}.',
    '{nouns} {adjective} {adverb} {adjective}.',
  ],
  adjective: list(`
    calmes / simples / modestes / tranquilles / sobres / fragiles / utiles / rares / jeunes / larges /
    pâles / immobiles / lisibles
  `),
  nouns: list(`
    chambres / notes / pages / journées / routes / lettres / lampes / heures / jardins / barques /
    fenêtres / champs / escaliers / rivières / questions / murs
  `),
  adverb: ['souvent', 'parfois', 'toujours', 'encore', 'presque'],
  tiny: ['Noté.', 'Voilà tout.', 'Rien de plus.', 'Cela suffit bien ici.', 'Il n’y a rien d’autre.'],
}
