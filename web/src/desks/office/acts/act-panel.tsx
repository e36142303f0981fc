import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, MayAct } from '../../../api/generated/types.gen.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useKey } from '../../../ui/keys.ts'
import { useLanguage, useSay } from '../../../words/say.ts'
import { AnswerForm } from './answer-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { JudgeForm } from './judge-form.tsx'
import { PlainActForm } from './plain-act-form.tsx'
import { PLAIN_ACTS } from './plain-acts.ts'
import { PubliciseHint } from './publicise-hint.tsx'
import { RefuseForm } from './refuse-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { TransferForm } from './transfer-form.tsx'

/** What the viewer may do now, each act folded up with its article, its warnings and its form. */
export function ActPanel({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  if (view.may.length === 0) return <p className="quiet">{t('act.none')}</p>
  return (
    <div className="act-folds no-print">
      {view.may.map((may, at) => (
        <Fold key={may.act} view={view} may={may} at={at} />
      ))}
    </div>
  )
}

type FoldProps = { view: CaseView; may: MayAct; at: number }

function Fold({ view, may, at }: FoldProps) {
  const { t } = useTranslation()
  const { t: office } = useTranslation('office')
  const say = useSay()
  const language = useLanguage()
  const key = at < 9 ? String(at + 1) : null
  const fold = useFoldKey(key)
  return (
    <details ref={fold} className={may.legal ? 'legal' : ''} open={at === 0} data-act={may.act}>
      <summary {...(key ? { 'aria-keyshortcuts': key, title: office('keys.hint', { key }) } : {})}>
        <span>
          {key && <kbd>{key}</kbd>} <b>{say(may.title)}</b>{' '}
          {may.onBehalfOf && (
            <span className="small quiet">{t('acts.behalf', { office: say(may.onBehalfOf) })}</span>
          )}
          {may.inPlaceOf && (
            <span className="small quiet">{t('acts.place', { name: may.inPlaceOf })}</span>
          )}
        </span>
        {may.cite && <span className="mark song">{citeIn(may.cite, language)}</span>}
      </summary>
      <div className="act-form">
        {/* A summary is a button already: what opens the article stands below it. */}
        {may.cite && (
          <p>
            <ArticleMark cite={may.cite} />
          </p>
        )}
        {may.warns.map((warning) => (
          <p key={warning.zh} className="note">
            {say(warning)}
          </p>
        ))}
        <ActForm view={view} may={may} />
      </div>
    </details>
  )
}

/** The act's number opens its fold and goes to what it asks for. */
function useFoldKey(key: string | null) {
  const fold = useRef<HTMLDetailsElement>(null)
  useKey(key, () => {
    const details = fold.current
    if (!details) return
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
    const asked = details.querySelector<HTMLElement>(
      '.act-form :is(input, select, textarea, button)',
    )
    asked?.focus()
  })
  return fold
}

function ActForm({ view, may }: Omit<FoldProps, 'at'>) {
  switch (may.act) {
    case 'assign':
      return <AssignForm view={view} />
    case 'judge':
      return <JudgeForm view={view} />
    case 'answer-objection':
      return <AnswerForm view={view} />
    case 'return':
      return <ReturnForm view={view} may={may} />
    case 'transfer':
      return <TransferForm view={view} may={may} />
    case 'refuse':
      return <RefuseForm view={view} may={may} />
    case 'publicise':
      return <PubliciseHint />
    default: {
      const plain = PLAIN_ACTS[may.act]
      return plain ? <PlainActForm view={view} may={may} plain={plain} /> : null
    }
  }
}
