const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** The words that make up most of any text in a language, by the language's code. */
export const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(`the and of to in a is was that it for on with as his her he she they at by be this had not are but from have
    or which one you were all there would their we him been has when who will no if out so what up its about than into
    them can only other some could these my do me your i our an`),
  de: list(`der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
    man sein wurde sei ihr ich wir uns mich mir`),
  fr: list(`de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec aux ont sa été
    mais comme nous ou si leur elle dont je tu vous ils elles y lui cette ces son mes mon ma on à où même était fut d l qu c
    n s j`),
  es: list(`de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre
    este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está mi porque nos yo él ella nosotros`),
  it: list(`di che e la il un a per è in una non sono da le si con i del lo al ma come anche della ha mi più ci nel alla
    gli io se o dei su questo era c tutto quando dal cosa ho essere perché suo ne delle molto lui lei`),
  pt: list(`de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando
    muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você`),
  nl: list(`de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar heeft of
    had hij zij ze was deze die dit wel geen wat werd over je ik we mijn hun`),
  sv: list(`och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år
    under också efter eller nu sin där vid mot ska skulle hade hon ut`),
  da: list(`og i at det er en til på som for af med de den ikke der et han har jeg var men sig om vi så kan over hun efter
    også eller nu fra skal ved ud ind havde blev mig`),
  pl: list(`i w na z do się nie to że jest o jak po co za od a ale tak już był było być czy tego przez jego jej są ich które
    który dla ma może tylko oraz bardzo ja my mnie`),
}

/** The words of a text that is written in letters, in lower case; an apostrophe ends one, so that `l'eau` is two. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
