import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMeasuresOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { enactMeasure } from '../../../api/generated/sdk.gen.ts'
import type { MeasureSummary, MeasureView } from '../../../api/generated/types.gen.ts'
import { measureQuery } from '../../../api/measure.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { shortHash } from '../../../ui/format.ts'
import { useSay } from '../../../words/say.ts'
import { ReasonField } from '../acts/reason-field.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { Field } from './fields.tsx'

/** Putting a version in force: a dated act with its reason, visible for good. */
export function MeasuresPage() {
  const { t } = useTranslation('office')
  return (
    <Page title={t('measures.title')} about={<p>{t('measures.about')}</p>}>
      <Await query={useQuery(listMeasuresOptions())}>
        {(measures) =>
          measures.length === 0 ? (
            <Block>
              <Empty says={t('measures.none')} />
            </Block>
          ) : (
            measures.map((measure) => <OneMeasure key={measure.pack} measure={measure} />)
          )
        }
      </Await>
    </Page>
  )
}

function OneMeasure({ measure }: { measure: MeasureSummary }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const rights = usePerson()?.rights ?? []
  return (
    <Block heading={say(measure.title)}>
      <Await query={useQuery(measureQuery(measure.pack))}>
        {(view) => (
          <>
            <Enactments view={view} />
            {rights.includes('measure.source') && (
              <p>
                <Link to="/office/measures/$pack/editor" params={{ pack: measure.pack }}>
                  {t('measures.edit')}
                </Link>
              </p>
            )}
            {rights.includes('measure.simulate') && (
              <p>
                <Link to="/office/measures/$pack/simulate" params={{ pack: measure.pack }}>
                  {t('simulate.title')}
                </Link>
              </p>
            )}
            {rights.includes('case.migrate') && (
              <p>
                <Link to="/office/measures/$pack/migrate" params={{ pack: measure.pack }}>
                  {t('measures.migrate')}
                </Link>
              </p>
            )}
            {rights.includes('measure.enact') && <EnactForm view={view} />}
          </>
        )}
      </Await>
    </Block>
  )
}

function Enactments({ view }: { view: MeasureView }) {
  const { t } = useTranslation('office')
  return (
    <ul className="lines">
      {view.enactments.map((one) => (
        <li key={`${one.version}${one.from}`}>
          <span>
            <Link to="/measures/$pack" params={{ pack: view.summary.pack }} className="num">
              {one.version}
            </Link>{' '}
            {one.draft && <span className="small">{t('measures.draft')}</span>}
            <span className="small quiet"> {one.reason}</span>
          </span>
          <span className="small quiet num">
            {one.from} — {one.until ?? ''} · {one.by}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Installed versions come newest first. */
const newestOf = ({ versions, summary }: MeasureView) => versions[0]?.version ?? summary.version

function useIsDraft(pack: string, version: string): boolean {
  const { data } = useQuery(measureQuery(pack, version))
  return data?.summary.state === 'consultation-draft'
}

type VersionsProps = {
  readonly view: MeasureView
  readonly chosen: string
  readonly onChoose: (version: string) => void
}

/** Every installed version, with its day and what it is: any of them may be put in force. */
function Versions({ view, chosen, onChoose }: VersionsProps) {
  const { t } = useTranslation('office')
  const inForce = view.enactments.find(({ until }) => until === null)?.version
  return (
    <fieldset className="ask">
      <legend className="ask-title">{t('measures.version')}</legend>
      {view.versions.map(({ version, installedOn, digest }) => (
        <label key={version} className="option">
          <input
            type="radio"
            name={`version-${view.summary.pack}`}
            checked={chosen === version}
            onChange={() => onChoose(version)}
          />
          <span>
            <b className="num">{version}</b>{' '}
            <span className="small quiet num">
              {t('measures.installed', { day: installedOn })}{' '}
              <span className="mono" title={digest}>
                {shortHash(digest)}
              </span>
              {version === inForce && ` · ${t('measures.in-force')}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function EnactForm({ view }: { view: MeasureView }) {
  const { t } = useTranslation('office')
  const today = useToday()
  const queries = useQueryClient()
  const { pack } = view.summary
  const [given, setGiven] = useState({ version: newestOf(view), from: today, reason: '' })
  const isDraft = useIsDraft(pack, given.version)
  const enacting = useMutation({
    mutationFn: () => enactMeasure({ path: { pack }, body: given, throwOnError: true }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <details className="act-fold">
      <summary>{t('measures.enact')}</summary>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault()
          enacting.mutate()
        }}
      >
        <Versions
          view={view}
          chosen={given.version}
          onChoose={(version) => setGiven({ ...given, version })}
        />
        {isDraft && <p className="note">{t('measures.draft-warning')}</p>}
        <Field
          label={t('measures.from')}
          type="date"
          value={given.from}
          onChange={(from) => setGiven({ ...given, from })}
        />
        <ReasonField
          label={t('act.reason')}
          value={given.reason}
          onChange={(reason) => setGiven({ ...given, reason })}
          required
        />
        {enacting.isError && <RefusalNote error={enacting.error} />}
        {enacting.isSuccess && <p role="status">{t('measures.done')}</p>}
        <p className="acts-row">
          <SealButton act={t('measures.do')} disabled={enacting.isPending} />
        </p>
      </form>
    </details>
  )
}
