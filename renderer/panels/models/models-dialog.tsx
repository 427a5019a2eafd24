import { useEffect, useState } from 'react'
import { useKnownModels } from '../../stores/known-models.ts'
import { askProviders, findServers } from '../../stores/model-actions.ts'
import { modelStore } from '../../stores/model-store.ts'
import { takeChoice } from '../../stores/take-choice.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { placedName } from './known-choices.ts'
import { RoleFields } from './role-fields.tsx'
import { RunLimits, type Limits } from './run-limits.tsx'
import { SourceDetails } from './source-details.tsx'
import { SourceList } from './source-list.tsx'
import { sourcesOf } from './sources.ts'
import { useModelChoice } from './use-model-choice.ts'

const close = (): void => show({ dialog: null })

/** What is known of models, asked for anew whenever the dialogue is opened. */
const useSources = () => {
  const found = useKnownModels((known) => known.found)
  const offers = useKnownModels((known) => known.offers)
  const isAsking = useKnownModels((known) => known.asking)
  const trouble = useKnownModels((known) => known.trouble)
  useEffect(() => {
    void findServers()
    void askProviders()
  }, [])
  return { sources: sourcesOf({ found, offers }), isAsking, trouble }
}

const Standing = ({ isAsking, trouble }: { readonly isAsking: boolean; readonly trouble: string | null }) => (
  <p role="status" aria-label="What is known" className={trouble ? 'pt-2 text-broken' : 'pt-2 text-quiet'}>
    {trouble ?? (isAsking ? 'Vendors are being asked for their models.' : '')}
  </p>
)

/** Which model the next run asks, and how far the run may go. */
export const ModelsDialog = () => {
  const { sources, isAsking, trouble } = useSources()
  const { source, choice, isKnown, look, choose } = useModelChoice(modelStore.getState().model, sources)
  const [limits, setLimits] = useState<Limits>(() => {
    const { cap, money, minutes, lanes } = modelStore.getState()
    return { cap, money, minutes, lanes }
  })
  const [casting, setCasting] = useState(() => modelStore.getState().casting)
  const use = (): void => {
    close()
    void takeChoice({ model: choice, casting, ...limits })
  }
  return (
    <Dialog title="Models" onClose={close} width="w-220">
      <div className="flex flex-col gap-4">
        <div className="grid h-[calc(84vh-232px)] min-h-72 grid-cols-[264px_minmax(0,1fr)]">
          <div className="-ml-2 overflow-y-auto border-r pr-3">
            <SourceList sources={sources} chosen={isKnown ? source.key : undefined} onChoose={look} />
            <Standing isAsking={isAsking} trouble={trouble} />
          </div>
          <div className="-mr-4 min-w-0 overflow-y-auto pr-4 pl-5">
            {isKnown && <SourceDetails key={source.key} source={source} choice={choice} onChoice={choose} />}
          </div>
        </div>
        <div className="flex flex-col gap-3 border-t pt-4">
          <RoleFields casting={casting} chosen={choice} sources={sources} onCasting={setCasting} />
          <details>
            <summary className="cursor-pointer font-medium">How far a run may go</summary>
            <RunLimits limits={limits} onLimits={setLimits} />
          </details>
        </div>
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex items-center gap-2 border-t bg-float px-4 py-3">
          <p role="status" aria-label="Chosen model" className="min-w-0 flex-1 truncate text-quiet">
            {choice.id === '' ? 'No model is chosen yet.' : `Chosen: ${placedName(choice)}`}
          </p>
          <Button onClick={close}>Cancel</Button>
          <Button kind="next" disabled={choice.id === ''} onClick={use}>
            Use this model
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
