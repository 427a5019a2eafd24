import { useEffect, useState } from 'react'

/** A value as it was when it last held still for `ms`: what is costly to make of it is not made at every key. */
export const useQuiet = <Value>(value: Value, ms: number): Value => {
  const [quiet, setQuiet] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return quiet
}
