import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import { Block } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import '../public.css'

/** From when to when, how it was counted, the files, and where to write besides. */
export function TimeBlock({ draft }: { draft: ConsultationView }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const { pack, version, files } = draft
  return (
    <Block heading={t('time.title')}>
      <dl className="about-list draft-time">
        <dt>{t('time.days')}</dt>
        <dd className="num">
          {draft.opensOn} — {draft.closesOn}
          <p className="small quiet">{say(draft.counted)}</p>
        </dd>
        {draft.shortened && (
          <>
            <dt>{t('time.shortened')}</dt>
            <dd>{draft.shortened}</dd>
          </>
        )}
        {pack !== null && (
          <>
            <dt>{t('time.measure')}</dt>
            <dd>
              {version} ·{' '}
              <Link to="/measures/$pack" params={{ pack }}>
                {t('time.in-force')}
              </Link>
            </dd>
          </>
        )}
        {files.length > 0 && (
          <>
            <dt>{t('time.files')}</dt>
            <dd>
              {files.map((file) => (
                <p key={file.id}>
                  <a href={`/api/consultations/${draft.id}/files/${file.id}`}>
                    {t(`file.${file.of}`)} {file.name}
                  </a>
                </p>
              ))}
            </dd>
          </>
        )}
        <dt>{t('time.contact')}</dt>
        <dd>{draft.contact}</dd>
      </dl>
    </Block>
  )
}
