import { stepFor } from '@banfa/policy/run'
import { listAttachments, openFolder } from '../documents/index.ts'
import { newId, nextNumber, sealRows, type WriteTx } from '../kernel/index.ts'
import { getParty, type Party, recordFacts, registerParty } from '../registries/index.ts'
import { factsAsked, gatherFacts, valuesOf } from './answers.ts'
import { append } from './append.ts'
import { addReaders, type FilingRow, insertFiling, setPartner } from './case-store.ts'
import { limitSet } from './deadlines.ts'
import type { FilingId } from './ids.ts'
import type { FileInput } from './inputs.ts'
import { knownFor } from './known-facts.ts'
import { aboutCase, issueLetter } from './letters.ts'
import { lockCase, type OpenCase, subjectOf } from './open-case.ts'
import { printed } from './printed-number.ts'
import { refuseStale } from './save-draft.ts'
import { FILINGS } from './sealed.ts'
import { papersOf, type SealedPaper, sealOf } from './sealing.ts'
import { permitAct } from './standing.ts'
import { refuseBarred, refuseUnlessOpen } from './start-case.ts'
import { tell } from './tell.ts'
import { settledText } from './text-of-case.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Files the application 申报: seals what is there, gives a receipt. Only what takes the right to
 * apply away is refused (`case.call-closed`, `case.barred`); what is missing is told at once by the
 * district afterwards (行政许可法 第32条, ADR 0031). A corrected filing may come after the call closed.
 */
export async function fileApplication(tx: WriteTx, input: FileInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'file')
  refuseUnlessNext(open, 'file')
  refuseStale(open, input.revision)
  if (open.state.filings === 0) refuseUnlessOpen(tx, open.call)
  await refuseBarred(tx, { party: { id: open.board.party_id }, service: open.service.name })
  const party = await getParty(tx, open.board.party_id)
  const filing = await seal(tx, open, party)
  await declareFacts(tx, open)
  await insertFiling(tx, filing)
  await sealRows(tx, FILINGS, [filing.id])
  await addReaders(tx, open.id, [open.board.office_id])
  await openFolder(tx, {
    subject: subjectOf(open.id),
    party: party.id,
    office: open.board.office_id,
  })
  await issueReceipt(tx, open, filing)
  // Registering writes to the record, whose lock comes after those of the number series.
  await rememberPartner(tx, open)
  const { id, receipt, ordinal, hash, digest } = filing
  const acted = await append(tx, open, {
    act: 'file',
    standing,
    detail: { filing: id, receipt, ordinal, hash, digest, ...settledText(open) },
    readers: [open.board.office_id],
  })
  await tell(tx, { type: 'case.filed', payload: { case: open.id, party: party.id, receipt } })
  return acted
}

/** A foreign partner that names its register entry becomes a party, so that conflicts can be seen. */
async function rememberPartner(tx: WriteTx, open: OpenCase): Promise<void> {
  const { partner } = open.data
  if (!open.service.joint || !partner?.registrationNumber) return
  const { name, country, registrationNumber } = partner
  const foreign = await registerParty(tx, { kind: 'foreign', name, country, registrationNumber })
  await setPartner(tx, open.id, foreign.id)
}

async function seal(tx: WriteTx, open: OpenCase, party: Party): Promise<FilingRow> {
  const facts = factsAsked(open.program, open.service)
  const known = await knownFor(tx, party.id, open.program)
  const lineage = gatherFacts(facts, open.data.answers, known)
  const papers = papersOf(await listAttachments(tx, subjectOf(open.id)))
  const ordinal = open.state.filings + 1
  const { number, year } = await nextNumber(tx, 'filing')
  const values = valuesOf(lineage)
  const hash = sealOf({
    case: open.id,
    ordinal,
    call: open.call.number,
    service: open.service.name,
    pack: open.program.pack,
    version: open.program.version,
    digest: open.program.digest,
    party: { id: party.id, name: party.name, creditCode: party.creditCode },
    partner: open.data.partner,
    facts: values,
    papers,
    filedOn: tx.today,
  })
  return {
    id: newId<FilingId>(),
    case_id: open.id,
    ordinal,
    receipt: printed('申', year, number),
    filed_on: tx.today,
    facts: values,
    lineage,
    papers,
    partner: open.data.partner,
    digest: open.program.digest,
    hash,
  }
}

/** What was typed becomes known of the party, so that the next form need not ask it again. */
async function declareFacts(tx: WriteTx, open: OpenCase): Promise<void> {
  const known = await knownFor(tx, open.board.party_id, open.program)
  const facts = factsAsked(open.program, open.service).flatMap(({ name, subject }) => {
    const value = open.data.answers[name]
    const isLocked = known.some((one) => one.name === name && one.subject === subject && one.locked)
    return value === undefined || isLocked ? [] : [{ name, subject, value }]
  })
  const title = { zh: '申报单位填报', en: 'Stated by the applicant' }
  await recordFacts(tx, {
    party: open.board.party_id,
    facts,
    source: { kind: 'applicant', title },
  })
}

async function issueReceipt(tx: WriteTx, open: OpenCase, filing: FilingRow): Promise<void> {
  const step = stepFor(open.service, 'accept')
  await issueLetter(tx, open, {
    kind: 'receipt',
    series: '申收',
    from: open.program.offices[step?.by ?? '']?.title ?? open.program.title,
    content: {
      ...(await aboutCase(tx, open)),
      of: 'filed',
      call: open.call.number,
      filedOn: tx.today,
      papers: printedPapers(open, filing.papers),
      seal: filing.hash,
      next: nextStep(open),
    },
  })
}

export function printedPapers(open: OpenCase, papers: readonly SealedPaper[]) {
  return papers.flatMap(({ paper, files }) => {
    const title = open.service.papers.find((one) => one.name === paper)?.title
    return title ? files.map(({ sha256 }) => ({ title, sha256 })) : []
  })
}

function nextStep(open: OpenCase) {
  const step = stepFor(open.service, 'accept')
  const limit = limitSet(step?.within ?? null, open.call.limits.accept)
  const office = open.program.offices[step?.by ?? '']?.title ?? { zh: '', en: '' }
  const days = limit?.length ?? 0
  return {
    zh: `${office.zh}将在${days}个工作日内告知受理，或者一次性告知需要补正的全部内容。`,
    en: `${office.en} will accept, or tell everything to be corrected at once, within ${days} working days.`,
  }
}
