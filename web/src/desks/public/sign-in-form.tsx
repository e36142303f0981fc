import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../../parts/form/form.css'
import { Button } from '../../ui/button.tsx'
import './public.css'

type Given = { login: string; password: string }

export function SignInForm({
  onSignIn,
  busy,
}: {
  onSignIn: (given: Given) => void
  busy: boolean
}) {
  const { t } = useTranslation('public')
  const [given, setGiven] = useState<Given>({ login: '', password: '' })
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSignIn(given)
  }
  return (
    <form className="form-stack" onSubmit={submit}>
      <div className="field-row">
        <label htmlFor={`${id}-login`}>{t('sign.login')}</label>
        <input
          id={`${id}-login`}
          className="field field-short"
          required
          autoComplete="username"
          value={given.login}
          onChange={(event) => setGiven({ ...given, login: event.target.value })}
        />
      </div>
      <div className="field-row">
        <label htmlFor={`${id}-password`}>{t('sign.password')}</label>
        <input
          id={`${id}-password`}
          className="field field-short"
          type="password"
          required
          autoComplete="current-password"
          value={given.password}
          onChange={(event) => setGiven({ ...given, password: event.target.value })}
        />
      </div>
      <Button type="submit" look="main" disabled={busy}>
        {t('sign.do')}
      </Button>
    </form>
  )
}
