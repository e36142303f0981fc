import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCasesOptions,
  listNoticesOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { publicise } from '../../../api/generated/sdk.gen.ts'
import type { CaseRow } from '../../../api/generated/types.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useSay } from '../../../words/say.ts'
import { SealButton } from '../acts/seal-button.tsx'
import { PairOfTitles } from './fields.tsx'

/** 公示: publishing one freezes its list and starts its window. */
export function NoticesPage() {
  const { t } = useTranslation('office')
  const ready = useQuery(listCasesOptions({ query: { stage: 'deliberated', limit: 100 } }))
  return (
    <Page title={t('notices.title')} about={<p>{t('notices.about')}</p>}>
      <Block heading={t('notices.new')}>
        <Await query={ready} lines={4}>
          {({ rows }) =>
            rows.length === 0 ? <Empty says={t('notices.no-cases')} /> : <NewNotice rows={rows} />
          }
        </Await>
      </Block>
      <Block heading={t('notices.list')}>
        <NoticeList />
      </Block>
    </Page>
  )
}

function NoticeList() {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <Await query={useQuery(listNoticesOptions())}>
      {(notices) => (
        <ul className="lines">
          {notices.map((notice) => (
            <li key={notice.id}>
              <Link to="/notices/$id" params={{ id: notice.id }}>
                {say(notice.title)}
              </Link>
              <span className="small quiet num">
                {notice.number} · {notice.from} — {notice.until} · {t(`notices.${notice.state}`)} ·{' '}
                {t('notices.objections', { count: notice.objections })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Await>
  )
}

function NewNotice({ rows }: { rows: readonly CaseRow[] }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const queries = useQueryClient()
  const [titles, setTitles] = useState({ zh: '', en: '' })
  const [cases, setCases] = useState<readonly string[]>([])
  const publishing = useMutation({
    mutationFn: () => publicise({ body: { cases: [...cases], title: titles }, throwOnError: true }),
    onSuccess: () => {
      setCases([])
      return queries.invalidateQueries()
    },
  })
  const turn = (id: string) =>
    setCases((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        publishing.mutate()
      }}
    >
      <ul className="experts-list">
        {rows.map((row) => (
          <li key={row.id}>
            <input
              type="checkbox"
              id={`on-${row.id}`}
              checked={cases.includes(row.id)}
              onChange={() => turn(row.id)}
            />
            <label htmlFor={`on-${row.id}`}>
              <b>{row.party}</b> {say(row.serviceTitle)}{' '}
              <span className="small quiet num">{row.number}</span>
            </label>
          </li>
        ))}
      </ul>
      <PairOfTitles given={titles} onChange={setTitles} />
      {publishing.isError && <RefusalNote error={publishing.error} />}
      <p className="acts-row">
        <SealButton
          act={t('notices.do', { count: cases.length })}
          disabled={cases.length === 0 || publishing.isPending}
        />
      </p>
    </form>
  )
}
