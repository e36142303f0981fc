import { stepFor } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listExpertChoicesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { assignExperts } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, ExpertChoice } from '../../../api/generated/types.gen.ts'
import { useProgram } from '../../../api/measure.ts'
import { Await } from '../../../parts/await.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import { DrawForm } from './draw-form.tsx'

/** Choosing experts; whoever has a conflict of interest cannot be chosen, and the reason is said. */
export function AssignForm({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const query = useQuery(listExpertChoicesOptions({ path: { id: view.id } }))
  const least = useLeast(view)
  const act = useAct(view.id, () =>
    assignExperts({ path: { id: view.id }, body: { experts: [...chosen] }, throwOnError: true }),
  )
  const already = query.data?.filter(({ assigned }) => assigned).length ?? 0
  const turn = (person: string) =>
    setChosen((now) =>
      now.includes(person) ? now.filter((one) => one !== person) : [...now, person],
    )
  return (
    <>
      <DrawForm view={view} least={Math.max(1, least - already)} experts={query.data ?? []} />
      <Count least={least} chosen={chosen.length} already={already} />
      <Await query={query} lines={5}>
        {(experts) => (
          <ul className="experts-list">
            {experts.map((expert) => (
              <Expert
                key={expert.person}
                expert={expert}
                chosen={chosen.includes(expert.person)}
                onTurn={() => turn(expert.person)}
              />
            ))}
          </ul>
        )}
      </Await>
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <Button
          look="main"
          disabled={chosen.length === 0 || already + chosen.length < least || act.isPending}
          onClick={() => act.mutate(undefined)}
        >
          {t('assign.do', { count: chosen.length })}
        </Button>
      </p>
    </>
  )
}

/** How many experts the route asks for at least, on assigning or on concluding. */
function useLeast({ pack, version, service }: CaseView): number {
  const own = useProgram(pack, version)?.services[service]
  if (!own) return 0
  const steps = [stepFor(own, 'assign'), stepFor(own, 'conclude-review')]
  return Math.max(...steps.map((step) => step?.experts ?? 0))
}

type CountProps = { readonly least: number; readonly chosen: number; readonly already: number }

/** How many are needed, chosen and still missing, told as one chooses. */
function Count({ least, chosen, already }: CountProps) {
  const { t } = useTranslation('office')
  const missing = Math.max(0, least - already - chosen)
  return (
    <p role="status" className="small num">
      {least > 0 && <>{t('assign.least', { count: least })} · </>}
      {already > 0 && <>{t('assign.before', { count: already })} · </>}
      <b>{t('assign.chosen', { count: chosen })}</b>
      {missing > 0 && <> · {t('assign.missing', { count: missing })}</>}
    </p>
  )
}

type ExpertProps = { expert: ExpertChoice; chosen: boolean; onTurn: () => void }

function Expert({ expert, chosen, onTurn }: ExpertProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  const id = `expert-${expert.person}`
  return (
    <li>
      <input
        type="checkbox"
        id={id}
        checked={chosen || expert.assigned}
        disabled={expert.conflict !== null || expert.assigned}
        onChange={onTurn}
      />
      <label htmlFor={id}>
        <b>{expert.name}</b> {say(expert.title)} · {expert.employer}
        <span className="small quiet"> {expert.fields.join(t('judged.between'))}</span>
        {expert.mostOpen !== null && (
          <span className="small quiet num">
            {' '}
            {t('assign.load', { open: expert.open, most: expert.mostOpen })}
          </span>
        )}
        {expert.conflict && <span className="small refusal-what"> {say(expert.conflict)}</span>}
        {expert.assigned && <span className="small quiet"> {t('assign.already')}</span>}
      </label>
    </li>
  )
}
