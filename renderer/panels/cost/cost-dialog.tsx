import { useState } from 'react'
import type { Estimate } from '../../../shared/estimate.ts'
import { spent } from '../../../shared/questions/progress.ts'
import { modelStore, useRunChoice } from '../../stores/model-store.ts'
import { useProject } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { brief, figure } from '../../ui/figures.ts'
import { RunLimits, type Limits } from '../models/run-limits.tsx'
import { basisSentence, dollars, minutes, phaseNames } from './cost-words.ts'
import { useEstimate } from './use-estimate.ts'

const close = (): void => show({ dialog: null })

const cell = 'py-1 pr-3 text-right tabular-nums'

const Phases = ({ estimate }: { readonly estimate: Estimate }) => (
  <table className="w-full">
    <thead>
      <tr className="border-b text-small text-quiet">
        <th className="py-1 text-left font-normal">Phase</th>
        <th className={`${cell} font-normal`}>Calls</th>
        <th className={`${cell} font-normal`}>Tokens in</th>
        <th className={`${cell} font-normal`}>Out</th>
        <th className={`${cell} font-normal`}>Price</th>
        <th className="py-1 text-right font-normal">Time</th>
      </tr>
    </thead>
    <tbody>
      {estimate.phases.map(({ verb, calls, input, output, money, minutes: takes }) => (
        <tr key={verb} className="border-b">
          <th scope="row" className="py-1 text-left font-normal">
            {phaseNames[verb]}
          </th>
          <td className={cell}>{figure(calls)}</td>
          <td className={cell}>{brief(input)}</td>
          <td className={cell}>{brief(output)}</td>
          <td className={cell}>{dollars(money)}</td>
          <td className="py-1 text-right">{minutes(takes)}</td>
        </tr>
      ))}
    </tbody>
    <tfoot>
      <tr className="font-medium">
        <th scope="row" className="py-1 text-left font-medium">
          In all
        </th>
        <td className={cell}>{figure(estimate.total.calls)}</td>
        <td className={cell}>{brief(estimate.total.input)}</td>
        <td className={cell}>{brief(estimate.total.output)}</td>
        <td className={cell}>{dollars(estimate.total.money)}</td>
        <td className="py-1 text-right">{minutes(estimate.total.minutes)}</td>
      </tr>
    </tfoot>
  </table>
)

const Rest = () => {
  const model = useRunChoice((choice) => choice.model.id)
  const calls = useProject((state) => state.call.size)
  const sections = useProject((state) => state.section.size)
  const estimated = useEstimate(`${model} ${calls} ${sections}`)
  if (estimated === 'loading') return <p className="text-quiet">Working it out.</p>
  if ('trouble' in estimated)
    return (
      <p>
        It could not be worked out. <span className="text-quiet">{estimated.trouble}</span>
      </p>
    )
  const { estimate } = estimated
  if (estimate.total.calls === 0) return <p className="text-quiet">Nothing is left to do.</p>
  return (
    <>
      <Phases estimate={estimate} />
      <p className="pt-2 text-small text-quiet">
        {basisSentence[estimate.basis]}
        {estimate.total.money === null &&
          ' The price of a model is not known: write it into prices.json in your Longhand folder.'}
      </p>
    </>
  )
}

/** What was spent, what the rest is likely to cost by phase, and the caps that pause a run. */
export const CostDialog = () => {
  const { calls, tokens, money } = useProject(spent)
  const [limits, setLimits] = useState<Limits>(() => {
    const { cap, money: dollarCap, minutes: minuteCap, lanes } = modelStore.getState()
    return { cap, money: dollarCap, minutes: minuteCap, lanes }
  })
  return (
    <Dialog title="What it costs" onClose={close} width="w-160">
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          modelStore.setState(limits)
          close()
        }}
      >
        <section aria-label="Spent so far">
          <h3 className="pb-1 font-medium">Spent so far</h3>
          <p className="tabular-nums">
            {figure(calls)} calls, {figure(tokens.input)} tokens in ({figure(tokens.cached)} from a cache),{' '}
            {figure(tokens.output)} out{money > 0 && `, ${dollars(money)}`}.
          </p>
        </section>
        <section aria-label="The rest of the work">
          <h3 className="pb-1 font-medium">The rest of the work</h3>
          <Rest />
        </section>
        <RunLimits limits={limits} onLimits={setLimits} />
        <div className="flex justify-end gap-2 border-t pt-3">
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" kind="next">
            Keep these caps
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
