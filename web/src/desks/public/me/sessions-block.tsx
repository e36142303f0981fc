import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { endOwnSession, unbindProvider } from '../../../api/generated/sdk.gen.ts'
import { useZone } from '../../../api/session.ts'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { clockOf } from '../../../ui/format.ts'
import { ProviderButton } from '../provider-button.tsx'
import type { MineProps } from './me-page.tsx'

export function SessionsBlock({ mine, onChange }: MineProps) {
  const { t } = useTranslation('people')
  const title = useZone().data?.signOn
  const ending = useMutation({
    mutationFn: (id: string) => endOwnSession({ path: { id }, throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  const unbinding = useMutation({
    mutationFn: (issuer: string) => unbindProvider({ body: { issuer }, throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  return (
    <>
      {title && (
        <Block heading={t('me.providers')}>
          <ul className="lines">
            {mine.providers.map(({ issuer }) => (
              <li key={issuer}>
                <span className="mono">{issuer}</span>
                <Button onClick={() => unbinding.mutate(issuer)}>{t('me.unbind')}</Button>
              </li>
            ))}
          </ul>
          {mine.providers.length === 0 && (
            <ProviderButton says={t('me.bind', { title })} back="/me" />
          )}
        </Block>
      )}
      <Block heading={t('me.sessions')}>
        <ul className="lines">
          {mine.sessions.map((session) => (
            <li key={session.id}>
              <span>
                <span className="num">
                  {session.openedAt.slice(0, 10)} {clockOf(session.openedAt)}
                </span>{' '}
                {t(`me.way.${session.way}`)}{' '}
                <span className="small quiet">{shortDevice(session.device)}</span>
              </span>
              {session.isThis ? (
                <span className="small quiet">{t('me.session.this')}</span>
              ) : (
                <Button onClick={() => ending.mutate(session.id)}>{t('me.session.end')}</Button>
              )}
            </li>
          ))}
        </ul>
        {ending.isError && <RefusalNote error={ending.error} />}
      </Block>
    </>
  )
}

/** The browser and the system, out of what browsers call themselves. */
function shortDevice(device: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari)[\w/]*/.exec(device)?.[1] ?? ''
  const system = /(Windows|Mac OS X|Android|iPhone|Linux)/.exec(device)?.[1] ?? ''
  return [browser.replace('Edg', 'Edge'), system].filter(Boolean).join(' · ')
}
