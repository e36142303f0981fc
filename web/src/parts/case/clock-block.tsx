import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, ClockView } from '../../api/generated/types.gen.ts'
import { useSay } from '../../words/say.ts'
import { ArticleMark } from '../margin/article-mark.tsx'
import { Block } from '../page.tsx'

type Props = { readonly view: CaseView; readonly children?: ReactNode }

/** The limits of a case as a line of time: start, stop, suspend, resume, extend, each with its cause. */
export function ClockBlock({ view: { clock }, children }: Props) {
  const { t } = useTranslation('clocks')
  return (
    <Block heading={t('clock.title')}>
      {clock.state === 'suspended' && (
        <p className="note">{t('clock.suspended', { on: clock.suspendedOn ?? '' })}</p>
      )}
      {clock.state === 'unknown-year' && <p className="note">{t('clock.unknown-year')}</p>}
      {children}
      {clock.events.length === 0 ? (
        <p className="quiet">{t('clock.none')}</p>
      ) : (
        <ol className="acts" reversed>
          {[...clock.events].reverse().map((event) => (
            <ClockLine key={`${event.seq} ${event.what}`} event={event} />
          ))}
        </ol>
      )}
    </Block>
  )
}

function ClockLine({ event }: { event: ClockView['events'][number] }) {
  const { t } = useTranslation('clocks')
  const say = useSay()
  return (
    <li className="act">
      <time className="act-when" dateTime={event.on}>
        {event.on}
      </time>
      <div>
        <p className="act-what">
          <b>{t(`what.${event.what}`, { count: event.length ?? 0 })}</b>
          <span>{t('what.of', { title: say(event.title) })}</span>
          {event.cite && <ClockCite cite={event.cite} />}
        </p>
        <p className="small quiet">
          {say(event.cause)} · {event.by}
        </p>
      </div>
    </li>
  )
}

/** An article of the measure leads to it; an article of another law is only named. */
function ClockCite({ cite }: { cite: string }) {
  return cite.startsWith('第') ? (
    <ArticleMark cite={cite} />
  ) : (
    <span className="small quiet">{cite}</span>
  )
}
