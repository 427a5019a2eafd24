import { useStore } from 'zustand'
import { dropNotice, notices } from '../stores/notices.ts'
import { Button } from './button.tsx'

/** Where notices are shown and spoken. */
export const Notices = () => {
  const all = useStore(notices)
  return (
    <div
      role="status"
      aria-label="Notices"
      className="fixed bottom-10 left-1/2 z-20 flex w-105 -translate-x-1/2 flex-col gap-2"
    >
      {all.map(({ number, sentence, tone }) => (
        <div
          key={number}
          className="flex items-start gap-2 rounded-desk bg-float py-2 pr-2 pl-4 shadow-float"
        >
          <p className={`min-w-0 flex-1 py-1 ${tone === 'trouble' ? 'text-broken' : ''}`}>{sentence}</p>
          <Button
            kind="quiet"
            onClick={() => dropNotice(number)}
            aria-label={`Close the notice: ${sentence}`}
          >
            Close
          </Button>
        </div>
      ))}
    </div>
  )
}
