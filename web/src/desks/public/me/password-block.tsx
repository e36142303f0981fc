import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '../../../api/generated/sdk.gen.ts'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import type { MineProps } from './me-page.tsx'

const EMPTY = { present: '', password: '' }

export function PasswordBlock({ mine, onChange }: MineProps) {
  const { t } = useTranslation('people')
  const [given, setGiven] = useState(EMPTY)
  const changing = useMutation({
    mutationFn: () => changePassword({ body: given, throwOnError: true }),
    onSuccess: ({ data }) => {
      setGiven(EMPTY)
      onChange(data)
    },
  })
  if (!mine.hasPassword) return null
  return (
    <Block heading={t('me.password')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate()
        }}
      >
        <LabelledInput
          label={t('me.present')}
          type="password"
          autoComplete="current-password"
          value={given.present}
          onChange={(present) => setGiven({ ...given, present })}
        />
        <LabelledInput
          label={t('me.next')}
          type="password"
          autoComplete="new-password"
          hint={t('me.next.hint', { least: mine.rules.least })}
          value={given.password}
          onChange={(password) => setGiven({ ...given, password })}
        />
        <p>
          <Button type="submit" disabled={changing.isPending}>
            {t('me.change')}
          </Button>
        </p>
        {changing.isSuccess && <p role="status">{t('me.changed')}</p>}
        {changing.isError && <RefusalNote error={changing.error} />}
      </form>
    </Block>
  )
}
