import { useTranslation } from 'react-i18next'
import type { Change } from '../../api/changes.ts'
import { useSay } from '../../words/say.ts'
import { ArticleMark } from '../margin/article-mark.tsx'
import '../sanctions/sanctions.css'

type Props = { readonly caseId: string; readonly of: Change }

/** One change as it went so far; a late one is named with its article. */
export function ChangeLines({ caseId, of }: Props) {
  const { t } = useTranslation('changes')
  const say = useSay()
  return (
    <>
      <p className="sanction-head">
        <b>{say(of.title)}</b>
        <ArticleMark cite={of.cite} />
        {of.dueOn && <span className="small quiet num">{t('due', { due: of.dueOn })}</span>}
        {of.late && <span className="tag sanction-binds">{t('late')}</span>}
      </p>
      <dl className="sanction-lines">
        <dt>{t('planned')}</dt>
        <dd className="num">{of.plannedOn}</dd>
        <dt>{t('reported')}</dt>
        <dd>
          <span className="num">{of.reported.on}</span> {of.said}
        </dd>
        <Photos caseId={caseId} of={of} />
        <Later of={of} />
      </dl>
    </>
  )
}

function Photos({ caseId, of }: Props) {
  const { t } = useTranslation('changes')
  if (of.photos.length === 0) return null
  return (
    <>
      <dt>{t('photos')}</dt>
      <dd>
        {of.photos.map((photo, at) => (
          <a
            key={photo.id}
            href={`/api/cases/${caseId}/papers/${photo.paper}/${photo.id}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('photo', { number: at + 1 })}{' '}
          </a>
        ))}
      </dd>
    </>
  )
}

function Later({ of }: Pick<Props, 'of'>) {
  const { t } = useTranslation('changes')
  const { verified, filed, settled } = of
  return (
    <>
      {verified && (
        <>
          <dt>{t('verified')}</dt>
          <dd>
            <span className="num">{verified.visitedOn}</span>{' '}
            {t(verified.asReported ? 'verified.as-reported' : 'verified.differs')}{' '}
            {verified.remote && t('verified.remote')}
            <br />
            {verified.found}
          </dd>
        </>
      )}
      {filed && (
        <>
          <dt>{t('filed')}</dt>
          <dd>
            <span className="num">{filed.on}</span> {filed.said}
          </dd>
        </>
      )}
      {settled && (
        <>
          <dt>{t('settled')}</dt>
          <dd>
            <span className="num">{settled.on}</span> {t(`effect.${settled.effect}`)}{' '}
            {settled.alters && `${t(`alters.${settled.alters}`)}：`}
            {settled.became}
            {settled.proceeding && t('settled.proceeding')}
            <br />
            {settled.reason}
          </dd>
        </>
      )}
    </>
  )
}
