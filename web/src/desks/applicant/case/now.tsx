import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { DeadlineChip } from '../../../parts/deadline-chip.tsx'
import { Colon } from '../../../parts/points.tsx'
import { shortHash } from '../../../ui/format.ts'
import { KeyLink } from '../../../ui/key-link.tsx'
import { useSay } from '../../../words/say.ts'
import { isEditable } from '../use-case.ts'

/** Where the case stands: who it waits for, until when, and what the applicant can do. */
export function Now({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  return (
    <>
      {view.stage === 'filed' && (
        <p className="done-line song" role="status">
          {t('file.done')}
        </p>
      )}
      {view.stage === 'returned' && <Returned view={view} />}
      {view.notice && <OnNotice notice={view.notice} />}
      {view.objections.map((objection) => (
        <Objected key={objection.id} objection={objection} />
      ))}
      {view.certificate && <Certificate certificate={view.certificate} />}
      <p className="now-line">
        <b>
          {isEditable(view) && t('case.waits-you')}
          {!isEditable(view) && view.waitsFor && t('case.waits', { who: say(view.waitsFor) })}
          {!isEditable(view) && !view.waitsFor && t('case.ended')}
        </b>
        {view.deadline && <DeadlineChip deadline={view.deadline} />}
        {view.stage === 'draft' && (
          <KeyLink
            hotkey="e"
            to="/apply/cases/$id/form"
            params={{ id: view.id }}
            className="btn btn-main"
          >
            {t('mine.row.draft')}
          </KeyLink>
        )}
      </p>
      {view.seal && <Sealed seal={view.seal} />}
    </>
  )
}

/** Everything to be corrected, at once, as the notice of correction lists it. */
function Returned({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const last = view.acts.findLast((act) => act.act === 'return')
  return (
    <div className="note">
      <p>
        <b>{t('case.returned')}</b>
      </p>
      <p>{t('case.returned.about')}</p>
      <ul>
        {last?.notes.map((note) => (
          <li key={note.zh}>{say(note)}</li>
        ))}
      </ul>
      {last?.reason && (
        <p>
          {t('case.returned.remarks')}
          <Colon />
          {last.reason}
        </p>
      )}
      <p className="acts-row">
        <KeyLink
          hotkey="e"
          to="/apply/cases/$id/form"
          params={{ id: view.id }}
          className="btn btn-main"
        >
          {t('case.returned.go')}
        </KeyLink>
      </p>
    </div>
  )
}

function OnNotice({ notice }: { notice: NonNullable<CaseView['notice']> }) {
  const { t } = useTranslation('applicant')
  return (
    <p className="now-line">
      <span className="num">
        {t('case.notice', { number: notice.number, until: notice.until })}
      </span>
      <Link to="/notices/$id" params={{ id: notice.id }}>
        {t('case.notice.see')}
      </Link>
    </p>
  )
}

function Objected({ objection }: { objection: CaseView['objections'][number] }) {
  const { t } = useTranslation('applicant')
  const { answered } = objection
  return (
    <div className="note">
      <p>
        <b>{t('case.objection')}</b> <span className="num small">{objection.on}</span>
      </p>
      <p>{objection.grounds}</p>
      {!answered && <p className="quiet">{t('case.objection.open')}</p>}
      {answered && (
        <p>
          {t('case.objection.answered', {
            answer: t(answered.upheld ? 'case.objection.upheld' : 'case.objection.dismissed'),
          })}{' '}
          {answered.reason} <span className="small quiet num">{answered.on}</span>
        </p>
      )}
    </div>
  )
}

function Certificate({ certificate }: { certificate: NonNullable<CaseView['certificate']> }) {
  const { t } = useTranslation('applicant')
  return (
    <p className="now-line">
      <b>{t('case.certificate')}</b>
      <span className="num">
        {certificate.number} {certificate.revoked && t('case.certificate.revoked')}
      </span>
      <Link to="/verify/$number" params={{ number: certificate.number }}>
        {t('case.certificate.verify')}
      </Link>
    </p>
  )
}

function Sealed({ seal }: { seal: NonNullable<CaseView['seal']> }) {
  const { t } = useTranslation('applicant')
  return (
    <p className="receipt small">
      <span>
        {t('file.receipt')} <b className="num">{seal.receipt}</b>{' '}
        <span className="num quiet">{seal.on}</span>
      </span>
      <span title={seal.hash}>
        {t('file.seal')} <span className="mono">{shortHash(seal.hash)}</span>
      </span>
    </p>
  )
}
