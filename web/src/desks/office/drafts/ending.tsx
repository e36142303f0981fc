import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCommentsOptions,
  listMeasuresOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { linkAdopted, publishAdoptionSummary } from '../../../api/generated/sdk.gen.ts'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { LabelledChoice } from '../../../parts/form/labelled-input.tsx'
import { LabelledText } from '../../../parts/form/labelled-text.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { SealButton } from '../acts/seal-button.tsx'
import { useInDraft } from './use-draft.ts'

type Props = { readonly draft: ConsultationView }

const useSigns = () => (usePerson()?.rights ?? []).includes('consultation.publish')

/** The summary: when it may be published, what is still unanswered, and the publication. */
export function Ending({ draft }: Props) {
  const { t } = useTranslation('drafts')
  const { summary, id } = draft
  return (
    <Block heading={t('end.title')}>
      {summary ? (
        <p>
          {t('end.done')}{' '}
          <a href={`/api/consultations/${id}/summary`}>
            {t('summary.pdf', { number: summary.number })}
          </a>
        </p>
      ) : (
        <Publish draft={draft} />
      )}
    </Block>
  )
}

function Publish({ draft }: Props) {
  const { t } = useTranslation('drafts')
  const today = useToday()
  const [remarks, setRemarks] = useState('')
  const path = { id: draft.id }
  const { comments = [] } = useQuery(listCommentsOptions({ path })).data ?? {}
  const publishing = useInDraft(() =>
    publishAdoptionSummary({ path, body: { remarks }, throwOnError: true }),
  )
  const count = comments.filter(({ answer }) => answer === null).length
  const isSigner = useSigns()
  if (today <= draft.closesOn) return <p>{t('end.wait', { on: draft.closesOn })}</p>
  if (count > 0) return <p>{t('end.unanswered', { count })}</p>
  if (!isSigner) return <p className="quiet">{t('publish.sign')}</p>
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        publishing.mutate()
      }}
    >
      <LabelledText label={t('end.remarks')} optional value={remarks} onChange={setRemarks} />
      {publishing.isError && <RefusalNote error={publishing.error} />}
      <p className="acts-row">
        <SealButton act={t('end.do')} disabled={publishing.isPending} />
      </p>
    </form>
  )
}

/** The text that was adopted afterwards, chosen among measures as they are shown today. */
export function LinkAdopted({ draft }: Props) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const measures = (useQuery(listMeasuresOptions()).data ?? []).filter(
    ({ state, inForce }) => state === 'published' || inForce,
  )
  const [chosen, setChosen] = useState('')
  const value = chosen || own(draft, measures)
  const linking = useInDraft(() => {
    const [pack = '', version = ''] = value.split('@')
    return linkAdopted({ path: { id: draft.id }, body: { pack, version }, throwOnError: true })
  })
  if (!useSigns()) return null
  if (measures.length === 0) return <p className="quiet">{t('link.none')}</p>
  return (
    <Block heading={t('link.title')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          linking.mutate()
        }}
      >
        <LabelledChoice
          label={t('link.choose')}
          value={value}
          onChange={setChosen}
          options={measures.map((one) => [keyOf(one), `${say(one.title)} ${one.version}`])}
        />
        {linking.isError && <RefusalNote error={linking.error} />}
        <Button type="submit" look="main" disabled={linking.isPending}>
          {t('link.do')}
        </Button>
      </form>
    </Block>
  )
}

type Named = { readonly pack: string; readonly version: string }
const keyOf = ({ pack, version }: Named) => `${pack}@${version}`

/** The measure the draft is of comes first. */
function own({ pack }: ConsultationView, measures: readonly Named[]): string {
  const first = measures.find((one) => one.pack === pack) ?? measures[0]
  return first ? keyOf(first) : ''
}
