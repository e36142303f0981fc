import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'

export function Objections({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  return (
    <ul>
      {view.objections.map(({ id, number, on, name, contact, grounds, answered }) => (
        <li key={id} className="judging">
          <p className="small quiet num">
            {number} {on} {name} {contact}
          </p>
          <p>{grounds}</p>
          {name && (
            <p className="small">
              <Link
                to="/office/cases/$id/objections/$objection"
                params={{ id: view.id, objection: id }}
              >
                {t('objection.page')}
              </Link>
            </p>
          )}
          {answered ? (
            <p className="small">
              {t(answered.upheld ? 'objection.upheld' : 'objection.dismissed')} · {answered.by} ·{' '}
              <span className="num">{answered.on}</span> · {answered.reason}
            </p>
          ) : (
            <p className="small">
              <b>{t('objection.open')}</b>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
