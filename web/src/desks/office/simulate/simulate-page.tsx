import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startSimulation } from '../../../api/generated/sdk.gen.ts'
import type { MeasureView, SimulationView } from '../../../api/generated/types.gen.ts'
import { measureQuery } from '../../../api/measure.ts'
import { Await } from '../../../parts/await.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { WidePage } from '../../../parts/page.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { keptEdits } from '../editor/kept-edits.ts'
import { Refused } from './refused.tsx'
import { Result } from './result.tsx'
import './simulate.css'

const here = getRouteApi('/office/measures/$pack/simulate')

/** 草案试算: a draft beside an installed version, on the firms that are registered. */
export function SimulatePage() {
  const { t } = useTranslation('office')
  const { pack } = here.useParams()
  return (
    <WidePage
      title={t('simulate.title')}
      trail={[[t('nav.measures'), '/office/measures']]}
      about={t('simulate.about')}
    >
      <Await query={useQuery(measureQuery(pack))}>{(view) => <Simulate view={view} />}</Await>
    </WidePage>
  )
}

/** What is tried: an installed version, or one with what was changed in this browser's editor. */
type Draft = { readonly version: string; readonly edited: boolean }

function Simulate({ view }: { view: MeasureView }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const { pack, version: current } = view.summary
  const drafts = view.versions.flatMap(({ version, digest }): Draft[] => {
    const edited = Object.keys(keptEdits(digest)).length > 0
    return edited
      ? [
          { version, edited },
          { version, edited: false },
        ]
      : [{ version, edited }]
  })
  const inForce = view.enactments.find(({ until }) => until === null)?.version ?? current
  const [chosen, setChosen] = useState(0)
  const [against, setAgainst] = useState(inForce)
  const [result, setResult] = useState<SimulationView | null>(null)
  const starting = useMutation({
    mutationFn: async () => {
      const { version = current, edited = false } = drafts[chosen] ?? {}
      const digest = view.versions.find((one) => one.version === version)?.digest ?? ''
      const draft = { version, edits: edited ? keptEdits(digest) : {} }
      return (await startSimulation({ body: { pack, draft, against }, throwOnError: true })).data
    },
    onSuccess: setResult,
  })
  return (
    <>
      <h2>{say(view.summary.title)}</h2>
      <div className="acts-row">
        <label>
          <span className="small">{t('simulate.draft')}</span>
          <select
            className="field"
            value={chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {drafts.map(({ version, edited }, at) => (
              <option key={version + edited} value={at}>
                {edited ? t('simulate.edited', { version }) : version}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="small">{t('simulate.against')}</span>
          <select
            className="field"
            value={against}
            onChange={(event) => setAgainst(event.target.value)}
          >
            {view.versions.map(({ version }) => (
              <option key={version} value={version}>
                {version}
              </option>
            ))}
          </select>
        </label>
        <Button look="main" disabled={starting.isPending} onClick={() => starting.mutate()}>
          {t(starting.isPending ? 'simulate.running' : 'simulate.run')}
        </Button>
      </div>
      {drafts.length < 2 && (
        <p className="small quiet">
          {t('simulate.no-draft')}{' '}
          <Link to="/office/measures/$pack/editor" params={{ pack }}>
            {t('simulate.edit')}
          </Link>
        </p>
      )}
      <Refused by={starting} />
      {result && (
        <Grounds pack={pack} version={result.draftVersion}>
          <Result key={result.id} begun={result} />
        </Grounds>
      )}
    </>
  )
}
