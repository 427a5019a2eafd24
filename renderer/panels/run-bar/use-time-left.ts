import { useEffect, useRef, useState } from 'react'
import { projectStore } from '../../stores/project-store.ts'
import { steadyEnd, timeLeft } from './progress-made.ts'

/** Milliseconds that the run will still take, evened out; null while there is no telling. `now` ticks once a second. */
export const useTimeLeft = (now: number, isWorking: boolean): number | null => {
  const end = useRef<number | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const estimated = isWorking ? timeLeft(projectStore.getState().state, now) : null
    end.current = estimated === null ? null : steadyEnd(end.current, estimated, now)
    setLeft(end.current === null ? null : Math.max(0, end.current - now))
  }, [now, isWorking])
  return left
}
