import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskOf, type Person, usePerson, useSigning, useZone } from '../../api/session.ts'
import { chooseTheme, useTheme } from '../../ui/theme.ts'
import { speak } from '../../words/i18n.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import { Today } from './today.tsx'

/** Zone, pages, the day, search, language, theme, and who is signed in. */
export function Header({ onFind }: { onFind: () => void }) {
  const { t } = useTranslation()
  const say = useSay()
  const zone = useZone().data
  const [unfolded, setUnfolded] = useState(false)
  const open = unfolded ? 'head-open' : ''
  return (
    <header className="frame-head">
      <div className="head-row">
        <Link to="/" className="brand">
          {t('brand')}
          {zone && <span className="brand-zone">{say(zone.title)}</span>}
        </Link>
        <button
          type="button"
          className="head-btn head-find"
          onClick={onFind}
          aria-keyshortcuts="Control+K /"
        >
          {t('palette.open')} <kbd>Ctrl K</kbd>
        </button>
        <button
          type="button"
          className="head-btn head-menu"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('nav.menu')}
        </button>
        <Pages open={open} onGo={() => setUnfolded(false)} />
        <div className={`head-tools ${open}`}>
          <Today />
          <LanguageSwitch />
          <ThemeSwitch />
          <Signed />
        </div>
      </div>
    </header>
  )
}

function Pages({ open, onGo }: { open: string; onGo: () => void }) {
  const { t } = useTranslation()
  const person = usePerson()
  const desk = person ? deskOf(person) : null
  const pages = [
    ['/measures', t('nav.measures')],
    ['/calls', t('nav.calls')],
    ['/notices', t('nav.notices')],
    ['/drafts', t('nav.drafts')],
    ['/verify', t('nav.verify')],
    ['/who', t('nav.who')],
    ...(desk ? [[desk, t(desk === '/apply' ? 'nav.apply' : 'nav.office')] as const] : []),
  ] as const
  return (
    <nav className={`head-nav ${open}`} aria-label={t('nav.main')}>
      {pages.map(([to, label]) => (
        <Link key={to} to={to} onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation()
  const language = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh-CN'
  return (
    <button
      type="button"
      className="head-btn"
      title={t('language.switch')}
      lang={other}
      onClick={() => void speak(other)}
    >
      {language === 'zh' ? 'English' : '中文'}
    </button>
  )
}

function ThemeSwitch() {
  const { t } = useTranslation()
  const theme = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      className="head-btn"
      title={t('theme.switch')}
      onClick={() => chooseTheme(other)}
    >
      {t(`theme.${other}`)}
    </button>
  )
}

function Signed() {
  const { t } = useTranslation()
  const person = usePerson()
  const signing = useSigning()
  if (!person) {
    return (
      <Link to="/sign-in" className="head-btn head-find">
        {t('sign.in')}
      </Link>
    )
  }
  return (
    <>
      <Link to="/me" className="head-btn" title={t('sign.as', { name: person.name })}>
        {person.name}
      </Link>
      <Acting person={person} />
      <button type="button" className="head-btn" onClick={() => void signing.signOut()}>
        {t('sign.out')}
      </button>
    </>
  )
}

/** Somebody who acts for several organisations goes from one to another here. */
function Acting({ person }: { person: Person }) {
  const { t } = useTranslation()
  const router = useRouter()
  if (person.parties.length < 2) return null
  return (
    <select
      className="head-btn"
      aria-label={t('sign.acting')}
      value=""
      onChange={(event) => void router.navigate({ href: event.target.value })}
    >
      <option value="" disabled>
        {t('sign.acting')}
      </option>
      <option value="/apply">{t('sign.acting-all')}</option>
      {person.parties.map((party) => (
        <option key={party.id} value={`/apply/organisations/${party.id}`}>
          {party.name}
        </option>
      ))}
    </select>
  )
}
