import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '../../api/generated/types.gen.ts'
import { Empty } from '../../parts/await.tsx'
import { useSay } from '../../words/say.ts'
import './public.css'

export function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  const { t } = useTranslation('public')
  if (notices.length === 0) return <Empty says={t('notices.none')} />
  return (
    <ul className="list">
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function NoticeItem({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <li className="item">
      <Link to="/notices/$id" params={{ id: notice.id }} className="item-title song">
        {say(notice.title)}
      </Link>
      <p className="facts-line small quiet">
        <span className={`tag tag-${notice.state === 'open' ? 'open' : 'quiet'}`}>
          {t(`notice.${notice.state}`)}
        </span>
        <span className="num">
          {notice.from} — {notice.until}
        </span>
        <span>{t('notice.days', { count: notice.workingDays })}</span>
        <span>{t('notice.count', { count: notice.list.length })}</span>
        <span>{notice.number}</span>
      </p>
    </li>
  )
}
