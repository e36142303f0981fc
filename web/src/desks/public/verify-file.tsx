import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readIssuerOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { type PublishedKey, type SealVerdict, verifyFile, verifyPaper } from './sealed-file.ts'
import './public.css'

/** A certificate's file dropped here is checked in this browser: it is not sent anywhere. */
export function VerifyFile() {
  const { t } = useTranslation('public')
  const id = useId()
  const keys = useKeys()
  const [verdict, setVerdict] = useState<SealVerdict | null>(null)
  const check = async (file: File | undefined) => {
    if (!file || !keys) return
    setVerdict(await verifyFile(new Uint8Array(await file.arrayBuffer()), keys))
  }
  return (
    <>
      <label
        htmlFor={id}
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void check(event.dataTransfer.files[0])
        }}
      >
        <b>{t('verify.file.drop')}</b>
        <span className="small quiet">{t('verify.file.stays')}</span>
        <input
          id={id}
          type="file"
          accept="application/pdf"
          disabled={!keys}
          onChange={(event) => void check(event.target.files?.[0])}
        />
      </label>
      {verdict && <Sealed verdict={verdict} />}
    </>
  )
}

/** What the QR on paper said behind `#`, which never reached a server. */
export function VerifiedPaper({ token }: { token: string }) {
  const keys = useKeys()
  const query = useQuery({
    queryKey: ['paper', token, keys?.length],
    queryFn: () => verifyPaper(token, keys ?? []),
    enabled: keys !== null,
  })
  return query.data ? <Sealed verdict={query.data} /> : null
}

function useKeys(): readonly PublishedKey[] | null {
  const issuer = useQuery(readIssuerOptions())
  return issuer.data?.verificationMethod ?? null
}

function Sealed({ verdict }: { verdict: SealVerdict }) {
  const { t } = useTranslation('public')
  const isGenuine = verdict.answer === 'genuine'
  return (
    <div className={`proof ${isGenuine ? 'proof-valid' : 'proof-revoked'}`} role="status">
      <p className="proof-answer">
        <span aria-hidden="true">{isGenuine ? '■' : '×'}</span> {t(`verify.file.${verdict.answer}`)}
      </p>
      {'says' in verdict && (
        <>
          <dl className="about-list">
            <dt>{t('verify.number')}</dt>
            <dd className="num">{verdict.says.number}</dd>
            <dt>{t('verify.title-of')}</dt>
            <dd>{verdict.says.title}</dd>
            <dt>{t('verify.holder')}</dt>
            <dd>
              {verdict.says.holder} <span className="mono quiet">{verdict.says.creditCode}</span>
            </dd>
            <dt>{t('verify.issued')}</dt>
            <dd className="num">{verdict.says.issuedOn}</dd>
          </dl>
          <p>
            <Link to="/verify/$number" params={{ number: verdict.says.number }}>
              {t('verify.file.ask')}
            </Link>
          </p>
        </>
      )}
    </div>
  )
}
