import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { verifyCertificateOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { Verification } from '../../api/generated/types.gen.ts'
import { useToday } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { ArticleMark } from '../../parts/margin/article-mark.tsx'
import { GroundsTitled } from '../../parts/margin/titled.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { dayInText } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import './public.css'
import { VerifyBox } from './verify-box.tsx'
import { VerifiedPaper, VerifyFile } from './verify-file.tsx'

const here = getRouteApi('/verify/$number')

export function VerifyPage() {
  const { t } = useTranslation('public')
  const paper = useLocation().hash
  return (
    <Page title={t('verify.title')} about={<p>{t('verify.about')}</p>}>
      {paper.includes('.') && (
        <Block heading={t('verify.paper')}>
          <VerifiedPaper token={paper} />
        </Block>
      )}
      <Block>
        <VerifyBox />
      </Block>
      <Block heading={t('verify.file')}>
        <VerifyFile />
      </Block>
    </Page>
  )
}

/** Valid, revoked with article and day, or unknown. */
export function VerifiedPage() {
  const { t } = useTranslation('public')
  const { number } = here.useParams()
  const query = useQuery(verifyCertificateOptions({ path: { number } }))
  return (
    <Page title={t('verify.title')} about={<p className="num">{number}</p>}>
      <Block>
        <Await query={query} lines={5}>
          {(proof) => (
            <GroundsTitled measure={proof.measure} pack={proof.pack}>
              <Proof proof={proof} />
            </GroundsTitled>
          )}
        </Await>
      </Block>
      <Block heading={t('verify.do')}>
        <VerifyBox key={number} given={number} />
      </Block>
    </Page>
  )
}

const SHAPES = { valid: '■', expired: '□', revoked: '×', unknown: '？' }

function Proof({ proof }: { proof: Verification }) {
  const { t } = useTranslation('public')
  const language = useLanguage()
  const today = useToday()
  return (
    <div className={`proof proof-${proof.answer}`} role="status">
      <p className="proof-answer">
        <span aria-hidden="true">{SHAPES[proof.answer]}</span> {t(`verify.${proof.answer}`)}
      </p>
      {proof.answer === 'unknown' && <p>{t('verify.unknown.next')}</p>}
      {proof.answer !== 'unknown' && <Particulars proof={proof} />}
      {today && (
        <p className="small quiet">{t('verify.asked', { day: dayInText(today, language) })}</p>
      )}
    </div>
  )
}

function Particulars({ proof }: { proof: Verification }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <dl className="about-list">
      {proof.revokedOn && <Revoked proof={proof} />}
      <dt>{t('verify.number')}</dt>
      <dd className="num">{proof.number}</dd>
      <dt>{t('verify.title-of')}</dt>
      <dd>{say(proof.title)}</dd>
      <dt>{t('verify.holder')}</dt>
      <dd>
        {proof.holder} <span className="mono quiet">{proof.creditCode}</span>
      </dd>
      <dt>{t('verify.measure')}</dt>
      <dd>
        {say(proof.measure)} {proof.cite && <ArticleMark cite={proof.cite} />}
      </dd>
      {proof.validUntil && (
        <>
          <dt>{t('verify.until')}</dt>
          <dd className="num">{proof.validUntil}</dd>
        </>
      )}
      <dt>{t('verify.issued')}</dt>
      <dd className="num">
        {proof.issuedOn} {say(proof.issuedBy)}
      </dd>
      <dt>{t('verify.hash')}</dt>
      <dd className="mono">{proof.hash}</dd>
    </dl>
  )
}

function Revoked({ proof }: { proof: Verification }) {
  const { t } = useTranslation('public')
  return (
    <>
      <dt>{t('verify.revoked.on')}</dt>
      <dd className="num">{proof.revokedOn}</dd>
      <dt>{t('verify.revoked.cite')}</dt>
      <dd>{proof.revokedCite && <ArticleMark cite={proof.revokedCite} />}</dd>
      <dt>{t('verify.revoked.reason')}</dt>
      <dd>{proof.revokedReason}</dd>
    </>
  )
}
