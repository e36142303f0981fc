import { useTranslation } from 'react-i18next'
import type { Enactment, MeasureView } from '../../../api/generated/types.gen.ts'
import { Empty } from '../../../parts/await.tsx'
import { Block } from '../../../parts/page.tsx'
import { dayInText } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../words/say.ts'

/** When, by whom and why the measure came into force here. */
export function Enactments({ enactments }: { enactments: readonly Enactment[] }) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  return (
    <Block heading={t('measure.enactments')}>
      {enactments.length === 0 && <Empty says={t('measure.enactments.none')} />}
      <ul className="list">
        {enactments.map((one) => (
          <li key={one.version + one.from} className="item">
            <p>
              {t('measure.enacted', {
                office: say(one.office),
                by: one.by,
                on: dayInText(one.on, language),
                from: dayInText(one.from, language),
              })}
            </p>
            <p className="quiet small">
              {common('version')} {one.version} · {one.reason}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  )
}

export function Versions({ versions }: { versions: MeasureView['versions'] }) {
  const { t } = useTranslation('public')
  return (
    <Block heading={t('measure.versions')}>
      <ul>
        {versions.map((one) => (
          <li key={one.digest} className="version">
            <span className="num">{one.version}</span>
            <span className="small quiet">
              {t('measure.version.installed', { on: one.installedOn })}
            </span>
            <span className="mono quiet">{one.digest}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}
