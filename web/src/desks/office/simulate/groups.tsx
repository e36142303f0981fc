import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedView } from '../../../api/generated/types.gen.ts'
import { useSay } from '../../../words/say.ts'

const BY = ['district', 'industry', 'size'] as const

/** Who passes and what it costs, by district, industry or size: now above, the draft below. */
export function Groups({ of }: { of: ComparedView['groups'] }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const [by, setBy] = useState<(typeof BY)[number]>('district')
  const rows = of.filter((one) => one.by === by)
  const most = Math.max(1, ...rows.flatMap(({ now, draft }) => [now.firms, draft.firms]))
  return (
    <>
      <fieldset className="acts-row">
        <legend className="unseen">{t('simulate.by')}</legend>
        {BY.map((one) => (
          <label key={one} className="option">
            <input type="radio" checked={by === one} onChange={() => setBy(one)} />
            <span>{t(`simulate.by.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="table-hold">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t(`simulate.by.${by}`)}</th>
              <th scope="col" aria-label={t('simulate.compared')} />
              {(['now', 'then', 'gains', 'falls', 'cost-now', 'cost-then'] as const).map((one) => (
                <th key={one} scope="col" className="num right">
                  {t(`simulate.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, now, draft, gains, falls }) => (
              <tr key={name.zh}>
                <td className="names">{say(name)}</td>
                <td>
                  <Pair now={now.firms} then={draft.firms} most={most} />
                </td>
                <td className="num right">{now.firms}</td>
                <td className="num right">{draft.firms}</td>
                <td className="num right">{gains > 0 ? `+${gains}` : ''}</td>
                <td className="num right">{falls > 0 ? `−${falls}` : ''}</td>
                <td className="num right">{tens(now.fen)}</td>
                <td className="num right">{tens(draft.fen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Fen as 万元; nothing where it costs nothing. */
const tens = (fen: number): string => (fen === 0 ? '' : (fen / 1_000_000).toLocaleString('zh-CN'))

function Pair({ now, then, most }: { now: number; then: number; most: number }) {
  return (
    <span className="pair" aria-hidden="true">
      <span className="pair-now" style={{ width: `${(now * 100) / most}%` }} />
      <span className="pair-then" style={{ width: `${(then * 100) / most}%` }} />
    </span>
  )
}
