/**
 * Numbers askings, so that an answer can tell whether it still counts: `begin` gives what says of one of the things asked
 * about whether it has not been asked about again since.
 */
export const createAskings = () => {
  const newest = new Map<string, number>()
  let count = 0
  return {
    begin: (...about: readonly string[]): ((one: string) => boolean) => {
      count += 1
      const mine = count
      for (const each of about) newest.set(each, mine)
      return (one) => newest.get(one) === mine
    },
  }
}
