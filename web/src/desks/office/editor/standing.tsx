import { useTranslation } from 'react-i18next'
import type { PackSource } from '../../../api/generated/types.gen.ts'
import { shortHash } from '../../../ui/format.ts'
import type { Checked } from './checked.ts'

type Props = {
  readonly source: PackSource
  readonly checked: Checked | null
  readonly isBehind: boolean
  readonly edited: number
  /** False where the browser forbids keeping edits. */
  readonly kept: boolean
}

/** From which version this text goes on, what was changed, and how it stands. */
export function Standing({ source, checked, isBehind, edited, kept }: Props) {
  const { t } = useTranslation('editor')
  const errors = checked?.complaints.filter(({ level }) => level === 'error').length ?? 0
  const failing = checked?.compiled?.tried.filter(({ differs }) => differs.length > 0).length ?? 0
  return (
    <p className="facts-line small">
      <span>
        {t('from')} <b className="num">{source.version}</b>
        <span className="mono quiet" title={source.digest}>
          {shortHash(source.digest)}
        </span>
      </span>
      <span>{edited === 0 ? t('edited.none') : t('edited', { count: edited })}</span>
      {edited > 0 && <span className="quiet">{kept ? t('kept') : t('kept.not')}</span>}
      <span role="status" className={errors + failing > 0 ? 'pack-wrong' : 'pack-right'}>
        {checked === null && t('checking')}
        {errors > 0 && t('standing.errors', { count: errors })}
        {errors === 0 && failing > 0 && t('standing.failing', { count: failing })}
        {checked !== null && errors + failing === 0 && t('standing.right')}
        {checked !== null && isBehind && ` ${t('checking')}`}
      </span>
    </p>
  )
}
