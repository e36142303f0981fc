import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { readRecord } from '../../../api/generated/sdk.gen.ts'
import type { AuditEntry, ReadRecordResponse } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { WidePage } from '../../../parts/page.tsx'
import { Button } from '../../../ui/button.tsx'
import { clockOf, shortHash } from '../../../ui/format.ts'

/** The append-only record, in order: who, when, what, under which article, and its hash. */
export function RecordPage() {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const query = useInfiniteQuery({
    queryKey: ['record'],
    initialPageParam: 0,
    queryFn: async ({ pageParam }): Promise<ReadRecordResponse> =>
      (await readRecord({ query: { after: pageParam }, throwOnError: true })).data,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  return (
    <WidePage title={t('record.title')} about={t('record.about')}>
      <Await query={query} lines={12}>
        {({ pages }) => <Entries entries={pages.flatMap(({ entries }) => entries)} />}
      </Await>
      {query.hasNextPage && (
        <p className="acts-row">
          <Button onClick={() => void query.fetchNextPage()}>{common('sort.more')}</Button>
        </p>
      )}
    </WidePage>
  )
}

const SUBJECTS = [
  'case',
  'review',
  'party',
  'call',
  'measure',
  'certificate',
  'document',
  'expert',
] as const
const COLUMNS = ['seq', 'on', 'act', 'by', 'cite', 'hash'] as const

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('office')
  return (
    <div className="table-hold">
      <table className="table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`record.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className="num">{entry.seq}</td>
              <td className="num">
                {entry.on} {clockOf(entry.at)}
              </td>
              <td>
                {entry.act} <SubjectLink subject={entry.subject} />
              </td>
              <td>
                {entry.by} <span className="small quiet">{entry.office}</span>
                {entry.reason && <span className="small quiet"> · {entry.reason}</span>}
              </td>
              <td className="num">{entry.cite}</td>
              <td className="mono" title={entry.hash}>
                {shortHash(entry.hash)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What an entry is about, leading to its page where it has one: the case, the party, the call … */
function SubjectLink({ subject: { kind, id } }: { subject: AuditEntry['subject'] }) {
  const { t } = useTranslation('office')
  const known = SUBJECTS.find((one) => one === kind)
  const word = known ? t(`subject.${known}`) : kind
  switch (kind) {
    case 'case':
    case 'review':
      return (
        <Link to="/office/cases/$id" params={{ id }} className="small">
          {word}
        </Link>
      )
    case 'party':
      return (
        <Link to="/office/parties/$id" params={{ id }} className="small">
          {word}
        </Link>
      )
    case 'call':
      return (
        <Link to="/calls/$id" params={{ id }} className="small">
          {word}
        </Link>
      )
    case 'measure':
      return (
        <Link to="/measures/$pack" params={{ pack: id }} className="small">
          {word}
        </Link>
      )
    case 'certificate':
      return (
        <Link to="/verify/$number" params={{ number: id }} className="small">
          {word}
        </Link>
      )
    default:
      return <span className="small quiet">{word}</span>
  }
}
