import { useState } from 'react'
import type { SectionId } from '../../../shared/records.ts'
import { wishCandidates } from '../../stores/plan-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'

/** More than one way to write a section: each waits as a proposal beside what stands. */
export const Candidates = ({ section }: { readonly section: SectionId }) => {
  const [count, setCount] = useState(2)
  return (
    <form
      aria-label="Candidates"
      className="flex flex-wrap items-end gap-2 border-b p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void wishCandidates(section, count)
      }}
    >
      <Field label="More drafts to choose from" hint="They wait as proposals; what stands stays.">
        {(ids) => (
          <span className="flex gap-2">
            <Choice
              {...ids}
              className="w-16!"
              value={count}
              onChange={({ target }) => setCount(Number(target.value))}
            >
              {[2, 3, 4].map((n) => (
                <option key={n}>{n}</option>
              ))}
            </Choice>
            <Button type="submit" className="h-8!">
              Write them
            </Button>
          </span>
        )}
      </Field>
    </form>
  )
}
