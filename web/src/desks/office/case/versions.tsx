import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listFilingsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { CaseView, FilingVersion } from '../../../api/generated/types.gen.ts'
import { Block } from '../../../parts/page.tsx'
import { shortHash } from '../../../ui/format.ts'
import { useSay } from '../../../words/say.ts'

/** What each filing after a correction changed: fields with both values, files that came and went. */
export function Versions({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const isReturned = view.acts.some(({ act }) => act === 'return')
  const { data = [] } = useQuery({
    ...listFilingsOptions({ path: { id: view.id } }),
    enabled: isReturned,
  })
  const corrected = data.filter(({ ordinal }) => ordinal > 1)
  if (corrected.length === 0) return null
  return (
    <Block heading={t('versions.title')}>
      {corrected.map((version) => (
        <Version key={version.ordinal} version={version} />
      ))}
    </Block>
  )
}

function Version({ version }: { version: FilingVersion }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const { facts, papers, partner, ordinal, on, hash } = version
  const isSame = facts.length + papers.length === 0 && !partner
  return (
    <div className="version">
      <p>
        <b>{t('versions.filing', { ordinal, on })}</b>{' '}
        <span className="mono quiet small" title={hash}>
          {shortHash(hash)}
        </span>
      </p>
      {isSame && <p className="quiet">{t('versions.same')}</p>}
      <ul className="differences">
        {facts.map(({ name, title, before, after }) => (
          <li key={name}>
            <span>{say(title)}</span>
            <del className="num">{say(before)}</del>
            <ins className="num">{say(after)}</ins>
          </li>
        ))}
        {papers.map(({ paper, title, added, removed }) => (
          <li key={paper}>
            <span>{say(title)}</span>
            <del>{removed.join('、')}</del>
            <ins>{added.join('、')}</ins>
          </li>
        ))}
        {partner && (
          <li>
            <span>{t('versions.partner')}</span>
            <del>{partner.before?.name}</del>
            <ins>{partner.after?.name}</ins>
          </li>
        )}
      </ul>
    </div>
  )
}
