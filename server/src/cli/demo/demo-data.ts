import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Duty, Json, OfficeLevel, Words } from '../../kernel/index.ts'
import type { PartyKind } from '../../registries/index.ts'

type OfficeData = { key: string; level: OfficeLevel; district?: string; zh: string; en: string }
type OfficerData = {
  login: string
  name: string
  office: string
  district?: string
  duties: Duty[]
  title: Words
  can: Words
}
type ExpertData = {
  login: string
  name: string
  employer: string
  title: string
  fields: string[]
  can?: Words
}
type ApplicantData = { login: string; name: string; party: string; can: Words }

type AreaData = {
  code: string
  kind: 'city' | 'district' | 'functional-zone'
  zh: string
  en: string
  districts?: string[]
}
type PowerData = {
  zh: string
  en: string
  kind: 'confirmation' | 'service' | 'duty'
  level: AreaData['kind']
  office: string
  law: string
  cite: string
  'share-zh'?: string
  'share-en'?: string
}

export type People = {
  readonly areas: readonly AreaData[]
  readonly powers: readonly PowerData[]
  readonly offices: readonly OfficeData[]
  readonly officers: readonly OfficerData[]
  readonly experts: readonly ExpertData[]
  readonly applicants: readonly ApplicantData[]
}

export type PartyData = {
  readonly key: string
  readonly kind: PartyKind
  readonly name: string
  readonly 'name-en': string
  readonly 'credit-code': string
  readonly district: string
  readonly facts?: Readonly<Record<string, Json>>
}

/** What a story does, in the order of its days; the day of each. */
export type Beat =
  | 'start'
  | 'file'
  | 'accept'
  | 'return'
  | 'recommend'
  | 'assign'
  | 'judge'
  | 'conclude-review'
  | 'deliberate'
  | 'propose'
  | 'decide'
  | 'refuse'
  | 'certify'
  | 'revoke'

export type Story = {
  readonly key: string
  readonly service: string
  readonly call: string
  readonly partner?: {
    readonly name: string
    readonly country: string
    readonly registration: string
  }
  readonly answers: Readonly<Record<string, Json>>
  readonly 'papers-missing'?: readonly string[]
  readonly 'judged-by'?: number
  readonly beats: Readonly<Partial<Record<Beat | 'notice', string>>>
  readonly refuse?: { readonly reason: string }
  readonly return?: { readonly remarks: string }
  readonly revoke?: { readonly sanction: string; readonly found: string; readonly reason: string }
}

type Enacted = {
  readonly pack: string
  readonly on: string
  readonly from: string
  readonly by: string
  readonly reason: string
}

export type Stories = {
  readonly today: string
  /** The first is the measure of the stories. */
  readonly enacted: readonly [Enacted, ...Enacted[]]
  readonly calls: readonly {
    key: string
    /** Of which measure; absent: that of the stories. */
    pack?: string
    on: string
    by: string
    opens: string
    closes: string
    zh: string
    en: string
  }[]
  readonly notices: readonly {
    key: string
    on: string
    cases: readonly string[]
    zh: string
    en: string
  }[]
  readonly objections: readonly {
    on: string
    notice: string
    of: string
    name: string
    contact: string
    grounds: string
  }[]
  readonly stories: readonly Story[]
}

/** A draft made from an installed version by changing its text. */
export type RevisedData = {
  readonly pack: string
  readonly from: string
  readonly on: string
  readonly by: string
  readonly changes: readonly { readonly file: string; readonly was: string; readonly is: string }[]
}

export type ConsultationData = {
  readonly zh: string
  readonly en: string
  /** A document beside the data files; absent where it is about the revised draft. */
  readonly text?: string
  readonly note: string
  readonly contact: string
  readonly opens: string
  readonly closes: string
  readonly comments: readonly {
    readonly on: string
    readonly article?: string
    readonly name: string
    readonly contact: string
    readonly says: string
  }[]
  /** `of` counts the comments from 1. */
  readonly answers?: readonly {
    readonly of: readonly number[]
    readonly outcome: 'adopted' | 'partly' | 'not-adopted'
    readonly gist: string
    readonly reason: string
  }[]
  readonly summary?: { readonly on: string; readonly remarks: string }
}

export type DemoData = {
  readonly people: People
  readonly parties: readonly PartyData[]
  readonly stories: Stories
  readonly revised: RevisedData
  readonly consultations: readonly ConsultationData[]
}

/** The demo's people, organisations and stories, from the data files beside the server. */
export async function readDemoData(root: string): Promise<DemoData> {
  const read = async (name: string) =>
    parse(await readFile(join(root, 'server/demo', name), 'utf8'))
  const [people, parties, stories, consulted] = [
    await read('people.yaml'),
    await read('parties.yaml'),
    await read('stories.yaml'),
    await read('consultations.yaml'),
  ]
  const { revised, consultations } = consulted
  return { people, parties: parties.parties, stories, revised, consultations }
}
