import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listDraftsOptions,
  planConsultationOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { prepareConsultation } from '../../../api/generated/sdk.gen.ts'
import { useToday } from '../../../api/session.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { LabelledText } from '../../../parts/form/labelled-text.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useInDraft } from './use-draft.ts'

type Given = {
  readonly draft: string
  readonly zh: string
  readonly en: string
  readonly opensOn: string
  /** Empty: the first day that leaves 30 days. */
  readonly closesOn: string
  readonly shortened: string
  readonly contact: string
  readonly note: string
}
type Form = ReturnType<typeof usePreparing>

/** Title, days, note and the draft it is about; a document is handed in on the next page. */
export function PrepareForm() {
  const { t } = useTranslation('drafts')
  const form = usePreparing()
  const { given, give, preparing } = form
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        preparing.mutate()
      }}
    >
      <DraftChoice form={form} />
      <LabelledInput label={t('new.name')} value={given.zh} onChange={(zh) => give({ zh })} />
      <LabelledInput label={t('new.name-en')} value={given.en} onChange={(en) => give({ en })} />
      <Days form={form} />
      <LabelledInput
        label={t('new.contact')}
        value={given.contact}
        onChange={(contact) => give({ contact })}
      />
      <LabelledText
        label={t('new.note')}
        optional
        value={given.note}
        onChange={(note) => give({ note })}
      />
      {preparing.isError && <RefusalNote error={preparing.error} />}
      <Button type="submit" look="main" disabled={preparing.isPending}>
        {t('new.do')}
      </Button>
    </form>
  )
}

function usePreparing() {
  const today = useToday()
  const go = useNavigate()
  const nothing = { draft: '', zh: '', en: '', opensOn: today, closesOn: '' }
  const [given, setGiven] = useState<Given>({ ...nothing, shortened: '', contact: '', note: '' })
  const planned = useQuery({
    ...planConsultationOptions({ query: { opensOn: given.opensOn } }),
    enabled: given.opensOn !== '',
    retry: false,
  })
  const earliest = planned.data?.earliest ?? ''
  const closesOn = given.closesOn || earliest
  const preparing = useInDraft(async () => {
    const { draft, zh, en, opensOn, contact, note, shortened } = given
    const [pack, version] = draft.split('@')
    const body = {
      ...{ opensOn, closesOn, contact, note, title: { zh, en } },
      draft: pack && version ? { pack, version } : null,
      shortened: closesOn < earliest ? shortened || null : null,
    }
    const { data } = await prepareConsultation({ body, throwOnError: true })
    await go({ to: '/office/drafts/$id', params: { id: data.id } })
  })
  const give = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }))
  return { given, give, planned, closesOn, isShort: closesOn < earliest, preparing }
}

function DraftChoice({ form: { given, give } }: { form: Form }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const versions = useQuery(listDraftsOptions()).data ?? []
  const options = versions.map(
    ({ pack, version, title }) => [`${pack}@${version}`, `${say(title)} ${version}`] as const,
  )
  return (
    <LabelledChoice
      label={t('new.draft')}
      value={given.draft}
      onChange={(draft) => give({ draft })}
      options={[['', t('new.from-document')], ...options]}
    />
  )
}

function Days({ form }: { form: Form }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const { given, give, planned, closesOn, isShort } = form
  return (
    <>
      <div className="form-pairs">
        <LabelledInput
          type="date"
          label={t('new.opens')}
          value={given.opensOn}
          onChange={(opensOn) => give({ opensOn })}
        />
        <LabelledInput
          type="date"
          label={t('new.closes')}
          value={closesOn}
          onChange={(day) => give({ closesOn: day })}
        />
      </div>
      {planned.data && (
        <p className="small quiet">
          {t('new.earliest', {
            earliest: planned.data.earliest,
            counted: say(planned.data.counted),
          })}
        </p>
      )}
      {planned.isError && <RefusalNote error={planned.error} />}
      {isShort && (
        <LabelledInput
          label={t('new.short')}
          value={given.shortened}
          onChange={(shortened) => give({ shortened })}
        />
      )}
    </>
  )
}
