import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from './margin/article-mark.tsx'
import './page.css'

type PageProps = {
  readonly title: string
  /** What stands under the title: issuer, state, numbers. */
  readonly about?: ReactNode
  /** The articles the whole page rests on. */
  readonly cites?: readonly string[]
  readonly trail?: readonly (readonly [label: string, to: string])[]
  readonly children: ReactNode
}

type Trail = NonNullable<PageProps['trail']>

/** The title in the browser's tab. */
function useTabTitle(title: string): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title, t])
}

function TrailLinks({ trail }: { readonly trail: Trail }) {
  const { t } = useTranslation()
  if (trail.length === 0) return null
  return (
    <nav className="trail" aria-label={t('nav.where')}>
      {trail.map(([label, to]) => (
        <Link key={to} to={to}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

/** A page without a rail, for tables that need the width. */
export function WidePage({ title, about, trail = [], children }: Omit<PageProps, 'cites'>) {
  useTabTitle(title)
  return (
    <div className="wide">
      <TrailLinks trail={trail} />
      <h1>{title}</h1>
      {about && <div className="wide-about quiet">{about}</div>}
      {children}
    </div>
  )
}

/** A page with its rail: the title, then blocks, each with its articles in the margin. */
export function Page({ title, about, cites = [], trail = [], children }: PageProps) {
  useTabTitle(title)
  return (
    <div className="page">
      <TrailLinks trail={trail} />
      <header className="page-head railed">
        <Rail cites={cites} />
        <div>
          <h1>{title}</h1>
          {about && <div className="page-about">{about}</div>}
        </div>
      </header>
      {children}
    </div>
  )
}

type BlockProps = {
  readonly heading?: string
  readonly cites?: readonly string[]
  /** Gist lines under the marks of the rail. */
  readonly gist?: boolean
  /** Anything else the rail shows. */
  readonly aside?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}

/** A block of a page: its heading and its articles stand in the rail, on a phone just above it. */
export function Block({ heading, cites = [], gist = false, aside, id, children }: BlockProps) {
  return (
    <section
      className="block railed"
      {...(id ? { id } : {})}
      {...(heading ? { 'aria-label': heading } : {})}
    >
      <Rail cites={cites} gist={gist} aside={aside} heading={heading} />
      <div className="block-body">{children}</div>
    </section>
  )
}

type RailProps = {
  cites: readonly string[]
  gist?: boolean
  aside?: ReactNode
  heading?: string | undefined
}

function Rail({ cites, gist = false, aside, heading }: RailProps) {
  return (
    <div className="rail">
      {heading && <h2>{heading}</h2>}
      {cites.map((cite) => (
        <div key={cite} className="rail-mark">
          <ArticleMark cite={cite} gist={gist} />
        </div>
      ))}
      {aside}
    </div>
  )
}
