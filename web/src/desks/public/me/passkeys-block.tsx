import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removePasskey, setUpPasskey, takePasskey } from '../../../api/generated/sdk.gen.ts'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import type { MineProps } from './me-page.tsx'

export function PasskeysBlock({ mine, onChange }: MineProps) {
  const { t } = useTranslation('people')
  const [name, setName] = useState<string>(t('me.passkey.default'))
  const adding = useMutation({
    mutationFn: () => addPasskey(name),
    onSuccess: ({ data }) => onChange(data),
  })
  const removing = useMutation({
    mutationFn: (id: string) => removePasskey({ path: { id }, throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  const problem = adding.error ?? removing.error
  return (
    <Block heading={t('me.passkeys')}>
      {mine.passkeys.length === 0 && <p>{t('me.passkeys.none')}</p>}
      <ul className="lines">
        {mine.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              {passkey.name}{' '}
              {passkey.usedAt && (
                <span className="small quiet">
                  {t('me.used', { day: passkey.usedAt.slice(0, 10) })}
                </span>
              )}
            </span>
            <Button onClick={() => removing.mutate(passkey.id)}>{t('me.remove')}</Button>
          </li>
        ))}
      </ul>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          adding.mutate()
        }}
      >
        <LabelledInput label={t('me.passkey.name')} value={name} onChange={setName} />
        <p>
          <Button type="submit" disabled={adding.isPending}>
            {t('me.passkey.add')}
          </Button>
        </p>
      </form>
      {problem && <RefusalNote error={problem} />}
    </Block>
  )
}

async function addPasskey(name: string) {
  const question = await setUpPasskey({ throwOnError: true })
  const { startRegistration } = await import('@simplewebauthn/browser')
  const answer = await startRegistration({ optionsJSON: question.data as never })
  return takePasskey({ body: { name, answer } as never, throwOnError: true })
}
