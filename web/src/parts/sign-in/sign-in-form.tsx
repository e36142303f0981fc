import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../form/form.css'
import { Button } from '../../ui/button.tsx'

export type Given = { login: string; password: string; code?: string }

export function SignInForm({
  onSignIn,
  onPasskey,
  busy,
  needsCode,
}: {
  onSignIn: (given: Given) => void
  onPasskey: () => void
  busy: boolean
  /** The password was right; a second step is set up. */
  needsCode: boolean
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
      {needsCode && (
        <div className="field-row">
          <label htmlFor={`${id}-code`}>{t('sign.code')}</label>
          <input
            id={`${id}-code`}
            className="field field-short"
            required
            autoComplete="one-time-code"
            value={given.code ?? ''}
            onChange={(event) => setGiven({ ...given, code: event.target.value })}
          />
        </div>
      )}
      <p className="acts-row">
        <Button type="submit" look="main" disabled={busy}>
          {t('sign.do')}
        </Button>
        <Button onClick={onPasskey} disabled={busy}>
          {t('sign.passkey')}
        </Button>
      </p>
    </form>
  )
}
