import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { useLength } from '../../../parts/program/limits.ts'
import { useSay } from '../../../words/say.ts'
import { Field } from './fields.tsx'
import type { OpenLimit } from './open-limits.ts'

/** Lengths as typed and the reason for each, by act; an empty length leaves the assumed one. */
export type GivenLimits = Readonly<Record<string, { length: string; because: string }>>

const UNSET = { length: '', because: '' }

type Props = {
  readonly open: readonly OpenLimit[]
  readonly given: GivenLimits
  readonly onGive: (given: GivenLimits) => void
}

/** Time limits the measure does not print: what is assumed and why, and what this call sets instead. */
export function CallLimits({ open, given, onGive }: Props) {
  const { t } = useTranslation('office')
  const count = open.filter(({ act }) => given[act]?.length).length
  if (open.length === 0) return null
  return (
    <details className="act-fold">
      <summary>
        {t('calls.limits')}{' '}
        <span className="small quiet">
          {count === 0 ? t('calls.limits.none') : t('calls.limits.set', { count })}
        </span>
      </summary>
      <div className="act-form">
        <p className="small quiet">{t('calls.limits.about')}</p>
        <ul>
          {open.map((one) => (
            <Row
              key={one.act}
              open={one}
              given={given[one.act] ?? UNSET}
              onGive={(now) => onGive({ ...given, [one.act]: now })}
            />
          ))}
        </ul>
      </div>
    </details>
  )
}

type RowProps = {
  readonly open: OpenLimit
  readonly given: GivenLimits[string]
  readonly onGive: (given: GivenLimits[string]) => void
}

function Row({ open, given, onGive }: RowProps) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const say = useSay()
  const length = useLength()
  const id = useId()
  return (
    <li className="limit-row">
      <div className="limit-line">
        <label htmlFor={id}>{say(open.title)}</label>
        <ArticleMark cite={open.cite} />
        <span className="typed">
          <input
            id={id}
            className="typed-field typed-number num"
            type="number"
            min={open.least}
            max={365}
            step={1}
            placeholder={String(open.limit.length)}
            aria-describedby={`${id}-assumed`}
            value={given.length}
            onChange={(event) => onGive({ ...given, length: event.target.value })}
          />
          <span className="typed-unit">{common(`unit.${open.limit.unit}`)}</span>
        </span>
      </div>
      <p className="small quiet" id={`${id}-assumed`}>
        {t('calls.limits.assumed', { length: length(open.limit) })} {say(open.limit.basis)}
        {open.least > 1 && ` · ${t('calls.limits.least', { count: open.least })}`}
      </p>
      {given.length !== '' && (
        <Field
          label={t('calls.limits.because')}
          value={given.because}
          least={4}
          most={300}
          onChange={(because) => onGive({ ...given, because })}
        />
      )}
    </li>
  )
}
