import { Link, Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { Skeleton } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import '../../parts/frame/frame.css'
import './applicant.css'

/** The applicant desk: its pages for whoever is signed in, the way to the sign-in for others. */
export function ApplicantDesk() {
  const session = useSession()
  const { ready } = useTranslation('applicant')
  if (session.isPending || !ready) return <Skeleton lines={8} />
  return <div className="desk">{session.data?.person ? <Outlet /> : <SignedOut />}</div>
}

function SignedOut() {
  const { t } = useTranslation('applicant')
  const { t: common } = useTranslation()
  const [back] = useState(() => window.location.pathname + window.location.search)
  // In braces: newer browsers answer scrollTo with a promise, which React would take for a clean-up.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
  return (
    <Page title={t('mine.title')}>
      <Block>
        <p>{t('mine.sign-in')}</p>
        <p className="acts-row">
          <Link to="/sign-in" search={{ back }} className="btn btn-main">
            {common('sign.in')}
          </Link>
        </p>
      </Block>
    </Page>
  )
}
