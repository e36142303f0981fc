import { useTranslation } from 'react-i18next'
import type { ActView } from '../../api/generated/types.gen.ts'
import { clockOf, shortHash } from '../../ui/format.ts'
import { useSay } from '../../words/say.ts'
import { ArticleMark } from '../margin/article-mark.tsx'
import './case.css'

/** Who, when, what, why, under which article: the newest act first. */
export function Timeline({ acts }: { acts: readonly ActView[] }) {
  const { t } = useTranslation()
  if (acts.length === 0) return <p className="quiet">{t('acts.none')}</p>
  return (
    <ol className="acts" reversed>
      {[...acts].reverse().map((act) => (
        <ActLine key={act.seq} act={act} />
      ))}
    </ol>
  )
}

function ActLine({ act }: { act: ActView }) {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <li className="act">
      <time className="act-when" dateTime={act.at}>
        {act.on} <span className="unseen-narrow">{clockOf(act.at)}</span>
      </time>
      <div>
        <p className="act-what">
          <b>{say(act.title)}</b>
          {act.cite && <ArticleMark cite={act.cite} />}
        </p>
        <p className="small quiet">
          {[
            act.by,
            act.inPlaceOf && t('acts.place', { name: act.inPlaceOf }),
            say(act.office),
            act.onBehalfOf && t('acts.behalf', { office: say(act.onBehalfOf) }),
            act.mandate && t('acts.mandate', { number: act.mandate }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {act.reason && <p className="act-reason">{act.reason}</p>}
        {act.notes.length > 0 && (
          <ul className="act-notes small">
            {act.notes.map((note) => (
              <li key={note.zh}>
                <Linked text={say(note)} />
              </li>
            ))}
          </ul>
        )}
        <p className="mono quiet" title={act.hash}>
          {t('acts.hash')} {shortHash(act.hash)}
        </p>
      </div>
    </li>
  )
}

/** A note may end with the address of a page that anybody may open. */
function Linked({ text }: { text: string }) {
  const [before = text, address] = text.split(/(\/draws\/[0-9a-f-]+)$/)
  return (
    <>
      {before}
      {address && <a href={address}>{address}</a>}
    </>
  )
}
