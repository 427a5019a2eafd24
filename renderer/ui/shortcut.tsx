import { shown, spoken, type Keys } from '../stores/keys.ts'

/** A shortcut: signs for the eye, words for the ear. */
export const Shortcut = ({ keys, className = '' }: { readonly keys: Keys; readonly className?: string }) => (
  <kbd className={`shrink-0 font-ui whitespace-nowrap text-quiet ${className}`}>
    <span aria-hidden>{shown(keys)}</span>
    <span className="sr-only">{spoken(keys)}</span>
  </kbd>
)
