import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { applicant } from './zh-CN/applicant.ts'
import type { changes } from './zh-CN/changes.ts'
import type { clocks } from './zh-CN/clocks.ts'
import type { common } from './zh-CN/common.ts'
import type { drafts } from './zh-CN/drafts.ts'
import type { draws } from './zh-CN/draws.ts'
import type { editor } from './zh-CN/editor.ts'
import type { ledger } from './zh-CN/ledger.ts'
import type { meetings } from './zh-CN/meetings.ts'
import type { objections } from './zh-CN/objections.ts'
import type { office } from './zh-CN/office.ts'
import type { outbox } from './zh-CN/outbox.ts'
import type { people } from './zh-CN/people.ts'
import type { pool } from './zh-CN/pool.ts'
import type { open } from './zh-CN/public.ts'
import type { sanctions } from './zh-CN/sanctions.ts'
import type { versions } from './zh-CN/versions.ts'

export type WordList =
  | 'common'
  | 'public'
  | 'applicant'
  | 'office'
  | 'editor'
  | 'people'
  | 'outbox'
  | 'sanctions'
  | 'changes'
  | 'clocks'
  | 'ledger'
  | 'meetings'
  | 'versions'
  | 'objections'
  | 'pool'
  | 'draws'
  | 'drafts'
export type LanguageTag = 'zh-CN' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    keySeparator: false
    returnNull: false
    resources: {
      common: typeof common
      public: typeof open
      applicant: typeof applicant
      office: typeof office
      editor: typeof editor
      people: typeof people
      clocks: typeof clocks
      outbox: typeof outbox
      sanctions: typeof sanctions
      changes: typeof changes
      ledger: typeof ledger
      meetings: typeof meetings
      versions: typeof versions
      objections: typeof objections
      pool: typeof pool
      draws: typeof draws
      drafts: typeof drafts
    }
  }
}

/** Each desk's words are fetched with the desk, in the language spoken. */
const lists: Record<LanguageTag, Record<WordList, () => Promise<object>>> = {
  'zh-CN': {
    common: () => import('./zh-CN/common.ts').then((m) => m.common),
    public: () => import('./zh-CN/public.ts').then((m) => m.open),
    applicant: () => import('./zh-CN/applicant.ts').then((m) => m.applicant),
    office: () => import('./zh-CN/office.ts').then((m) => m.office),
    editor: () => import('./zh-CN/editor.ts').then((m) => m.editor),
    people: () => import('./zh-CN/people.ts').then((m) => m.people),
    clocks: () => import('./zh-CN/clocks.ts').then((m) => m.clocks),
    outbox: () => import('./zh-CN/outbox.ts').then((m) => m.outbox),
    sanctions: () => import('./zh-CN/sanctions.ts').then((m) => m.sanctions),
    changes: () => import('./zh-CN/changes.ts').then((m) => m.changes),
    ledger: () => import('./zh-CN/ledger.ts').then((m) => m.ledger),
    meetings: () => import('./zh-CN/meetings.ts').then((m) => m.meetings),
    versions: () => import('./zh-CN/versions.ts').then((m) => m.versions),
    objections: () => import('./zh-CN/objections.ts').then((m) => m.objections),
    pool: () => import('./zh-CN/pool.ts').then((m) => m.pool),
    draws: () => import('./zh-CN/draws.ts').then((m) => m.draws),
    drafts: () => import('./zh-CN/drafts.ts').then((m) => m.drafts),
  },
  en: {
    common: () => import('./en/common.ts').then((m) => m.common),
    public: () => import('./en/public.ts').then((m) => m.open),
    applicant: () => import('./en/applicant.ts').then((m) => m.applicant),
    office: () => import('./en/office.ts').then((m) => m.office),
    editor: () => import('./en/editor.ts').then((m) => m.editor),
    people: () => import('./en/people.ts').then((m) => m.people),
    clocks: () => import('./en/clocks.ts').then((m) => m.clocks),
    outbox: () => import('./en/outbox.ts').then((m) => m.outbox),
    sanctions: () => import('./en/sanctions.ts').then((m) => m.sanctions),
    changes: () => import('./en/changes.ts').then((m) => m.changes),
    ledger: () => import('./en/ledger.ts').then((m) => m.ledger),
    meetings: () => import('./en/meetings.ts').then((m) => m.meetings),
    versions: () => import('./en/versions.ts').then((m) => m.versions),
    objections: () => import('./en/objections.ts').then((m) => m.objections),
    pool: () => import('./en/pool.ts').then((m) => m.pool),
    draws: () => import('./en/draws.ts').then((m) => m.draws),
    drafts: () => import('./en/drafts.ts').then((m) => m.drafts),
  },
}

const byFile: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(tag, list, done) {
    lists[tag as LanguageTag][list as WordList]().then(
      (words) => done(null, words),
      (error: Error) => done(error, null),
    )
  },
}

const KEPT = 'banfa.language'

function keptLanguage(): LanguageTag {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

/** Loads the words every page needs; Chinese unless the reader chose otherwise before. */
export async function openWords(): Promise<void> {
  await i18next
    .use(byFile)
    .use(initReactI18next)
    .init({
      lng: keptLanguage(),
      supportedLngs: ['zh-CN', 'en'],
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['common', 'public'],
      defaultNS: 'common',
      keySeparator: false,
      interpolation: { escapeValue: false },
    })
  document.documentElement.lang = i18next.language
}

/** Switches every word of the page and keeps the choice for the next visit. */
export async function speak(tag: LanguageTag): Promise<void> {
  await i18next.changeLanguage(tag)
  document.documentElement.lang = tag
  try {
    localStorage.setItem(KEPT, tag)
  } catch {
    // Forbidden storage: the choice lasts for this visit.
  }
}
