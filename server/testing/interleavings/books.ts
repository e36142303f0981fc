import type { Program, Stage } from '@banfa/policy/run'
import { foldCase, type Happened, isOpen } from '../../src/cases/case.ts'
import { deadlineOf } from '../../src/cases/deadlines.ts'
import { answerOf, serviceOf } from '../../src/cases/engine.ts'
import { settledText } from '../../src/cases/text-of-case.ts'
import { viewRoute } from '../../src/cases/view-route.ts'
import {
  addDays,
  canonicalJson,
  type Day,
  day,
  type Json,
  publishedCalendar,
} from '../../src/kernel/index.ts'
import { textForFiling } from '../../src/rulebook/index.ts'
import { SERVICE } from '../case-office.ts'
import { type Command, FIRST, programOf, type Slot } from './commands.ts'

/** What a case answers: nothing of it may change but by an act on that case. */
export type Answers = {
  readonly version: string
  readonly verdict: string
  readonly route: string
  readonly due: Day | null
}

export type Seen = {
  readonly isOpen: boolean
  readonly filings: number
  readonly answers: Answers
}

type Call = { readonly pinned: Program; readonly closes: Day }

type Held = Call & {
  readonly entries: readonly Happened[]
  readonly area: string
  readonly filing: { readonly area: string; readonly on: Day } | null
}

/**
 * The books kept by hand: versions, acts that put one in force, the last call, and two applicants'
 * cases. What the cases answer comes from the decision core: fold, seam, evaluator, clock, route.
 */
export type Books = {
  today: Day
  seq: number
  readonly versions: Program[]
  readonly inForce: { readonly from: Day; readonly program: Program }[]
  call: Call
  readonly held: [Held | null, Held | null]
}

export const START = day('2026-03-02')
export const CALL_DAYS = 60
const calendar = publishedCalendar()

export function openBooks(pack: string): Books {
  const program = programOf(pack, FIRST)
  return {
    today: START,
    seq: 0,
    versions: [program],
    inForce: [{ from: START, program }],
    call: { pinned: program, closes: addDays(START, CALL_DAYS) },
    held: [null, null],
  }
}

export function inForceToday({ inForce, today }: Books): Program | null {
  return inForce.findLast(({ from }) => from <= today)?.program ?? null
}

/** The version a command means by its number. */
export function picked({ versions }: Books, pick: number): Program {
  const program = versions[pick % versions.length]
  if (!program) throw new Error('no version was published')
  return program
}

export function enterInBooks(books: Books, command: Command): void {
  switch (command.do) {
    case 'publish': {
      const program = programOf(books.call.pinned.pack, command.what)
      if (!books.versions.includes(program)) books.versions.push(program)
      return
    }
    case 'enact': {
      const from = addDays(books.today, command.in)
      const last = books.inForce.at(-1)
      if (last && from <= last.from) return
      books.inForce.push({ from, program: picked(books, command.pick) })
      return
    }
    case 'call': {
      const pinned = inForceToday(books)
      if (!pinned || !Object.hasOwn(pinned.services, SERVICE)) return
      books.call = { pinned, closes: addDays(books.today, CALL_DAYS) }
      return
    }
    case 'day':
      books.today = addDays(books.today, command.by)
      return
    case 'edit':
      return
    default:
      books.held[command.slot] = onCase(books, command)
  }
}

function onCase(books: Books, command: Extract<Command, { slot: Slot }>): Held | null {
  const held = books.held[command.slot]
  const stage = (held && foldCase(held.entries)?.stage) ?? 'withdrawn'
  if (command.do === 'start') return isOpen(stage) ? held : started(books, command.area)
  return held && isOpen(stage) ? onOpenCase(books, held, { command, stage }) : held
}

type OnOpen = Exclude<Extract<Command, { slot: Slot }>, { do: 'start' }>

function onOpenCase(books: Books, held: Held, of: { command: OnOpen; stage: Stage }): Held {
  const isWritten = of.stage === 'draft' || of.stage === 'returned'
  switch (of.command.do) {
    case 'withdraw':
      return happen(books, held, { act: 'withdraw' })
    case 'return':
      return of.stage === 'filed' ? happen(books, held, RETURNED) : held
    case 'type':
      return isWritten ? { ...held, area: of.command.area } : held
    default:
      return isWritten ? filed(books, held) : held
  }
}

const RETURNED = { act: 'return', detail: { missing: [], document: '' } }

function started(books: Books, area: string): Held {
  return happen(books, { ...books.call, entries: [], area, filing: null }, { act: 'start' })
}

function filed(books: Books, held: Held): Held {
  const program = textOf(books, held)
  const filings = foldCase(held.entries)?.filings ?? 0
  const text = settledText({ state: { filings }, call: held.pinned, program })
  const detail = { filing: '', receipt: '', ordinal: filings + 1, hash: '', digest: '', ...text }
  const filing = { area: held.area, on: books.today }
  return { ...happen(books, held, { act: 'file', detail }), filing }
}

function happen(books: Books, held: Held, of: { act: string; detail?: Json }): Held {
  const actor = { kind: 'person', id: 'somebody', name: '某人' } as unknown as Happened['actor']
  const { act, detail = {} } = of
  books.seq += 1
  const entry: Happened = { seq: books.seq, act, on: books.today, actor, detail }
  return { ...held, entries: [...held.entries, entry] }
}

function textOf(books: Books, { pinned, entries }: Held): Program {
  const state = foldCase(entries)
  const text = state?.text
  if (text) return books.versions.find((one) => one.digest === text.digest) ?? pinned
  if (state && state.filings > 0) return pinned
  return textForFiling(pinned, inForceToday(books), { service: SERVICE, on: books.today })
}

/** Byte for byte, whatever order a database keeps keys in. */
export const written = (part: unknown): string => canonicalJson(part as Json)

/** What a filed case answers by the core; null while nothing is filed. */
export function seenInBooks(books: Books, slot: Slot): Seen | null {
  const held = books.held[slot]
  const state = held && foldCase(held.entries)
  if (!held?.filing || !state) return null
  const program = textOf(books, held)
  const service = serviceOf(program, SERVICE)
  const facts = { 'registered-place': 'urumqi', 'floor-area': held.filing.area }
  const on = held.filing.on
  const outcome = answerOf(program, service, { facts, papers: [], judged: state.judged, on })
  const counted = { limits: {}, closesOn: held.closes, calendar, today: books.today }
  const due = deadlineOf(state, { service, ...counted })?.on ?? null
  const { version } = program
  const route = written(viewRoute({ program, service, state }))
  const answers = { version, verdict: written(outcome), route, due }
  return { isOpen: isOpen(state.stage), filings: state.filings, answers }
}
