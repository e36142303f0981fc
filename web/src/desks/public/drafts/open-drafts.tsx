import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listConsultationsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { Block } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import '../public.css'

/** What one may comment on today; nothing where no draft is open. */
export function OpenDrafts() {
  const { t } = useTranslation('public')
  const say = useSay()
  const query = useQuery(listConsultationsOptions())
  const open = (query.data ?? []).filter(({ phase }) => phase === 'open')
  if (open.length === 0) return null
  return (
    <Block heading={t('home.drafts')}>
      <ul className="list">
        {open.map(({ id, title, closesOn: on }) => (
          <li key={id} className="item">
            <Link to="/drafts/$id" params={{ id }} className="item-title song">
              {say(title)}
            </Link>
            <p className="small quiet num">{t('home.drafts.until', { on })}</p>
          </li>
        ))}
      </ul>
    </Block>
  )
}
