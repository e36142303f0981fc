import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/generated/types.gen.ts'
import { dayInText } from '../ui/format.ts'
import { useLanguage, useSay } from '../words/say.ts'
import './figure.css'

/** A value with where it comes from: value, unit, source, when recorded, by whom verified. */
export function Figure({ fact }: { fact: FactView }) {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <div className="figure">
      <span className="figure-title">{say(fact.title)}</span>
      <b className="figure-value num">
        {fact.value === null ? t('figure.none') : say(fact.printed)}
      </b>
      <Lineage fact={fact} />
    </div>
  )
}

export function Lineage({ fact }: { fact: FactView }) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const parts = [
    fact.source && `${t('figure.source')}：${say(fact.source)}`,
    fact.recordedOn && t('figure.recorded', { day: dayInText(fact.recordedOn, language) }),
    verifiedLine(fact, t, language),
  ].filter(Boolean)
  return (
    <span className="figure-lineage">
      {fact.locked && <span className="figure-lock">{t('figure.locked')}</span>}
      {parts.join(' · ')}
    </span>
  )
}

type T = ReturnType<typeof useTranslation>['t']

function verifiedLine(fact: FactView, t: T, language: 'zh' | 'en'): string | null {
  if (fact.verifiedOn) {
    const day = dayInText(fact.verifiedOn, language)
    return fact.verifiedBy
      ? t('figure.verified-by', { name: fact.verifiedBy, day })
      : t('figure.verified', { day })
  }
  return fact.value === null ? null : t('figure.unverified')
}
