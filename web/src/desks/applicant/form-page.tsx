import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCase } from '../../api/case.ts'
import type { CaseView } from '../../api/generated/types.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { Await, Skeleton } from '../../parts/await.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Colon } from '../../parts/points.tsx'
import { useSay } from '../../words/say.ts'
import { Filling } from './form/filling.tsx'
import { isEditable } from './use-case.ts'

const here = getRouteApi('/applicant/apply/cases/$id/form')

/** The application as the articles ask for it, saved as one types. */
export function FormPage() {
  const { t } = useTranslation('applicant')
  const { id } = here.useParams()
  const query = useCase(id)
  if (query.data) return <Form key={id} view={query.data} />
  return (
    <Page title={t('case.title')} trail={[[t('mine.title'), '/apply']]}>
      <Block>
        <Await query={query}>{() => null}</Await>
      </Block>
    </Page>
  )
}

function Form({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const program = useProgram(view.pack, view.version)
  return (
    <Grounds pack={view.pack} version={view.version}>
      <Page
        title={t('form.title', { service: say(view.serviceTitle) })}
        trail={[
          [t('mine.title'), '/apply'],
          [t('case.title'), `/apply/cases/${view.id}`],
        ]}
        about={
          <>
            <p className="facts-line small">
              <span>
                {t('form.party')}
                <Colon />
                {view.party.name}
              </span>
              <span>{say(view.call.title)}</span>
            </p>
            <p className="small">{t('form.live.about')}</p>
          </>
        }
      >
        {!isEditable(view) && <Closed id={view.id} />}
        {isEditable(view) && !program && <Skeleton lines={10} />}
        {isEditable(view) && program && <Filling view={view} program={program} />}
      </Page>
    </Grounds>
  )
}

function Closed({ id }: { id: string }) {
  const { t } = useTranslation('applicant')
  return (
    <Block>
      <p>{t('form.not-draft')}</p>
      <p className="acts-row">
        <Link to="/apply/cases/$id" params={{ id }} className="btn">
          {t('form.back')}
        </Link>
      </p>
    </Block>
  )
}
