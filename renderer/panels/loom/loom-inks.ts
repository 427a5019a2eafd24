const named = {
  paper: '--paper',
  ink: '--ink',
  quiet: '--quiet',
  hair: '--hair',
  edge: '--edge',
  kept: '--kept',
  broken: '--broken',
  unsure: '--unsure',
  working: '--working',
} as const

const hues = Array.from({ length: 11 }, (_, i) => i + 1)

/** The colours of the theme as a canvas wants them; `threads` by hue, from 1. */
export type Inks = { readonly [Name in keyof typeof named]: string } & { readonly threads: readonly string[] }

/** Reads the colours that hold where `probe` stands: by day or by night. */
export const inksOf = (probe: HTMLElement): Inks => {
  const read = (variable: string): string => {
    probe.style.color = `var(${variable})`
    return getComputedStyle(probe).color
  }
  const { paper, ink, quiet, hair, edge, kept, broken, unsure, working } = named
  return {
    paper: read(paper),
    ink: read(ink),
    quiet: read(quiet),
    hair: read(hair),
    edge: read(edge),
    kept: read(kept),
    broken: read(broken),
    unsure: read(unsure),
    working: read(working),
    threads: ['', ...hues.map((hue) => read(`--thread-${hue}`))],
  }
}
