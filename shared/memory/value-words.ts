const classOf = (groups: string): ReadonlyMap<string, string> =>
  new Map(
    groups
      .trim()
      .split(/\s+/u)
      .flatMap((group) => {
        const words = group.split('|')
        return words.map((word) => [word, words[0] ?? word] as const)
      }),
  )

/**
 * Words that stand for one of a few values, a class of values each; of one thing they exclude each other. Words between
 * bars mean the same, in English, German, French, Spanish and Chinese.
 */
export const valueClasses: readonly ReadonlyMap<string, string>[] = [
  // Months. "May" and "March" are words of their own and are left to the dates they stand in.
  classOf(`january|januar|janvier|enero|一月 february|februar|février|febrero|二月 märz|mars|marzo|三月 april|avril|abril|四月
    mai|mayo|五月 june|juni|juin|junio|六月 july|juli|juillet|julio|七月 august|août|agosto|八月
    september|septembre|septiembre|九月 october|oktober|octobre|octubre|十月 november|novembre|noviembre|十一月
    december|dezember|décembre|diciembre|十二月`),
  classOf(`monday|montag|lundi|lunes|星期一|周一 tuesday|dienstag|mardi|martes|星期二|周二
    wednesday|mittwoch|mercredi|miércoles|星期三|周三 thursday|donnerstag|jeudi|jueves|星期四|周四
    friday|freitag|vendredi|viernes|星期五|周五 saturday|samstag|sonnabend|samedi|sábado|星期六|周六
    sunday|sonntag|dimanche|domingo|星期日|星期天|周日`),
  classOf(`black|schwarz|schwarze|schwarzes|noir|noire|noirs|negro|negra|黑色 white|weiß|weiße|blanc|blanche|blanco|blanca|白色
    red|rot|rote|rotes|rouge|rojo|roja|红色 green|grün|grüne|grünes|vert|verte|verde|绿色 blue|blau|blaue|blaues|bleu|bleue|azul|蓝色
    yellow|gelb|gelbe|jaune|amarillo|amarilla|黄色 brown|braun|braune|braunes|brun|brune|marron|marrón|棕色|褐色
    grey|gray|grau|graue|graues|gris|灰色 blond|blonde|fair|金发 orange purple|violet|lila pink|rosa`),
  classOf(`north|northern|norden|nord|norte|北 south|southern|süden|sud|sur|南 east|eastern|osten|est|este|东
    west|western|westen|ouest|oeste|西`),
  classOf(`left|linke|linken|gauche|izquierda|izquierdo|左 right|rechte|rechten|droite|derecha|derecho|右`),
  classOf(
    `alive|living|lebt|lebendig|vivant|vivante|vivo|viva|活着 dead|deceased|died|tot|gestorben|mort|morte|muerto|muerta|死了|去世`,
  ),
  classOf(`married|verheiratet|marié|mariée|casado|casada|已婚 unmarried|single|ledig|célibataire|soltero|soltera|未婚
    divorced|geschieden|divorcé|divorcée|divorciado|divorciada|离婚 widowed|widow|widower|verwitwet|veuf|veuve|viudo|viuda|丧偶`),
  classOf(`morning|morgens|matin|mañana|早上 noon|mittags|midi|mediodía|中午 evening|abends|soir|tarde|晚上
    night|nachts|nuit|noche|夜里 midnight|mitternacht|minuit|medianoche|午夜`),
  classOf(`open|offen|ouvert|ouverte|abierto|abierta closed|shut|geschlossen|fermé|fermée|cerrado|cerrada`),
  classOf(`first|erste|ersten|premier|première|primero|primera second|zweite|zweiten|deuxième|segundo|segunda
    third|dritte|dritten|troisième|tercero|tercera fourth|vierte|vierten|quatrième|cuarto|cuarta last|letzte|dernier|dernière|último|última`),
]

/** Words that deny what they stand in. */
export const denials: ReadonlySet<string> = new Set(
  `not no never neither nor none nobody nothing without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't
  haven't hadn't wouldn't couldn't shouldn't nicht nie niemals kein keine keinen keiner ohne ne pas jamais aucun aucune sans
  nunca jamás ninguno ninguna sin`.split(/\s+/u),
)

/** Han characters that deny what follows. */
export const hanDenials = /[不没未无]/gu

/** Up to where the next clause begins. */
const slot =
  '(?<value>[^.,;:()]+?)(?= (?:and|but|who|where|which|with|since|until|before|after|und|aber|wo|mit|seit|et|mais|où|avec|y|pero|donde|con) |[.,;:()]|$)'

/** Ways of saying what a thing has but one of; `value` is that one. */
export const singleValued: readonly RegExp[] = [
  `(?:is|was)? ?(?:called|named|known as|nicknamed) ${slot}`,
  `(?:(?:is|was)? ?(?:now )?(?:lives?|lived|living|resid(?:es?|ed|ing)|dwells?)) (?:in|at|on|near|with) ${slot}`,
  `(?:is|was)? ?born (?:in|at|on|near) ${slot}`,
  `(?:comes?|came|hails?|is|was) (?:originally )?from ${slot}`,
  `(?:is|was)? ?(?:works?|worked|working|employed|serv(?:es?|ed|ing)) (?:as|at|for|in) ${slot}`,
  `(?:died|was killed|drowned) (?:in|at|on|of|from) ${slot}`,
  `(?:is|was|got)? ?(?:married|engaged|betrothed) to ${slot}`,
  `(?:is|was|are|were)? ?(?:made|built|carved|forged|painted) (?:of|from|out of) ${slot}`,
  `(?:is|was)? ?(?:located|situated|moored|buried|based|kept|stands?|stood|lies|lay|hangs?|hung|kept) (?:in|at|on|near|under|above|behind|beside|between) ${slot}`,
  `belongs? to ${slot}`,
  `belonged to ${slot}`,
  `(?:is|was) owned by ${slot}`,
  `(?:is|was) (?:founded|built|written|discovered|opened|killed|painted|led|run) by ${slot}`,
  `(?:heißt|hieß) ${slot}`,
  `(?:wohnt|wohnte|lebt|lebte) (?:in|auf|an|bei) ${slot}`,
  `(?:kommt|kam|stammt|stammte) aus ${slot}`,
  `(?:wurde|ist|war) (?:in|am|im) (?<value>.+) geboren`,
  `(?:arbeitet|arbeitete) (?:als|in|bei) ${slot}`,
  `gehörte? ${slot}`,
  `s['’]appel(?:le|ait) ${slot}`,
  `(?:habit(?:e|ait)|vi(?:t|vait)) (?:à|en|au|dans|chez) ${slot}`,
  `(?:vient|venait) d(?:e|u) ${slot}`,
  `(?:est|était) né(?:e)? (?:à|en|le|au) ${slot}`,
  `travail(?:le|lait) (?:comme|à|chez|dans) ${slot}`,
  `se llama(?:ba)? ${slot}`,
  `viv(?:e|ía) (?:en|con) ${slot}`,
  `(?:viene|venía|es|era) de ${slot}`,
  `nació (?:en|el) ${slot}`,
  `trabaja(?:ba)? (?:como|en|de) ${slot}`,
  `(?:名叫|叫做|叫|住在|来自|出生于|生于|死于|位于|属于)(?<value>[^，。；]+)`,
].map((pattern) => new RegExp(`(?<![^\\P{L}\\p{Script=Han}]|\\p{N})${pattern}`, 'iu'))
