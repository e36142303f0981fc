import { isOpen } from '../../src/cases/case.ts'
import { acts, type CallId, type CaseId, calls, drafts, views } from '../../src/cases/index.ts'
import { addDays, type PersonActor, Refusal } from '../../src/kernel/index.ts'
import { enact, install } from '../../src/rulebook/index.ts'
import { anotherApplicant, type CaseOffice, openCaseOffice, SERVICE } from '../case-office.ts'
import { type Books, CALL_DAYS, picked, type Seen, START, written } from './books.ts'
import { type Command, editedProgram, FIRST, programOf, type Slot } from './commands.ts'

/** The same commands by the product's use cases, on the database. */
export type InOffice = {
  readonly at: CaseOffice
  readonly applicants: readonly [PersonActor, PersonActor]
  call: CallId
  readonly cases: [CaseId | null, CaseId | null]
}

export async function openOfficeForMany(): Promise<InOffice> {
  const at = await openCaseOffice(START)
  return {
    at,
    applicants: [at.applicant, await anotherApplicant(at)],
    call: at.call,
    cases: [null, null],
  }
}

/** Begins a sequence on a measure of its own, with nothing open and the day set back. */
export async function beginAnew(office: InOffice, books: Books): Promise<void> {
  for (const slot of [0, 1] as const) await enterInOffice(office, { do: 'withdraw', slot }, books)
  office.cases.fill(null)
  const { zone } = office.at
  zone.setToday(START)
  const { pack, version } = programOf(books.call.pinned.pack, FIRST)
  await zone.asSystem(async (tx) => {
    await install(tx, books.call.pinned)
    await enact(tx, { pack, version, from: START, reason: '测试施行' })
  })
  await openTheCall(office, pack)
}

/** A refusal is an answer; whatever else is thrown is a fault. `books` are as before the command. */
export async function enterInOffice(
  office: InOffice,
  command: Command,
  books: Books,
): Promise<void> {
  await enter(office, command, books).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

async function enter(office: InOffice, command: Command, books: Books): Promise<void> {
  const { zone } = office.at
  const { pack } = books.call.pinned
  switch (command.do) {
    case 'publish':
      await zone.asSystem((tx) => install(tx, programOf(pack, command.what)))
      return
    case 'edit':
      await zone.asSystem((tx) => install(tx, editedProgram(picked(books, command.pick))))
      return
    case 'enact': {
      const { version } = picked(books, command.pick)
      const from = addDays(books.today, command.in)
      await zone.asSystem((tx) => enact(tx, { pack, version, from, reason: '新版本施行' }))
      return
    }
    case 'call':
      await openTheCall(office, pack)
      return
    case 'day':
      zone.setToday(addDays(books.today, command.by))
      return
    default:
      await onCase(office, command)
  }
}

async function openTheCall(office: InOffice, pack: string): Promise<void> {
  const { zone, city } = office.at
  const opensOn = zone.clock.today()
  const title = { zh: '申报通知', en: 'Call' }
  const dates = { opensOn, closesOn: addDays(opensOn, CALL_DAYS) }
  const asked = { pack, services: [SERVICE], title, ...dates }
  office.call = (await zone.writing(city, (tx) => calls.open(tx, asked))).id
}

async function onCase(office: InOffice, command: Extract<Command, { slot: Slot }>): Promise<void> {
  const { zone, district } = office.at
  const applicant = office.applicants[command.slot]
  if (command.do === 'start') return start(office, command)
  const caseId = office.cases[command.slot]
  if (!caseId) return
  if (command.do === 'return') {
    await zone.writing(district, (tx) => acts.return(tx, { caseId, remarks: '请补充说明。' }))
    return
  }
  if (command.do === 'withdraw') {
    await zone.writing(applicant, (tx) => acts.withdraw(tx, { caseId, reason: '不再申报。' }))
    return
  }
  if (command.do === 'type') return type(office, { ...command, caseId })
  const { revision } = await zone.reading(applicant, (tx) => views.case(tx, caseId))
  await zone.writing(applicant, (tx) => acts.file(tx, { caseId, revision }))
}

async function start(office: InOffice, { slot, area }: { slot: Slot; area: string }) {
  const applicant = office.applicants[slot]
  const [partyId] = applicant.parties
  if (!partyId) throw new Error('the applicant acts for nobody')
  const asked = { callId: office.call, service: SERVICE, partyId }
  const { caseId } = await office.at.zone.writing(applicant, (tx) => drafts.start(tx, asked))
  office.cases[slot] = caseId
  await type(office, { slot, area, caseId })
}

async function type(office: InOffice, of: { slot: Slot; area: string; caseId: CaseId }) {
  const { slot, area, caseId } = of
  const { zone } = office.at
  const applicant = office.applicants[slot]
  const { revision } = await zone.reading(applicant, (tx) => views.case(tx, caseId))
  const answers = { 'floor-area': area }
  await zone.writing(applicant, (tx) => drafts.save(tx, { caseId, revision, answers }))
}

/** What the bureau reads of the case; null while nothing is filed. */
export async function seenInOffice(office: InOffice, slot: Slot): Promise<Seen | null> {
  const { zone, city } = office.at
  const caseId = office.cases[slot]
  if (!caseId) return null
  const view = await zone
    .reading(city, (tx) => views.case(tx, caseId))
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'case.not-found') return null
      throw error
    })
  if (!view) return null
  const answers = {
    version: view.version,
    verdict: written(view.outcome),
    route: written(view.route),
    due: view.deadline?.on ?? null,
  }
  const filings = view.acts.filter(({ act }) => act === 'file').length
  return { isOpen: isOpen(view.stage), filings, answers }
}
