/**
 * What returns. `each`: every unit. `rhythm`: every `n`th, from `first` where nothing says from where. `months`: every
 * so many months, on a day that hangs on where it begins. `units`: a set told by the calendar. `unknown`: it is plain
 * that something returns, but not when.
 */
export type Rhythm = { readonly next: number } & (
  | { readonly kind: 'each' }
  | { readonly kind: 'rhythm'; readonly n: number; readonly first: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'units'; readonly units: readonly number[] }
  | { readonly kind: 'unknown' }
)
