import { useState } from 'react'
import { z } from 'zod'
import { openPath } from './project-store.ts'

const read = <Value>(key: string, schema: z.ZodType<Value>): Value | null => {
  try {
    return schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

const write = (key: string, value: unknown): void => {
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Where the browser keeps nothing, what is typed lives as long as its form.
  }
}

/**
 * What is being typed into a form of the open project, and null where nothing is: kept by this page under a name,
 * whatever else it shows meanwhile. Give the component that uses it the name as key.
 */
export const useKept = <Value>(
  name: string,
  schema: z.ZodType<Value>,
): readonly [Value | null, (value: Value | null) => void] => {
  const [key] = useState(() => `longhand.typed ${name} ${openPath()}`)
  const [value, setValue] = useState(() => read(key, schema))
  return [
    value,
    (changed) => {
      setValue(changed)
      write(key, changed)
    },
  ]
}

/** The same for a plain text, empty where nothing is typed. */
export const useKeptText = (name: string): readonly [string, (text: string) => void] => {
  const [text, setText] = useKept(name, z.string())
  return [text ?? '', (changed) => setText(changed === '' ? null : changed)]
}
