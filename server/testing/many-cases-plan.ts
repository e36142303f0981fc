import { asks, type Program, type Service } from '@banfa/policy/run'
import { type CallRow, getCall } from '../src/cases/call-store.ts'
import { serviceOf } from '../src/cases/engine.ts'
import type { CallId, CaseId, FilingId } from '../src/cases/ids.ts'
import { listOffices, type Office } from '../src/identity/index.ts'
import {
  addDays,
  type Day,
  type Json,
  loadCalendar,
  newId,
  type PartyId,
  type WorkingCalendar,
  type WriteTx,
} from '../src/kernel/index.ts'
import { bodyCheck, codeCheck } from '../src/registries/credit-code.ts'
import { getProgram } from '../src/rulebook/index.ts'

/** Histories of acts; the mix of a zone in the middle of a year. */
const HISTORIES: readonly (readonly string[])[] = [
  [],
  ['file'],
  ['file'],
  ['file', 'return'],
  ['file', 'return', 'file'],
  ['file', 'accept'],
  ['file', 'accept', 'judge'],
  ['file', 'accept', 'judge', 'recommend'],
  ['file', 'accept', 'judge', 'recommend', 'assign'],
  ['file', 'accept', 'judge', 'recommend', 'assign', 'conclude-review'],
  ['file', 'accept', 'judge', 'recommend', 'assign', 'conclude-review', 'deliberate'],
  ['file', 'accept', 'judge', 'recommend', 'assign', 'conclude-review', 'deliberate', 'publicise'],
  'file accept judge recommend assign conclude-review deliberate publicise propose'.split(' '),
  'file accept judge recommend assign conclude-review deliberate publicise propose decide'.split(
    ' ',
  ),
  'file accept judge recommend assign conclude-review deliberate publicise propose decide certify'.split(
    ' ',
  ),
  ['file', 'accept', 'judge', 'refuse'],
  ['file', 'withdraw'],
]

/** What all seeded cases of a call stand on. */
export type Ground = {
  readonly call: CallRow
  readonly program: Program
  readonly service: Service
  readonly offices: readonly Office[]
  readonly calendar: WorkingCalendar
  readonly today: Day
  readonly facts: Readonly<Record<string, Json>>
}

/** One case to be: whose it is and what will have happened. */
export type Seed = {
  readonly index: number
  readonly id: CaseId
  readonly party: PartyId
  readonly name: string
  readonly code: string
  readonly office: Office
  readonly acts: readonly string[]
  readonly start: Day
  readonly filing: FilingId
}

export async function groundOf(tx: WriteTx, callId: CallId): Promise<Ground> {
  const call = await getCall(tx, callId)
  const program = await getProgram(tx, call.pack, call.version)
  const service = serviceOf(program, call.services[0]?.name ?? '')
  const offices = (await listOffices(tx)).filter((one) => one.level === 'district')
  const calendar = await loadCalendar(tx)
  return {
    call,
    program,
    service,
    offices,
    calendar,
    today: tx.today,
    facts: factsFor(program, service),
  }
}

function factsFor(program: Program, service: Service): Record<string, Json> {
  const plausible: Readonly<Record<string, Json>> = {
    flag: true,
    day: '2024-01-01',
    text: '说明',
    share: '0.5',
  }
  return Object.fromEntries(
    asks(program, service.name).flatMap((ask) => {
      if (ask.kind !== 'fact') return []
      const { name, type, options } = ask.fact
      const option = options[0]?.value ?? ''
      const value =
        type === 'choice' ? option : type === 'choices' ? [option] : (plausible[type] ?? '600')
      return [[name, value] as const]
    }),
  )
}

export function seedOf(ground: Ground, index: number): Seed {
  const office = ground.offices[index % ground.offices.length]
  if (!office) throw new Error('the zone has no district office')
  const body = `MB${String(index).padStart(6, '0')}`
  const first = `91650199${body}${bodyCheck(body)}`
  return {
    index,
    id: newId<CaseId>(),
    party: newId<PartyId>(),
    name: `第${index}号孵化器有限公司`,
    code: `${first}${codeCheck(first)}`,
    office,
    acts: HISTORIES[index % HISTORIES.length] ?? [],
    start: addDays(ground.today, -(index % 60) - 1),
    filing: newId<FilingId>(),
  }
}

export const readersOf = (seed: Seed): string[] =>
  seed.acts.length > 0 ? [seed.party, seed.office.id] : [seed.party]
