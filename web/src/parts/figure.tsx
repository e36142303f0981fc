import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/generated/types.gen.ts'
import { dayInText } from '../ui/format.ts'
import { useLanguage, useSay } from '../words/say.ts'
import './figure.css'
import { RecordsTable } from './records/records-table.tsx'

/** A value with where it comes from: value, unit, source, when recorded, by whom verified. */
export function Figure({ fact }: { fact: FactView }) {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <div className={`figure ${fact.table ? 'figure-wide' : ''}`}>
      <span className="figure-title">{say(fact.title)}</span>
      <b className="figure-value num">
        {fact.value === null ? t('figure.none') : say(fact.printed)}
      </b>
      {fact.table && fact.table.rows.length > 0 && (
        <div className="figure-table">
          <RecordsTable table={fact.table} caption={say(fact.title)} />
        </div>
      )}
      <Lineage fact={fact} />
    </div>
  )
}

export function Lineage({ fact }: { fact: FactView }) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const printed = (day: string) => dayInText(day, language)
  const parts = [
    fact.source && t('figure.source', { source: say(fact.source) }),
    // Recorded and verified in one go is one event, and is said once.
    fact.recordedOn !== fact.verifiedOn && fact.recordedOn
      ? t('figure.recorded', { day: printed(fact.recordedOn) })
      : null,
    verifiedLine(fact, t, printed),
  ].filter(Boolean)
  return (
    <span className="figure-lineage">
      {fact.locked && <span className="figure-lock">{t('figure.locked')}</span>}
      {parts.join(' · ')}
    </span>
  )
}

type T = ReturnType<typeof useTranslation>['t']

/** Where a register both gives and vouches for a value, it is not named twice. */
function verifiedLine(fact: FactView, t: T, printed: (day: string) => string): string | null {
  if (!fact.verifiedOn) return fact.value === null ? null : t('figure.unverified')
  const day = printed(fact.verifiedOn)
  const by = fact.verifiedBy
  if (!by || by === fact.source?.zh || by === fact.source?.en) return t('figure.verified', { day })
  return t('figure.verified-by', { name: by, day })
}
