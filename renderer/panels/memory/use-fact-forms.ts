import { useRef } from 'react'
import { z } from 'zod'
import { recordSchemas, type Memory } from '../../../shared/records.ts'
import { changeMemory } from '../../stores/order-actions.ts'
import { useKept } from '../../stores/use-kept.ts'

/** The facts that are being written or changed, each as it is typed, and what is done in their forms. */
export type FactForms = {
  readonly open: readonly Memory[]
  readonly hands: {
    /** Something was typed; opens the form where there is none. */
    readonly onItem: (item: Memory) => void
    readonly onSave: (item: Memory) => void
    readonly onCancel: (item: Memory) => void
  }
}

const typed = z.array(recordSchemas.memory)

/** The open forms of this page: any number at a time, and what is typed into one waits while others are shown. */
export const useFactForms = (): FactForms => {
  const [kept, keep] = useKept('facts', typed)
  const open = useRef(kept ?? [])
  const change = (items: Memory[]): void => {
    open.current = items
    keep(items.length > 0 ? items : null)
  }
  const close = ({ id }: Memory): void => change(open.current.filter((each) => each.id !== id))
  return {
    open: kept ?? [],
    hands: {
      onItem: (item) => {
        const isOpen = open.current.some(({ id }) => id === item.id)
        change(
          isOpen ? open.current.map((each) => (each.id === item.id ? item : each)) : [...open.current, item],
        )
      },
      onSave: (item) =>
        void changeMemory('Change of memory', { put: [{ ...item, by: 'writer' }], remove: [] }).then(
          (done) => done && close(item),
        ),
      onCancel: close,
    },
  }
}
