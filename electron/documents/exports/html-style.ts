import type { Layout, PageSize } from './layout.ts'

const base = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1f1e1b; --soft: #6a675f; --line: #1f1e1b26; --accent: #2a6f6b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --ink: #e6e2d9; --soft: #a09b90; --line: #e6e2d926; --accent: #7fbdb8; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.1875rem/1.65 Literata, Georgia, 'Times New Roman', 'Noto Serif', serif; }
body { max-width: 66ch; margin: 0 auto; padding: 4rem 1.5rem 6rem; overflow-wrap: break-word; hyphens: auto; }
p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote { unicode-bidi: plaintext; text-align: start; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; hyphens: manual; break-after: avoid; margin: 2.2em 0 0.7em; }
h1 { font-size: 2.2rem; margin-top: 0; }
h2 { font-size: 1.6rem; }
h3 { font-size: 1.3rem; }
h4, h5, h6 { font-size: 1.05rem; }
p { margin: 0; orphans: 2; widows: 2; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
blockquote { margin: 1.2em 0; padding-inline-start: 1.2em; border-inline-start: 2px solid var(--line); }
pre, code { font-family: 'JetBrains Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace; font-size: 0.85em; hyphens: none; }
pre { margin: 1.2em 0; padding: 0.8em 1em; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; line-height: 1.45; }
pre code { font-size: 1em; }
table { margin: 1.4em 0; border-collapse: collapse; width: 100%; font-size: 0.9em; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { padding: 0.45em 0.8em 0.45em 0; vertical-align: top; border-bottom: 1px solid var(--line); }
th { border-bottom: 1.5px solid currentColor; }
[align='right'] { text-align: right; }
[align='center'] { text-align: center; }
hr { border: 0; margin: 1.8em 0; text-align: center; color: var(--soft); }
hr::before { content: '* * *'; letter-spacing: 0.3em; }
ul, ol { margin: 0.8em 0; padding-inline-start: 1.8em; }
sup { line-height: 0; font-size: 0.7em; }
sup a, nav a { text-decoration: none; }
nav { margin: 2rem 0 3rem; }
nav ol { list-style: none; padding: 0; }
nav li { border-bottom: 1px solid var(--line); padding: 0.25em 0; }
.depth-2 { padding-inline-start: 1.5em; }
.depth-3 { padding-inline-start: 3em; }
p.listed { padding-inline-start: 2em; text-indent: -2em; margin-bottom: 0.5em; }
.footnotes { margin-top: 4rem; font-size: 0.85em; }
`

const layouts = {
  novel: `
header h1 { text-align: center; margin: 12vh 0; }
h2 { text-align: center; margin-top: 5rem; }
p + p { text-indent: 1.5em; }
li p, blockquote p, .footnotes p { text-indent: 0; }
`,
  report: `
p { margin: 0 0 0.9em; }
li > p:last-child, blockquote > p:last-child { margin-bottom: 0.3em; }
`,
} as const satisfies Record<Layout, string>

const printing = {
  novel:
    'h2 { break-before: page; margin-top: 20vh; } header { break-after: page; } header h1 { margin-top: 35vh; }',
  report: '',
} as const satisfies Record<Layout, string>

/** The style sheet of an HTML export, for the screen and for paper; it refers to nothing outside the file. */
export const htmlStyle = (layout: Layout, page: PageSize): string => `${base}${layouts[layout]}
@page { size: ${page === 'a4' ? 'A4' : 'letter'}; margin: 25mm 25mm 28mm; @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
@page :first { @bottom-center { content: none; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #555; --line: #0004; --accent: #000; }
  html { font-size: 11pt; line-height: 1.5; }
  body { max-width: none; padding: 0; text-align: start; }
  pre { white-space: pre-wrap; overflow: visible; }
  tr, pre, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  nav, [href^='#note-fnref'] { display: none; }
  ${printing[layout]}
}
`
