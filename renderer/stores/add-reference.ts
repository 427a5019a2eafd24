import { perform } from './actions.ts'
import { client } from './connection.ts'
import { notify } from './notices.ts'
import { openPath, projectStore } from './project-store.ts'
import { keepDone } from './undo-stack.ts'

const chunk = 32_768

const base64Of = (bytes: Uint8Array): string => {
  let letters = ''
  for (let at = 0; at < bytes.length; at += chunk)
    letters += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(letters)
}

/**
 * Adds a file as a source. What it says of the file is told; undo takes away what came by it, and gives what it described
 * anew its earlier description again.
 */
export const addReference = (file: File) =>
  perform(async () => {
    const project = openPath()
    const { reference: before } = projectStore.getState().state
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()))
    const { references, notices } = await client.references.add({ project, name: file.name, base64 })
    for (const sentence of notices) notify(sentence)
    const earlier = references.flatMap(({ id }) => before.get(id) ?? [])
    const remove = references.map(({ id }) => id).filter((id) => !before.has(id))
    const isNew = JSON.stringify(earlier) !== JSON.stringify(references)
    if (!isNew) return references
    keepDone({
      name: `Adding of “${file.name}”`,
      at: Date.now(),
      undo: () => client.references.change({ project, put: earlier, remove }),
      redo: () => client.references.change({ project, put: references, remove: [] }),
    })
    return references
  })
