import { useState } from 'react'
import { enterProject, makeProject } from '../../stores/actions.ts'
import type { Known } from './use-known.ts'

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })

const fileName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path

const row = 'flex w-full flex-col items-start rounded-desk px-2 py-1.5 text-left hover:bg-hover'

/** How many projects are shown before the writer asks for all. */
const usual = 8

/** Projects that were opened lately, newest first. */
export const RecentProjects = ({ recent }: { readonly recent: Known['recent'] }) => {
  const [all, setAll] = useState(false)
  if (recent.length === 0)
    return <p className="text-quiet">Nothing was opened yet. Begin something, or take a sample.</p>
  return (
    <ul className="-mx-2 -mt-1.5 flex flex-col">
      {(all ? recent : recent.slice(0, usual)).map(({ path, title, openedAt, isThere }) => (
        <li key={path}>
          {isThere ? (
            <button type="button" className={row} onClick={() => enterProject(path, 'manuscript')}>
              <span className="font-medium">
                <span className="sr-only">Open </span>
                {title}
              </span>
              <span className="max-w-full truncate text-quiet" title={path}>
                {day.format(openedAt)} · {fileName(path)}
              </span>
            </button>
          ) : (
            <p className="flex flex-col px-2 py-1.5 text-quiet">
              <span>{title}</span>
              <span className="truncate">Its file is not there any more: {path}</span>
            </p>
          )}
        </li>
      ))}
      {!all && recent.length > usual && (
        <li>
          <button type="button" className={`${row} text-quiet`} onClick={() => setAll(true)}>
            Show all {recent.length}
          </button>
        </li>
      )}
    </ul>
  )
}

/** Briefs that come with the app, to begin a project from. */
export const Samples = ({ samples, folder }: Pick<Known, 'samples' | 'folder'>) => (
  <ul className="-mx-2 -mt-1.5 flex flex-col">
    {samples.map(({ name, title, form, source }) => (
      <li key={name}>
        <button type="button" className={row} onClick={() => void makeProject(source, folder)}>
          <span className="font-medium">
            <span className="sr-only">Begin from the sample </span>
            {title}
          </span>
          <span className="text-quiet first-letter:uppercase">{form}</span>
        </button>
      </li>
    ))}
  </ul>
)
