import { useState } from 'react'
import type { ModelChoice } from '../../../shared/model.ts'
import { modelStore } from '../../stores/model-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { DescribedRadio } from '../../ui/described-radio.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RoleFields } from './role-fields.tsx'
import { RunLimits, type Limits } from './run-limits.tsx'
import { ServerFields } from './server-fields.tsx'
import { TryModel } from './try-model.tsx'

const close = (): void => show({ dialog: null })

const practice: ModelChoice = { id: 'practice' }

/** Which model the next run asks, and how far the run may go. */
export const ModelsDialog = () => {
  const [choice, setChoice] = useState<ModelChoice>(modelStore.getState().model)
  const [server, setServer] = useState<ModelChoice>(choice.id === 'practice' ? { id: '' } : choice)
  const [limits, setLimits] = useState<Limits>(() => {
    const { cap, money, minutes, lanes } = modelStore.getState()
    return { cap, money, minutes, lanes }
  })
  const [casting, setCasting] = useState(() => modelStore.getState().casting)
  const isPractice = choice.id === 'practice'
  const use = (model: ModelChoice): void => {
    setChoice(model)
    if (model.id !== 'practice') setServer(model)
  }
  return (
    <Dialog title="Models" onClose={close}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          modelStore.setState({ model: choice, casting, ...limits })
          close()
        }}
      >
        <fieldset className="flex flex-col gap-1 px-2">
          <legend className="sr-only">Model</legend>
          <DescribedRadio
            group="provider"
            name="Practice model"
            about="Built in. Writes placeholder prose for trying Longhand out, and needs nothing."
            checked={isPractice}
            onChoose={() => use(practice)}
          />
          <DescribedRadio
            group="provider"
            name="A server"
            about="Any server that speaks the OpenAI protocol, on this machine or elsewhere."
            checked={!isPractice}
            onChoose={() => use(server)}
          />
        </fieldset>
        {!isPractice && <ServerFields choice={choice} onChoice={use} />}
        <TryModel key={JSON.stringify(choice)} choice={choice} />
        <RoleFields casting={casting} onCasting={setCasting} />
        <RunLimits limits={limits} onLimits={setLimits} />
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex justify-end gap-2 border-t bg-float px-4 py-3">
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" kind="next" disabled={choice.id === ''}>
            Use this model
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
