import { useTranslation } from 'react-i18next'
import type { Proceeding } from '../../api/sanctions.ts'
import { useSay } from '../../words/say.ts'
import { ArticleMark } from '../margin/article-mark.tsx'
import './sanctions.css'

type Props = { readonly caseId: string; readonly of: Proceeding }

/** One sanction as it went so far: what, why, when told, what was answered, what was decided. */
export function ProceedingLines({ caseId, of }: Props) {
  const { t } = useTranslation('sanctions')
  const say = useSay()
  return (
    <>
      <p className="sanction-head">
        <b>{say(of.title)}</b>
        <ArticleMark cite={of.cite} />
        <Standing of={of} />
        <a
          className="small"
          href={`/api/cases/${caseId}/documents/${of.document}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('letter')}
        </a>
      </p>
      <dl className="sanction-lines">
        <dt>{t('effect')}</dt>
        <dd>{say(of.effect)}</dd>
        <dt>{t('grounds')}</dt>
        <dd>{of.grounds}</dd>
        <dt>{t('proposed')}</dt>
        <dd>
          <span className="num">{of.proposed.on}</span> {of.proposed.by}
        </dd>
        <Heard of={of} />
        <Ended of={of} />
      </dl>
    </>
  )
}

function Standing({ of }: Pick<Props, 'of'>) {
  const { t } = useTranslation('sanctions')
  const until = of.served?.until ?? ''
  if (of.lifted) return <span className="tag">{t('at.lifted')}</span>
  if (of.imposed) return <span className="tag sanction-binds">{t('at.imposed')}</span>
  if (of.dropped) return <span className="tag">{t('at.dropped')}</span>
  if (of.notYet === null) return <span className="tag">{t('at.ready')}</span>
  return <span className="tag">{t(`at.${of.notYet}`, { until })}</span>
}

function Heard({ of }: Pick<Props, 'of'>) {
  const { t } = useTranslation('sanctions')
  const { served, answer, summons, heard } = of
  return (
    <>
      {served && (
        <>
          <dt>{t('served')}</dt>
          <dd className="num">{t('served.until', { ...served, how: t(`how.${served.how}`) })}</dd>
        </>
      )}
      {answer && (
        <>
          <dt>{t('answer')}</dt>
          <dd>
            <span className="num">{answer.on}</span> {t(`answer.${hearingOf(answer)}`)}
            <br />
            {answer.statement}
          </dd>
        </>
      )}
      {summons && (
        <>
          <dt>{t('hearing')}</dt>
          <dd>
            {summons.at} {summons.place}
            {heard && (
              <>
                <br />
                {!heard.attended && <>{t('hearing.absent')} · </>}
                {heard.said}
              </>
            )}
          </dd>
        </>
      )}
    </>
  )
}

function hearingOf({ hearing, waived }: NonNullable<Props['of']['answer']>) {
  if (hearing) return 'hearing'
  return waived ? 'waived' : 'no-hearing'
}

function Ended({ of }: Pick<Props, 'of'>) {
  const { t } = useTranslation('sanctions')
  const { imposed, dropped, lifted } = of
  const decided = imposed ?? dropped
  return (
    <>
      {decided && (
        <>
          <dt>{t('decision')}</dt>
          <dd>
            <span className="num">{decided.on}</span> {decided.reason}
          </dd>
        </>
      )}
      {imposed?.bar && (
        <>
          <dt>{t('bar')}</dt>
          <dd className="num">{t('bar.days', imposed.bar)}</dd>
        </>
      )}
      {lifted && (
        <>
          <dt>{t('lifted')}</dt>
          <dd>
            <span className="num">{lifted.on}</span> {lifted.cite} · {lifted.reason}
          </dd>
        </>
      )}
    </>
  )
}
