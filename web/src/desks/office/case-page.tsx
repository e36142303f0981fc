import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCase } from '../../api/case.ts'
import type { CaseView } from '../../api/generated/types.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { usePerson } from '../../api/session.ts'
import { Await, Empty } from '../../parts/await.tsx'
import { ClockBlock } from '../../parts/case/clock-block.tsx'
import { usePartyName } from '../../parts/case/party-name.ts'
import { RouteProgress } from '../../parts/case/route-progress.tsx'
import { StageTag } from '../../parts/case/stage-tag.tsx'
import { Timeline } from '../../parts/case/timeline.tsx'
import { DeadlineChip } from '../../parts/deadline-chip.tsx'
import { Figure } from '../../parts/figure.tsx'
import { FindingsCount, FindingsList } from '../../parts/findings-list.tsx'
import { PaperFiles } from '../../parts/form/paper-files.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { shortHash } from '../../ui/format.ts'
import { useSay } from '../../words/say.ts'
import { ActPanel } from './acts/act-panel.tsx'
import { RecuseForm } from './acts/recuse-form.tsx'
import { CaseDocuments } from './case/case-documents.tsx'
import { BlindNote, ForExperts } from './case/for-experts.tsx'
import { Judgements } from './case/judgements.tsx'
import { Objections } from './case/objections.tsx'
import { Versions } from './case/versions.tsx'
import { Changes } from './changes/changes.tsx'
import { ClockMoves } from './clocks/clock-moves.tsx'
import { Sanctions } from './sanctions/sanctions.tsx'

/** One case as the office works on it: what to do now, on what ground, and all that was done. */
export function CasePage() {
  const { t } = useTranslation('office')
  const { id = '' } = useParams({ strict: false })
  const query = useCase(id)
  if (query.data) return <Case view={query.data} />
  return (
    <Page title={t('case.title')} trail={[[t('queue.title'), '/office']]}>
      <Block>
        <Await query={query} lines={10}>
          {() => null}
        </Await>
      </Block>
    </Page>
  )
}

function Case({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  return (
    <Grounds pack={view.pack} version={view.version}>
      <Page
        title={usePartyName()(view.party.name, view.blind?.masked ?? false)}
        trail={[[t('queue.title'), '/office']]}
        about={<About view={view} />}
      >
        <Block heading={t('case.now')}>
          <Waits view={view} />
          <ActPanel view={view} />
          {view.asExpert.mayRecuse && <RecuseForm id={view.id} />}
        </Block>
        <ClockBlock view={view}>
          <ClockMoves view={view} />
        </ClockBlock>
        <Findings view={view} />
        {view.judgements.length > 0 && (
          <Block heading={t('case.judgements')}>
            <Judgements view={view} />
          </Block>
        )}
        {view.objections.length > 0 && (
          <Block heading={t('case.objections')}>
            <Objections view={view} />
          </Block>
        )}
        <Versions view={view} />
        <Changes caseId={view.id} />
        <Sanctions caseId={view.id} stage={view.stage} />
        <Handed view={view} />
        <Block heading={t('case.route')}>
          <RouteProgress route={view.route} />
        </Block>
        {!view.blind?.masked && (
          <Block heading={t('case.documents')}>
            <CaseDocuments view={view} />
          </Block>
        )}
        <Block heading={common('acts.title')}>
          <Timeline acts={view.acts} />
        </Block>
      </Page>
    </Grounds>
  )
}

function About({ view }: { view: CaseView }) {
  const say = useSay()
  const rights = usePerson()?.rights ?? []
  return (
    <p className="facts-line small">
      <StageTag stage={view.stage} />
      {view.number && <span className="num">{view.number}</span>}
      <span>{say(view.serviceTitle)}</span>
      {rights.includes('party.read') ? (
        <Link to="/office/parties/$id" params={{ id: view.party.id }} className="mono">
          {view.party.creditCode}
        </Link>
      ) : (
        <span className="mono">{view.party.creditCode}</span>
      )}
      <span className="num">{view.version}</span>
      {view.seal && (
        <span className="mono" title={view.seal.hash}>
          {view.seal.receipt} {shortHash(view.seal.hash)}
        </span>
      )}
      {view.partner && (
        <span>
          {view.partner.name} · {view.partner.country}
        </span>
      )}
      <Link to="/calls/$id" params={{ id: view.call.id }}>
        {view.call.number}
      </Link>
    </p>
  )
}

function Waits({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <p className="now-line">
      <b>{view.waitsFor ? t('case.waits', { who: say(view.waitsFor) }) : t('case.ended')}</b>
      {view.deadline && <DeadlineChip deadline={view.deadline} />}
      {view.notice && (
        <Link to="/notices/$id" params={{ id: view.notice.id }} className="num">
          {t('case.notice', { number: view.notice.number, until: view.notice.until })}
        </Link>
      )}
      {view.certificate && (
        <Link to="/verify/$number" params={{ number: view.certificate.number }}>
          {view.certificate.number}
        </Link>
      )}
    </p>
  )
}

function Findings({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const program = useProgram(view.pack, view.version)
  return (
    <Block heading={t('case.result')}>
      <p className="quiet">
        <FindingsCount findings={view.outcome.findings} />
      </p>
      <FindingsList findings={view.outcome.findings} program={program} facts={view.facts} />
    </Block>
  )
}

/** Facts with their lineage, papers with their files. */
function Handed({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <>
      <Block heading={t('case.facts')}>
        {view.facts.length === 0 && <Empty says={t('case.facts.none')} />}
        <div className="office-figures">
          {view.facts.map((fact) => (
            <Figure key={fact.name} fact={fact} />
          ))}
        </div>
      </Block>
      <Block heading={t('case.papers')}>
        <BlindNote view={view} />
        {view.papers.map((paper) => (
          <div key={paper.paper} className="paper">
            <b>{say(paper.title)}</b>
            {view.blind?.masked && paper.withheld ? (
              <p className="quiet small">{t('blind.withheld')}</p>
            ) : (
              <PaperFiles caseId={view.id} paper={paper} />
            )}
            <ForExperts view={view} paper={paper} />
          </div>
        ))}
      </Block>
    </>
  )
}
