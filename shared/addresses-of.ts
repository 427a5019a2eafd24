/** The base URLs that a choice names, each once: several, parted by blanks, line breaks or commas, are a pool. */
export const addressesOf = (baseUrl: string | undefined): readonly string[] => [
  ...new Set((baseUrl ?? '').split(/[\s,]+/u).filter(Boolean)),
]
