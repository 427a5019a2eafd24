import type { Grammar } from '../grammar.ts'
import { list } from '../list.ts'

const register = [
  '{paper} {tells} {matter}.',
  '{paper} {tells} {matter} {tail}.',
  '{opener}, {paper} {tells} {matter}.',
  '{opener}, {paper} {tells} {matter} {tail}.',
  '{paper} {tells} {matter}, y {someone} {tells} {matter}.',
  '{someone} {tells} {matter}, mientras que {paper} {tells} {matter}.',
  '{when}, {someone} {tells} {matter}.',
  '{when}, {someone} {tells} {tail} {matter}.',
  '{someone} {tells} {matter} {tail}.',
  'Según {paper}, {someone} {tells} {matter}.',
] as const

const focus = ['{aspect} {place}'] as const

/** Everything the practice model can say in Spanish; one register serves all forms. */
export const spanish: Grammar = {
  report: register,
  story: register,
  diary: register,
  manual: register,
  paper: list(`
    la primera página / el informe / una nota al margen / el registro / el resumen /
    el segundo párrafo / el viejo cuaderno / una hoja suelta / el anexo / el borrador /
    la última columna / el índice / una nota breve / la carta archivada
  `),
  tells: list(`
    menciona / describe / recuerda / explica / trata / señala / completa / retoma / examina / recoge /
    anota / considera
  `),
  matter: ['{aspect} {place}', '{aspect} {place}', '{aspect} {place}', '{affair}'],
  aspect: list(`
    el estado / el coste / el cuidado / la historia / el uso / la posición / la reparación /
    la limpieza / la revisión / el tamaño / la apertura / la iluminación / el antiguo nombre /
    el futuro
  `),
  place: list(`
    del camino norte / de la entrada lateral / de la vieja bomba / de la sala de lectura /
    del portón / del almacén / del estanque / del tejado nuevo / de la escalera oeste / del muelle /
    del secadero / de la pasarela / del patio / del largo pasillo / del depósito / del tablón /
    del archivo / del taller / del muro exterior
  `),
  affair: list(`
    un leve cambio de horario / el número de visitantes / la fecha de la reunión /
    la razón del retraso / el precio de la madera / la norma de las llaves / el ruido de fuera /
    un hueco en las cifras / el cambio de turno
  `),
  tail: list(`
    en palabras sencillas / sin prisa / por buen orden / con el cuidado habitual / sin comentarios /
    en su lugar / con dos observaciones / en una sola línea / solo de paso / con la fecha /
    en el mismo tono seco / algo más brevemente / bajo título propio / con reservas
  `),
  opener: list(`
    por el momento / en conjunto / del mismo modo / un poco más tarde / hasta ahora / como antes /
    por orden / en la práctica / en rigor / para empezar / en cambio / vista de cerca la cuestión /
    en todo caso
  `),
  when: list(`
    en primavera / por la tarde / después de la lluvia / antes de la primera campana / un martes /
    de camino a casa / en la segunda semana / poco antes del mediodía / tras un largo silencio /
    con buena luz
  `),
  someone: list(`
    el comité / una lectora / la oficina / un colega / el conserje / la vecina / el revisor /
    un visitante / la administradora / el barquero
  `),
  amount: ['poco', 'algo', 'una o dos cosas', 'una palabra'],
  honest: [
    'Este es un texto provisional, escrito solo para probar Longhand.',
    'Lo que hay aquí es un texto provisional para probar Longhand; el texto verdadero está por escribir.',
    'Estas líneas no son más que un texto provisional, puesto aquí para que se pueda probar Longhand.',
    'El modelo de práctica escribió este texto provisional para probar Longhand.',
    'Léase como texto provisional: guarda el lugar de «{title}» mientras se prueba Longhand.',
    'Todo esto ocupa el lugar de un texto futuro mientras se prueba Longhand.',
    'Conste que «{title}» es aquí un texto provisional, hecho para probar Longhand.',
  ],
  honestShort: [
    'Texto provisional, para probar Longhand.',
    'Este es un texto provisional.',
    'Simple texto provisional.',
    'Texto provisional.',
  ],
  say: [
    'Una cosa se dice aquí palabra por palabra: «{phrase}».',
    'También hay que escribirlo aquí: «{phrase}».',
    'Las notas lo dicen con claridad: «{phrase}».',
    'Para que no se olvide: «{phrase}».',
    'Estas palabras tienen aquí su lugar: «{phrase}».',
    'No debe faltar «{phrase}».',
    'Una línea propia merece esto: «{phrase}».',
  ],
  keep: [
    'Una regla del encargo vale también aquí: «{phrase}».',
    'El encargo dice cómo escribir: «{phrase}».',
    'El texto verdadero tendrá que cumplir esto: «{phrase}».',
  ],
  entry: [
    'El plan pide esto a la sección: «{phrase}».',
    'En el plan se lee «{phrase}».',
    'Según el plan, la tarea es esta: «{phrase}».',
    'El plan dice el propósito en una línea: «{phrase}».',
  ],
  topic: [
    'Aquí cabe una palabra sobre «{title}».',
    'El título «{title}» vuelve {tail}.',
    'Sobre «{title}» queda {amount} por añadir.',
    'Esto es todo, por ahora, sobre «{title}».',
  ],
  lead: [
    'Conviene recordar estos puntos:',
    'En breve se anota lo siguiente:',
    'Algunos detalles, sin orden fijo:',
  ],
  heading: ['Notas', 'Puntos abiertos', 'Otras observaciones', 'Detalles', 'Contexto'],
  columns: ['Hoja / Nota'],
  row: ['{paper} / {tail}'],
  reportFocus: focus,
  storyFocus: focus,
  diaryFocus: focus,
  manualFocus: focus,
  treats: ['trata {phrase}', 'describe {phrase}', 'explica {phrase}'],
  says: ['dice «{phrase}»'],
  quote: ['«{phrase}»'],
  bare: [
    '{nouns} {adjective} {verbs} {nouns}.',
    '{nouns} {verbs} {nouns} {adjective}.',
    '{nouns} {adjective} {verbs} {nouns} {adjective}.',
    '{nouns} {adjective} {adverb} {verbs} {nouns}.',
    '{nouns} {verbs} {nouns}.',
  ],
  adjective: list(`
    simples / grandes / suaves / leves / breves / firmes / libres / humildes / fieles / visibles /
    iguales / recientes / estables
  `),
  nouns: list(`
    salas / notas / páginas / jornadas / calles / cartas / lámparas / horas / jardines / barcas /
    ventanas / campos / escaleras / ríos / preguntas / muros
  `),
  verbs: list(`
    guardan / esperan / recuerdan / acompañan / enmarcan / necesitan / evocan / unen
  `),
  adverb: ['siempre', 'despacio', 'apenas', 'todavía', 'casi'],
  tiny: ['Anotado.', 'Eso es.', 'Eso es todo.', 'Con esto basta aquí.', 'Por ahora no hay más.'],
}
