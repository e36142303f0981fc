import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import '../../parts/form/form.css'
import './public.css'

/** A certificate number in, its page out. */
export function VerifyBox({ given = '' }: { given?: string }) {
  const { t } = useTranslation('public')
  const [number, setNumber] = useState(given)
  const go = useNavigate()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = number.trim()
    if (wanted) void go({ to: '/verify/$number', params: { number: wanted } })
  }
  return (
    <form className="verify-box" onSubmit={submit}>
      <label htmlFor={id}>{t('verify.number')}</label>
      <input
        id={id}
        className="field"
        value={number}
        placeholder={t('verify.example')}
        autoComplete="off"
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit">{t('verify.do')}</Button>
    </form>
  )
}
