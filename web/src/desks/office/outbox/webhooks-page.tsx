import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listWebhooksOptions,
  listWebhooksQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { addWebhook } from '../../../api/generated/sdk.gen.ts'
import type { AddWebhookData, WebhookSecret } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { CheckList } from '../../../parts/form/check-list.tsx'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import './outbox.css'
import { WebhookLine } from './webhook-line.tsx'

/** Other systems that are told of events: add, try, change the secret, end. */
export function WebhooksPage() {
  const { t } = useTranslation('outbox')
  const queries = useQueryClient()
  const query = useQuery(listWebhooksOptions())
  const [secret, setSecret] = useState<WebhookSecret | null>(null)
  const onChange = (told?: WebhookSecret) => {
    if (told) setSecret(told)
    void queries.invalidateQueries({ queryKey: listWebhooksQueryKey() })
  }
  return (
    <Page title={t('hooks.title')} about={<p>{t('hooks.about')}</p>}>
      {secret && (
        <Block heading={t('hooks.secret')}>
          <p className="mono outbox-secret">{secret.secret}</p>
          <p className="small quiet">{t('hooks.secret.about')}</p>
        </Block>
      )}
      <Await query={query} lines={8}>
        {({ webhooks, kinds }) => (
          <>
            <Block>
              {webhooks.length === 0 && <p className="quiet">{t('hooks.none')}</p>}
              <ul className="lines">
                {webhooks.map((webhook) => (
                  <WebhookLine key={webhook.id} {...{ webhook, onChange }} />
                ))}
              </ul>
            </Block>
            <AddForm {...{ kinds, onChange }} />
          </>
        )}
      </Await>
    </Page>
  )
}

const EMPTY = { title: '', url: '', kinds: [] as readonly string[] }

type AddProps = {
  readonly kinds: readonly string[]
  readonly onChange: (told?: WebhookSecret) => void
}

function AddForm({ kinds, onChange }: AddProps) {
  const { t } = useTranslation('outbox')
  const [given, setGiven] = useState(EMPTY)
  const adding = useMutation({
    mutationFn: () => addWebhook({ body: given as AddWebhookData['body'], throwOnError: true }),
    onSuccess: ({ data }) => {
      setGiven(EMPTY)
      onChange(data)
    },
  })
  return (
    <Block heading={t('hooks.add')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          adding.mutate()
        }}
      >
        <LabelledInput
          label={t('hooks.name')}
          value={given.title}
          onChange={(title) => setGiven({ ...given, title })}
        />
        <LabelledInput
          label={t('hooks.url')}
          hint={t('hooks.url.hint')}
          value={given.url}
          onChange={(url) => setGiven({ ...given, url })}
        />
        <CheckList
          legend={t('hooks.kinds')}
          options={kinds.map((name) => [name, t(`kind.${name}` as 'kind.case.filed')])}
          chosen={given.kinds}
          onChange={(chosen) => setGiven({ ...given, kinds: chosen })}
        />
        <p>
          <Button type="submit" disabled={adding.isPending || given.kinds.length === 0}>
            {t('hooks.add')}
          </Button>
        </p>
        {adding.isError && <RefusalNote error={adding.error} />}
      </form>
    </Block>
  )
}
