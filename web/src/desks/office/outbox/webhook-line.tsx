import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  endWebhook,
  resumeWebhook,
  rotateSecret,
  testWebhook,
} from '../../../api/generated/sdk.gen.ts'
import type { Webhook, WebhookSecret } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { clockOf } from '../../../ui/format.ts'

type Props = {
  readonly webhook: Webhook
  readonly onChange: (told?: WebhookSecret) => void
}

const ACTS = { test: testWebhook, resume: resumeWebhook, end: endWebhook } as const

export function WebhookLine({ webhook, onChange }: Props) {
  const { t } = useTranslation('outbox')
  const path = { id: webhook.id }
  const acting = useMutation({
    mutationFn: (act: keyof typeof ACTS) => ACTS[act]({ path, throwOnError: true }),
    onSuccess: () => onChange(),
  })
  const rotating = useMutation({
    mutationFn: () => rotateSecret({ path, throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  const isTested = acting.isSuccess && acting.variables === 'test'
  return (
    <li>
      <div>
        <strong>{webhook.title}</strong> <Standing webhook={webhook} />
        <div className="mono small outbox-to">{webhook.url}</div>
        <div className="small quiet">
          {webhook.kinds.map((name) => t(`kind.${name}` as 'kind.case.filed')).join(' · ')}
        </div>
        {isTested && <p className="small">{t('hooks.test.sent')}</p>}
        {acting.isError && <RefusalNote error={acting.error} />}
        {rotating.isError && <RefusalNote error={rotating.error} />}
      </div>
      {!webhook.endedAt && (
        <span className="acts-row">
          {webhook.pausedAt && (
            <Button onClick={() => acting.mutate('resume')}>{t('hooks.resume')}</Button>
          )}
          <Button onClick={() => acting.mutate('test')}>{t('hooks.test')}</Button>
          <Button onClick={() => rotating.mutate()}>{t('hooks.rotate')}</Button>
          <Button onClick={() => acting.mutate('end')}>{t('hooks.end')}</Button>
        </span>
      )}
    </li>
  )
}

function Standing({
  webhook: { endedAt, pausedAt, pausedWhy, formerUntil },
}: Pick<Props, 'webhook'>) {
  const { t } = useTranslation('outbox')
  if (endedAt) return <span className="small quiet">{t('hooks.ended')}</span>
  if (pausedAt) {
    return <span className="small outbox-set-aside">{t('hooks.paused', { why: pausedWhy })}</span>
  }
  const until = formerUntil && `${formerUntil.slice(0, 10)} ${clockOf(formerUntil)}`
  return (
    <span className="small quiet">
      {t('hooks.live')}
      {until && ` · ${t('hooks.former', { at: until })}`}
    </span>
  )
}
