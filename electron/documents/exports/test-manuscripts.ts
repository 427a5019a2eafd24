import type { Manuscript, ManuscriptPart } from '../../../shared/questions/manuscript.ts'

/** A section for tests: its title, its Markdown, and its depth if not 1. */
export const part = (title: string, text: string, depth = 1): ManuscriptPart => ({
  section: `section:${title || 'untitled'}`,
  depth,
  title,
  text,
})

/** A manuscript for tests. */
export const manuscriptOf = (
  parts: readonly ManuscriptPart[],
  given: Partial<Manuscript> = {},
): Manuscript => ({
  title: 'Title',
  form: 'report',
  language: 'en',
  parts,
  ...given,
})

/** Every word here must be found again in every export; each stands in one trap. */
const traps = `Lead\u0000nul \u001Besc \uD83Dhalf \u202Ebidi\u202C \u2028separator ]]>cdata &amp;entity &#12;feed <b>rawhtml</b>

<script>rawscript()</script>

[unsafe](javascript:alert(1)) [tabbed](java&Tab;script:alert(1)) [local](file:///etc/passwd) <vbscript:auto>

![described](https://tracker.example/pixel.png) [kept](https://example.org/?a=1&b=2 "hint") mailto <mailto:ann@example.org>

\\input{rawlatex} $$math$$ {{template}} @include(raw.yaml)

[definition]: https://example.org/definition

| left | right |
|:-----|------:|
| piped \\| bar | \`coded | cell\` |
| [celllink](https://example.org/cell) | cellnote[^1] |

1. ordered
   - nested
     1. deeper
        > quoteinlist

        \`\`\`
        codeinlist
        \`\`\`
7. seventh

> quoted **strong *both*** ~~struck~~ \`inline\`
>
> | quotedtable |
> |---|
> | quotedcell |

Setext *heading*
===

#### Jumping heading

Twice[^1] cited [@key, p. 3] and missing[^nowhere]. Hard\\
break.

[^1]: Firstnote with [notelink](https://example.org/note) and inner[^2].

    Secondparagraph of it.

    - noteitem

[^2]: Orphannote
[^1]: Duplicatenote

\`\`\`js
openfence <!-- `

/** A manuscript made of traps, for all exports. */
export const tricky: Manuscript = manuscriptOf(
  [
    part('Part **one** <i>&</i> [^1]', ''),
    part('# 1. Traps', traps, 2),
    part('', 'Untitled section, same label[^1].\n\n[^1]: Thirdnote', 2),
    part('   ', ''),
    part('概要と\n结论', '港の水質は\n*改善*している。\n\nשלום עולם\n\nمرحبا 123 بالعالم', 3),
    part('Very deep', '# Top\n\n###### Low', 9),
    part('Setext', 'after\n---\n\n- a\n\n* b\n\n+ c', 1),
  ],
  { title: `${'A title of three hundred characters '.repeat(9)}\u0007\uD800]]> <script>` },
)

/** About `words` words of plain prose in chapters of about 2,500, with the odd emphasis, dialogue and footnote. */
export const longManuscript = (words: number, form = 'novel'): Manuscript => {
  const sentence =
    'The *harbour* lay quiet, and nobody on the long wall said “good night” to the **pilot** who left. '
  const paragraph = sentence.repeat(6).trim()
  const text = `${Array.from({ length: 23 }, () => paragraph).join('\n\n')}\n\nA last one.[^1]\n\n[^1]: The pilot’s book.`
  const chapters = Math.ceil(words / 2500)
  return manuscriptOf(
    Array.from({ length: chapters }, (_, at) => part(`Chapter ${String(at + 1)}`, text)),
    { form },
  )
}

/** A report that cites its references in every place where a citation can stand. */
export const cited: Manuscript = manuscriptOf(
  [
    part(
      'Ebb & flood',
      `It rose [@silt, p. 3], and again *[@tides; @silt]*.[^1]

- In a list [@tides, chap. 2]; in code \`[@tides]\`; not known [@nobody] nor [@tides; @nobody].

| In a table [@tides] |
|---|
| [linked [@silt]](https://example.org/) |

[^1]: A note [@page].`,
    ),
    part('Last', '> A quote [@silt].\n>\n> ### [@tides]'),
  ],
  {
    references: [
      {
        key: 'tides',
        csl: {
          type: 'book',
          title: 'The <b>tides</b> & "more": *all*\u0007\n--- of them',
          author: [{ family: 'Ahn', given: 'Soo' }],
          issued: { 'date-parts': [[2021]] },
        },
      },
      {
        key: 'silt',
        csl: {
          type: 'article-journal',
          title: 'How silt rises',
          author: [{ family: 'Ek', given: 'Bo' }],
          DOI: '10.1000/silt',
          issued: { 'date-parts': [[2020]] },
        },
      },
      { key: 'page', csl: { type: 'webpage', title: 'Ferry times', URL: 'javascript:alert(1)' } },
      { key: 'never', csl: { type: 'book', title: 'Never cited' } },
    ],
  },
)
