/** Work in steps, between which whoever does it may let others go first; what it returns is what it comes to. */
export type Stepwise<Value> = Generator<undefined, Value, undefined>

/** Makes one thing of each item, in a step of its own. */
export const eachInSteps = function* <Item, Made>(
  items: readonly Item[],
  make: (item: Item, i: number) => Made,
): Stepwise<readonly Made[]> {
  const made: Made[] = []
  for (const [i, item] of items.entries()) {
    made.push(make(item, i))
    yield
  }
  return made
}

/** Does all steps at once. */
export const atOnce = <Value>(work: Stepwise<Value>): Value => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
