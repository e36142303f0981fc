import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  listRemindersOptions,
  viewCalendarOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { CalendarView, Reminder } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Await, Empty, Skeleton } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { EnterCalendar } from './enter-calendar.tsx'

/** Limits that end soon or have ended, and the calendar they are counted with. */
export function ClocksPage() {
  const { t, ready } = useTranslation('clocks')
  const rights = usePerson()?.rights ?? []
  const reminders = useQuery(listRemindersOptions())
  const calendar = useQuery(viewCalendarOptions())
  if (!ready) return <Skeleton lines={8} />
  return (
    <Page title={t('page.title')} about={<p>{t('page.about')}</p>}>
      <Block heading={t('remind.title')}>
        <Await query={reminders}>{(rows) => <Reminders rows={rows} />}</Await>
      </Block>
      <Block heading={t('calendar.title')}>
        <p className="small quiet">{t('calendar.about')}</p>
        <Await query={calendar}>{(view) => <Years view={view} />}</Await>
      </Block>
      {rights.includes('calendar.enter') && (
        <Block heading={t('enter.title')}>
          <EnterCalendar asked={calendar.data?.asked[0]?.year} />
        </Block>
      )}
    </Page>
  )
}

function Reminders({ rows }: { rows: readonly Reminder[] }) {
  const { t } = useTranslation('clocks')
  const say = useSay()
  if (rows.length === 0) return <Empty says={t('remind.none')} />
  return (
    <ul className="lines">
      {rows.map((row) => (
        <li key={`${row.caseId} ${row.due}`}>
          <Link to="/office/cases/$id" params={{ id: row.caseId }}>
            {row.number ?? say(row.title)}
          </Link>
          <span className="small quiet num">
            {t('remind.line', { title: say(row.title), due: row.due })} · {t(`remind.${row.level}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Years of the past are in the record; these matter to limits that run. */
const YEARS_SHOWN = 3

function Years({ view }: { view: CalendarView }) {
  const { t } = useTranslation('clocks')
  const [newest = 0] = view.years.map(({ year }) => year)
  return (
    <>
      {view.asked.map(({ year, openClocks }) => (
        <p key={year} className="note" role="status">
          <b>{t('calendar.asked', { year })}</b>
          {' · '}
          {openClocks > 0
            ? t('calendar.asked.about', { count: openClocks })
            : t('calendar.asked.none')}
        </p>
      ))}
      <ul className="lines">
        {view.years
          .filter(({ year }) => year > newest - YEARS_SHOWN)
          .map(({ year, layer, days, source }) => (
            <li key={`${year} ${layer}`}>
              <b>
                {year} {t(`layer.${layer}`)}
              </b>
              <span className="small quiet">
                {t('calendar.days', {
                  rest: days.filter((one) => !one.working).length,
                  work: days.filter((one) => one.working).length,
                })}{' '}
                · {source}
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}
