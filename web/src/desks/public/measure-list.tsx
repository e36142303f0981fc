import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeasureSummary } from '../../api/generated/types.gen.ts'
import { Empty } from '../../parts/await.tsx'
import { ArticleMark } from '../../parts/margin/article-mark.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { dayInText } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import './public.css'

/** Measures, each with what can be done under it. */
export function MeasureList({ measures }: { measures: readonly MeasureSummary[] }) {
  const { t } = useTranslation('public')
  if (measures.length === 0) return <Empty says={t('measures.none')} />
  return (
    <ul className="list">
      {measures.map((measure) => (
        <MeasureItem key={measure.pack} measure={measure} />
      ))}
    </ul>
  )
}

function MeasureItem({ measure }: { measure: MeasureSummary }) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation()
  const say = useSay()
  return (
    <li className="item">
      <Link to="/measures/$pack" params={{ pack: measure.pack }} className="item-title song">
        {say(measure.title)}
      </Link>
      <p className="facts-line small quiet">
        <span>{say(measure.issuer)}</span>
        <span>{t(`measure.state.${measure.state}`)}</span>
        <InForce measure={measure} />
        <span className="num">
          {common('number.of-articles', { done: measure.executable, all: measure.articles })}
        </span>
      </p>
      <Grounds pack={measure.pack} version={measure.version}>
        <ServiceRows measure={measure} />
      </Grounds>
    </li>
  )
}

/** What one can apply for, with its article and the self-check. */
export function ServiceRows({ measure }: { measure: MeasureSummary }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <ul className="services">
      {measure.services.map((service) => (
        <li key={service.name} className="service-row">
          <span>{say(service.title)}</span>
          <ArticleMark cite={service.cite} />
          <Link
            to="/measures/$pack/check/$service"
            params={{ pack: measure.pack, service: service.name }}
            className="btn"
          >
            {t('measure.check')}
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function InForce({ measure }: { measure: Pick<MeasureSummary, 'inForce'> }) {
  const { t } = useTranslation('public')
  const language = useLanguage()
  if (!measure.inForce) return <span>{t('measure.not-in-force')}</span>
  const from = dayInText(measure.inForce.from, language)
  if (!measure.inForce.until) return <span>{t('measure.in-force', { from })}</span>
  const until = dayInText(measure.inForce.until, language)
  return <span>{t('measure.in-force.until', { from, until })}</span>
}
