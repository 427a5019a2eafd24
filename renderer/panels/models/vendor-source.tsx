import { useState } from 'react'
import { useKnownModels, type Offer } from '../../stores/known-models.ts'
import { askProvider } from '../../stores/model-actions.ts'
import { KeyPanel } from './key-panel.tsx'
import { ModelByName } from './model-by-name.tsx'
import { ModelList } from './model-list.tsx'

/** A vendor's models: first the key, then the list. */
export const VendorSource = ({
  offer,
  chosen,
  onChoose,
}: {
  readonly offer: Offer
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) => {
  const [isAsked, setAsked] = useState(false)
  const areAllAsked = useKnownModels((known) => known.asking)
  const isAsking = isAsked || (areAllAsked && offer.hasKey && offer.models.length === 0)
  const origin = URL.parse(offer.address ?? '')?.origin ?? ''
  const askAgain = async (): Promise<void> => {
    setAsked(true)
    await askProvider(offer.id)
    setAsked(false)
  }
  return (
    <>
      <KeyPanel place={{ provider: offer.id }} origin={origin} onChanged={() => void askAgain()} />
      {isAsking && (
        <p role="status" className="text-quiet">
          {offer.name} is being asked for its models.
        </p>
      )}
      {!isAsking && offer.hasKey && offer.trouble && (
        <p role="alert" className="text-broken">
          {offer.trouble}
        </p>
      )}
      {offer.models.length > 0 && (
        <ModelList models={offer.models.map((id) => ({ id }))} chosen={chosen} onChoose={onChoose} />
      )}
      {offer.hasKey && <ModelByName provider={offer.id} id={chosen} onName={onChoose} />}
    </>
  )
}
