import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  removeGenerator,
  renewRecoveryCodes,
  setUpGenerator,
  takeGenerator,
  viewOwnSignIn,
} from '../../../api/generated/sdk.gen.ts'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import type { MineProps } from './me-page.tsx'

export function GeneratorBlock({ mine, onChange }: MineProps) {
  const { t } = useTranslation('people')
  const [codes, setCodes] = useState<readonly string[]>([])
  const refresh = async () => onChange((await viewOwnSignIn({ throwOnError: true })).data)
  const told = async (known: readonly string[]) => {
    setCodes(known)
    await refresh()
  }
  const renewing = useMutation({
    mutationFn: () => renewRecoveryCodes({ throwOnError: true }),
    onSuccess: ({ data }) => told(data.codes),
  })
  const removing = useMutation({
    mutationFn: () => removeGenerator({ throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  return (
    <Block heading={t('me.code')}>
      <p>
        {t(mine.hasGenerator ? 'me.code.on' : 'me.code.off', { count: mine.recoveryCodesLeft })}
      </p>
      {codes.length > 0 && <Codes codes={codes} />}
      {mine.hasGenerator ? (
        <p className="acts-row">
          <Button onClick={() => renewing.mutate()}>{t('me.codes.renew')}</Button>
          <Button onClick={() => removing.mutate()}>{t('me.code.remove')}</Button>
        </p>
      ) : (
        <SetUp onTaken={(known) => void told(known)} />
      )}
      {renewing.isError && <RefusalNote error={renewing.error} />}
      {removing.isError && <RefusalNote error={removing.error} />}
    </Block>
  )
}

function Codes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('people')
  return (
    <div role="status">
      <h3>{t('me.codes')}</h3>
      <p className="small quiet">{t('me.codes.about')}</p>
      <ul className="mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  )
}

function SetUp({ onTaken }: { onTaken: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('people')
  const [code, setCode] = useState('')
  const begun = useMutation({ mutationFn: () => setUpGenerator({ throwOnError: true }) })
  const taking = useMutation({
    mutationFn: () => takeGenerator({ body: { code }, throwOnError: true }),
    onSuccess: ({ data }) => onTaken(data.codes),
  })
  const made = begun.data?.data
  if (!made) {
    return (
      <>
        <Button onClick={() => begun.mutate()}>{t('me.code.begin')}</Button>
        {begun.isError && <RefusalNote error={begun.error} />}
      </>
    )
  }
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        taking.mutate()
      }}
    >
      <p>{t('me.code.scan')}</p>
      <img src={made.picture} alt={made.uri} width={220} height={220} />
      <p className="mono" data-secret>
        {made.secret}
      </p>
      <LabelledInput
        label={t('me.code.label')}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <p>
        <Button type="submit" look="main" disabled={taking.isPending}>
          {t('me.code.confirm')}
        </Button>
      </p>
      {taking.isError && <RefusalNote error={taking.error} />}
    </form>
  )
}
