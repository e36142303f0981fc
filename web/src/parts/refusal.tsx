import { useTranslation } from 'react-i18next'
import { isSignedOut, type Refused, refusedBy } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../words/say.ts'
import { ArticleMark } from './margin/article-mark.tsx'
import { Colon } from './points.tsx'
import './refusal.css'

type Props = {
  /** Whatever a call threw. */
  readonly error: unknown
  readonly again?: (() => void) | undefined
  /** How a field of the request is called on the page. */
  readonly label?: (field: string) => string
}

/** A refusal: what, why (the article where there is one), the fields, the next step. */
export function RefusalNote({ error, again, label }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const refused = refusedBy(error)
  const told = useTold(refused)
  // Without a name a reader knows, a field that repeats the refusal says nothing more.
  const fields = refused.fields.filter(({ says }) => label || says.zh !== refused.says.zh)
  return (
    <div className="refusal" role="alert">
      <p className="refusal-what">{told.what}</p>
      {(refused.why || refused.cite) && (
        <p>
          {t('refusal.why')}
          <Colon />
          {say(refused.why)} {refused.cite && <ArticleMark cite={refused.cite} />}
        </p>
      )}
      {fields.length > 0 && (
        <ul className="refusal-fields" aria-label={t('refusal.fields')}>
          {fields.map((field) => (
            <li key={field.field}>
              <b>{label?.(field.field) ?? field.field}</b> {say(field.says)}
            </li>
          ))}
        </ul>
      )}
      {told.next && (
        <p>
          {t('refusal.next')}
          <Colon />
          {told.next}
        </p>
      )}
      {refused.trace && (
        <p className="small quiet">
          {t('refusal.trace')} <span className="mono">{refused.trace}</span>
        </p>
      )}
      {isSignedOut(error) && <SignInAgain />}
      {again && <Button onClick={again}>{t('refusal.again')}</Button>}
    </div>
  )
}

/** In another tab: what was typed on this page stays. */
function SignInAgain() {
  const { t } = useTranslation()
  return (
    <a className="btn" href="/sign-in" target="_blank" rel="noreferrer">
      {t('sign.in')}
    </a>
  )
}

/** Our own words where the server could not be reached or broke. */
function useTold(refused: Refused): { what: string; next: string } {
  const { t } = useTranslation()
  const say = useSay()
  if (refused.code === 'web.offline')
    return { what: t('refusal.offline'), next: t('refusal.offline.next') }
  if (refused.code === 'web.broken')
    return { what: t('refusal.broken'), next: t('refusal.broken.next') }
  return { what: say(refused.says), next: say(refused.next) }
}
