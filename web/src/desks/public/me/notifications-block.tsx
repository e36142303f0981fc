import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  viewOwnNotificationsOptions,
  viewOwnNotificationsQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { chooseKinds, enterEmail, eraseNotifications } from '../../../api/generated/sdk.gen.ts'
import type { ChooseKindsData, OwnNotifications } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { CheckList } from '../../../parts/form/check-list.tsx'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'

type Props = {
  readonly own: OwnNotifications
  readonly onChange: (own: OwnNotifications) => void
}

/** Where one is told and of what. */
export function NotificationsBlock() {
  const { t } = useTranslation('outbox')
  const queries = useQueryClient()
  const query = useQuery(viewOwnNotificationsOptions())
  const onChange = (own: OwnNotifications) =>
    queries.setQueryData(viewOwnNotificationsQueryKey(), own)
  return (
    <Block heading={t('mine.title')}>
      <p className="small quiet">{t('mine.about')}</p>
      <Await query={query}>
        {(own) => (
          <>
            {!own.isMailSetUp && <p className="small">{t('mine.no-mail')}</p>}
            <EmailForm {...{ own, onChange }} />
            <KindsForm {...{ own, onChange }} />
          </>
        )}
      </Await>
    </Block>
  )
}

function EmailForm({ own, onChange }: Props) {
  const { t } = useTranslation('outbox')
  const [email, setEmail] = useState('')
  const { language } = own
  const entering = useMutation({
    mutationFn: () => enterEmail({ body: { email, language }, throwOnError: true }),
    onSuccess: ({ data }) => {
      setEmail('')
      onChange(data)
    },
  })
  const erasing = useMutation({
    mutationFn: () => eraseNotifications({ throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  const isNone = !own.email && !own.pending
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        entering.mutate()
      }}
    >
      {own.email && <p>{t('mine.email.confirmed', { email: own.email })}</p>}
      {own.pending && (
        <p>
          {t(own.isMailSetUp ? 'mine.email.pending' : 'mine.email.kept', { email: own.pending })}
        </p>
      )}
      {isNone && <p className="quiet">{t('mine.email.none')}</p>}
      <LabelledInput
        label={t('mine.email')}
        value={email}
        onChange={setEmail}
        autoComplete="email"
      />
      <p className="acts-row">
        <Button type="submit" disabled={entering.isPending}>
          {t('mine.email.enter')}
        </Button>
        {!isNone && <Button onClick={() => erasing.mutate()}>{t('mine.erase')}</Button>}
      </p>
      {entering.isError && <RefusalNote error={entering.error} />}
    </form>
  )
}

const LANGUAGES = [
  ['zh', '简体中文'],
  ['en', 'English'],
] as const

function KindsForm({ own, onChange }: Props) {
  const { t } = useTranslation('outbox')
  const [kinds, setKinds] = useState<readonly string[]>(own.kinds)
  const [language, setLanguage] = useState(own.language)
  const choosing = useMutation({
    mutationFn: () => {
      const body = { kinds: kinds as ChooseKindsData['body']['kinds'], language }
      return chooseKinds({ body, throwOnError: true })
    },
    onSuccess: ({ data }) => onChange(data),
  })
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        choosing.mutate()
      }}
    >
      <CheckList
        legend={t('mine.kinds')}
        options={own.offered.map(({ name }) => [name, t(`kind.${name}` as 'kind.case.filed')])}
        chosen={kinds}
        onChange={setKinds}
      />
      <LabelledChoice
        label={t('mine.language')}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh')}
        options={LANGUAGES}
      />
      <p className="acts-row">
        <Button type="submit" disabled={choosing.isPending}>
          {t('mine.save')}
        </Button>
        {choosing.isSuccess && <span className="small quiet">{t('mine.saved')}</span>}
      </p>
      {choosing.isError && <RefusalNote error={choosing.error} />}
    </form>
  )
}
