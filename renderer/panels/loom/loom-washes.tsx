import { useProject } from '../../stores/project-store.ts'
import { draftedColumns } from './drafted-columns.ts'
import type { Place } from './loom-keys.ts'
import type { LoomStage } from './use-loom-hands.ts'

const above = 24

/** What lies behind the threads: a calm light on sections being drafted, and a wash over the column pointed at. */
export const LoomWashes = ({ stage, shown }: { readonly stage: LoomStage; readonly shown: Place | null }) => {
  const drafted = useProject(draftedColumns)
  const { scale, names, strands, view } = stage
  const height = Math.min(strands.length * scale.row, view.height)
  const left = (column: number): number => names + column * scale.column
  const transform = 'translateX(var(--left))'
  return (
    <>
      {drafted.map((column) => (
        <div
          key={column}
          className="absolute animate-breathe bg-working/15"
          style={{
            top: scale.head - above,
            height: height + above,
            left: left(column),
            width: Math.max(3, scale.column),
            transform,
          }}
        />
      ))}
      {shown && (
        <div
          className="absolute bg-hover"
          style={{
            top: scale.head,
            height,
            left: left(shown.column),
            width: Math.max(2, scale.column),
            transform,
          }}
        />
      )}
    </>
  )
}
