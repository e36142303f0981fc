import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKey } from '../../ui/keys.ts'
import { Skeleton } from '../await.tsx'
import { MarginProvider, useMargin } from '../margin/margin.tsx'
import { Footer } from './footer.tsx'
import './frame.css'
import { Header } from './header.tsx'
import { SessionGuard } from './session-guard.tsx'

const Panel = lazy(() => import('../margin/panel.tsx').then((m) => ({ default: m.Panel })))
const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })))

/** The frame of every page: head, the page beside its margin, foot. */
export function Frame() {
  return (
    <MarginProvider>
      <Framed />
    </MarginProvider>
  )
}

function Framed() {
  const { t } = useTranslation()
  const { note } = useMargin()
  const [finding, setFinding] = useState(false)
  useKey('mod+k', () => setFinding(true))
  useKey('/', () => setFinding(true))
  useNewPage()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SessionGuard />
      <Header onFind={() => setFinding(true)} />
      <div className={`frame-body ${note ? 'frame-noted' : ''}`}>
        <main id="main" className="frame-main" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
        {note && (
          <Suspense fallback={<aside className="panel" />}>
            <Panel note={note} />
          </Suspense>
        )}
      </div>
      <Footer />
      {finding && (
        <Suspense fallback={null}>
          <Palette onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </>
  )
}

function Waiting() {
  return (
    <div className="page">
      <Skeleton lines={8} />
    </div>
  )
}

/** On another page the margin closes and a screen reader starts at the content. */
function useNewPage(): void {
  const { close } = useMargin()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    close()
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path, close])
}
