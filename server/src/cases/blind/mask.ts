import type { Party } from '../../registries/index.ts'
import type { FilingVersion } from '../filing-changes.ts'
import type { OpenCase } from '../open-case.ts'
import type { SealedFile } from '../sealing.ts'
import type { Partner } from '../tables.ts'
import type { CaseView, PaperView } from '../views.ts'
import { labelOf, partyIdFor } from './blind.ts'

/**
 * A case as an expert of a blind review sees it: nothing that says whose it is, and nothing that
 * anybody wrote in words of their own, since a name may be in it. What is left is searched for the
 * names and numbers themselves.
 */
export function maskedView(view: CaseView, open: OpenCase): CaseView {
  const label = labelOf(view.id)
  const hidden = without(view, { names: namesIn(view.party, open), label })
  return {
    ...hidden,
    party: maskedParty(view.party, label, view.id),
    partner: null,
    acts: hidden.acts.map((act) => ({
      ...act,
      by: act.office === null ? label : act.by,
      reason: null,
      notes: [],
    })),
    papers: hidden.papers.map((paper) => maskedPaper(paper, open)),
    judgements: hidden.judgements.map((one) => ({ ...one, reasons: [] })),
    objections: [],
    notice: null,
    documents: [],
    certificate: null,
  }
}

function maskedParty({ kind }: Party, name: string, caseId: string): CaseView['party'] {
  return {
    id: partyIdFor(caseId),
    kind,
    name,
    nameEn: null,
    creditCode: null,
    district: null,
    office: null,
    country: null,
    registrationNumber: null,
    // The day of another event would say nothing, the party's own might.
    registeredOn: '1970-01-01' as Party['registeredOn'],
  }
}

/** Files are called what the paper is; of one withheld nothing is there. */
function maskedPaper(paper: PaperView, open: OpenCase): PaperView {
  const files = isWithheld(open, paper.paper) ? [] : paper.files
  return { ...paper, files: files.map((file, at) => ({ ...file, name: nameOf(paper, file, at) })) }
}

export function isWithheld({ state }: Pick<OpenCase, 'state'>, paper: string): boolean {
  return state.withheld?.includes(paper) ?? false
}

type Titled = Pick<PaperView, 'title'>

function nameOf({ title }: Titled, { name }: Pick<SealedFile, 'name'>, at: number): string {
  const kind = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0].toLowerCase() ?? ''
  return `${title.zh} ${at + 1}${kind}`
}

/** What a file of the filing that counts is called to the experts; null when it is not for them. */
export function maskedName(open: OpenCase, is: (file: SealedFile) => boolean): string | null {
  for (const { paper, files } of open.filing?.papers ?? []) {
    const at = files.findIndex(is)
    const file = files[at]
    const of = open.service.papers.find((one) => one.name === paper)
    if (file && of && !isWithheld(open, paper)) return nameOf(of, file, at)
  }
  return null
}

/** Filings without names of files, partner, or anything withheld. */
export function maskedFilings(
  filings: readonly FilingVersion[],
  { open, party }: { readonly open: OpenCase; readonly party: Party },
): FilingVersion[] {
  const hidden = { names: namesIn(party, open), label: labelOf(open.id) }
  return filings.map((filing) => ({
    ...filing,
    ...without({ facts: filing.facts }, hidden),
    partner: null,
    papers: filing.papers
      .filter(({ paper }) => !isWithheld(open, paper))
      .map((paper) => ({
        ...paper,
        added: paper.added.map((name, at) => nameOf(paper, { name }, at)),
        removed: paper.removed.map((name, at) => nameOf(paper, { name }, at)),
      })),
  }))
}

type Hidden = { readonly names: readonly string[]; readonly label: string }

/** Every name and number that says whose case it is, of people too, the longest first. */
function namesIn(party: Party, open: OpenCase): string[] {
  const partners = [open.data.partner, open.filing?.partner ?? null]
  const names = [
    ...[party.name, party.nameEn, party.creditCode, party.registrationNumber],
    ...partners.flatMap(namesOfPartner),
    ...open.entries.flatMap(({ as, actor }) =>
      as === null && actor.kind === 'person' ? [actor.name] : [],
    ),
  ]
  const known = names.filter((name) => name !== null && name.trim().length > 1) as string[]
  return [...new Set(known)].sort((a, b) => b.length - a.length)
}

function namesOfPartner(partner: Partner | null): string[] {
  return partner ? [partner.name, partner.registrationNumber] : []
}

/** The same plain data with the label wherever one of the names stands. */
function without<T>(data: T, { names, label }: Hidden): T {
  const hide = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, label), text)
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return hide(one)
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, walk(value)]))
  }
  return walk(data) as T
}
