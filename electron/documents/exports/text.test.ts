import { expect, test } from 'vitest'
import { manuscriptOf, part } from './test-manuscripts.ts'
import { text } from './text.ts'

const sample = `Plain *words* run
on, \`code\` [link](https://a.b) <https://c.d>[^n] and\\
break.

> A quote
>
> - item

1. one
   - nested

     loose
2. two

| Left | 漢字 |
|:--|--:|
| a | b[^m] |

\`\`\`
if x:
  y
\`\`\`

***

[^n]: First note.

    Its second paragraph.

[^m]: Second note.`

test('plain text reads well', () => {
  const bytes = text.write(
    manuscriptOf([part('One', sample), part('Two', 'End[^n].', 2), part('Three', '# Inner', 3)]),
    {},
  )
  expect(new TextDecoder().decode(bytes)).toMatchInlineSnapshot(`
    "Title
    =====


    One
    ---

    Plain words run on, code link <https://a.b> https://c.d[1] and
    break.

        A quote

        - item

    1. one
       - nested

         loose
    2. two

    Left   漢字
    ----   ----
    a      b[2]

        if x:
          y

    * * *


    Two

    End[1].

    Three

    Inner

    Notes
    -----

    [1] First note.
        Its second paragraph.

    [2] Second note.
    "
  `)
})
