/** How often: `min` and `max` are counts, either may be missing. */
export type Amount = { readonly min?: number | undefined; readonly max?: number | undefined }

/** An amount in words: `at least 3`, `at most 3`, `exactly 3`, `3 to 5`. */
export const amountText = ({ min, max }: Amount): string => {
  if (min !== undefined && max !== undefined) return min === max ? `exactly ${min}` : `${min} to ${max}`
  return min === undefined ? `at most ${max ?? 0}` : `at least ${min}`
}

/** Reads what `amountText` writes, and a bare number as just that many. */
export const readAmount = (text: string): Amount | null => {
  const { low, high, min, max, just } =
    /^(?:(?<low>\d+) ?(?:to|-|–) ?(?<high>\d+)|at least (?<min>\d+)|at most (?<max>\d+)|(?:exactly )?(?<just>\d+))$/iu.exec(
      text.trim(),
    )?.groups ?? {}
  const [least, most] = [low ?? min ?? just, high ?? max ?? just]
  if (least === undefined && most === undefined) return null
  return {
    ...(least !== undefined && { min: Number(least) }),
    ...(most !== undefined && { max: Number(most) }),
  }
}
