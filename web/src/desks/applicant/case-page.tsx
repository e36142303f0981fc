import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../api/generated/types.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { Await } from '../../parts/await.tsx'
import { ClockBlock } from '../../parts/case/clock-block.tsx'
import { RouteProgress } from '../../parts/case/route-progress.tsx'
import { StageTag } from '../../parts/case/stage-tag.tsx'
import { Timeline } from '../../parts/case/timeline.tsx'
import { Figure } from '../../parts/figure.tsx'
import { FindingsCount, FindingsList } from '../../parts/findings-list.tsx'
import { PaperFiles } from '../../parts/form/paper-files.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Colon } from '../../parts/points.tsx'
import { useSay } from '../../words/say.ts'
import './applicant.css'
import { useCase } from '../../api/case.ts'
import { Changes } from './case/changes.tsx'
import { Documents } from './case/documents.tsx'
import { Now } from './case/now.tsx'
import { Sanctions } from './case/sanctions.tsx'
import { Withdraw } from './case/withdraw.tsx'
import { isEditable } from './use-case.ts'

const here = getRouteApi('/applicant/apply/cases/$id')

/** One's own case: where it stands, what to do, what was done, what came of it. */
export function CasePage() {
  const { t } = useTranslation('applicant')
  const { id } = here.useParams()
  const query = useCase(id)
  if (query.data) return <Case view={query.data} />
  return (
    <Page title={t('case.title')} trail={[[t('mine.title'), '/apply']]}>
      <Block>
        <Await query={query} lines={10}>
          {() => null}
        </Await>
      </Block>
    </Page>
  )
}

function Case({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const { t: common } = useTranslation()
  const say = useSay()
  return (
    <Grounds pack={view.pack} version={view.version}>
      <Page
        title={say(view.serviceTitle)}
        trail={[[t('mine.title'), '/apply']]}
        about={<About view={view} />}
      >
        <Block heading={t('case.now')}>
          <Now view={view} />
        </Block>
        <Changes caseId={view.id} />
        <Sanctions caseId={view.id} />
        <Block heading={t('case.route')}>
          <RouteProgress route={view.route} />
        </Block>
        <Result view={view} />
        <Block heading={t('case.documents')}>
          <Documents view={view} />
        </Block>
        <Block heading={common('acts.title')}>
          <Timeline acts={view.acts} />
        </Block>
        <ClockBlock view={view} />
        <Given view={view} />
        <Withdraw view={view} />
      </Page>
    </Grounds>
  )
}

function About({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  return (
    <p className="facts-line small">
      <StageTag stage={view.stage} />
      {view.number && <span className="num">{view.number}</span>}
      <span>{view.party.name}</span>
      {view.partner && (
        <span>
          {t('case.partner')}
          <Colon />
          {view.partner.name}
        </span>
      )}
      <span>{say(view.call.title)}</span>
    </p>
  )
}

function Result({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const program = useProgram(view.pack, view.version)
  return (
    <Block heading={t('case.result')}>
      <p className="small quiet">
        <FindingsCount findings={view.outcome.findings} />
        {!isEditable(view) && <> · {t('case.result.frozen')}</>}
      </p>
      <FindingsList findings={view.outcome.findings} program={program} facts={view.facts} />
    </Block>
  )
}

function Given({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  return (
    <>
      <Block heading={t('case.facts')}>
        <div className="figures">
          {view.facts.map((fact) => (
            <Figure key={fact.name} fact={fact} />
          ))}
        </div>
      </Block>
      <Block heading={t('case.papers')}>
        <ul className="papers-given">
          {view.papers.map((paper) => (
            <li key={paper.paper}>
              <b>{say(paper.title)}</b>
              <PaperFiles caseId={view.id} paper={paper} />
            </li>
          ))}
        </ul>
      </Block>
    </>
  )
}
