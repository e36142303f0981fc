import { asks } from '@banfa/policy/run'
import { type CaseState, foldCase } from '../src/cases/case.ts'
import type { NoticeId } from '../src/cases/ids.ts'
import { stored } from '../src/cases/tables.ts'
import {
  addDays,
  type Day,
  type Entry,
  type Instant,
  type Json,
  newId,
  type WriteTx,
  writer,
} from '../src/kernel/index.ts'
import { hashOf } from '../src/kernel/record/entry.ts'
import { holdHead, setHead } from '../src/kernel/record/record.ts'
import { type Ground, readersOf, type Seed } from './many-cases-plan.ts'

/** The notice that the cases of a batch are on. */
export const noticeOf = new WeakMap<Ground, NoticeId>()

function detailFor(ground: Ground, seed: Seed, act: string): Json {
  const judged = Object.fromEntries(judgedNames(ground).map((name) => [name, 'met']))
  switch (act) {
    case 'file':
      return { filing: seed.filing, receipt: `申〔2026〕${seed.index + 1}号`, ordinal: 1 }
    case 'assign':
      return { experts: 3 }
    case 'judge':
      return { answers: {}, reasons: {} }
    case 'conclude-review':
      return { answers: judged, tally: {} }
    case 'publicise': {
      const id = noticeOf.get(ground) ?? newId<NoticeId>()
      noticeOf.set(ground, id)
      const until = ground.calendar.addWorkingDays(ground.today, 5)
      return { notice: { id, number: `公示种〔2026〕${id.slice(-12)}号`, until } }
    }
    case 'certify':
      return {
        certificate: { number: `种〔2026〕${seed.index}号`, recognition: newId() },
        document: '',
        hash: '',
      }
    case 'refuse':
      return { findings: [], document: '' }
    case 'return':
      return { missing: [], document: '' }
    default:
      return {}
  }
}

function judgedNames({ program, service }: Ground): string[] {
  return asks(program, service.name).flatMap((ask) =>
    ask.kind === 'judgement' ? [ask.condition.name] : [],
  )
}

/** The acts of a batch as a true stretch of the record's chain; answers what each case folds to. */
export async function insertRecord(
  tx: WriteTx,
  ground: Ground,
  seeds: readonly Seed[],
): Promise<readonly CaseState[]> {
  noticeOf.delete(ground)
  let head = await holdHead(tx)
  const entries: Entry[] = []
  const states = seeds.map((seed) => {
    const own = ['start', ...seed.acts].map((act, turn): Entry => {
      const on = earlier(addDays(seed.start, turn), ground.today)
      const told = {
        seq: head.seq + 1,
        at: `${on}T04:00:00.000Z` as Instant,
        on,
        act,
        subject: { kind: 'case', id: seed.id },
        actor: { kind: 'system' as const, id: null, name: 'seed' },
        as: null,
        onBehalfOf: null,
        reason: null,
        cite: ground.service.cite,
        detail: detailFor(ground, seed, act),
        prev: head.hash,
      }
      const entry = { ...told, hash: hashOf(tx.zone, told) }
      head = { ...head, seq: entry.seq, hash: entry.hash }
      return entry
    })
    entries.push(...own)
    const state = foldCase(own)
    if (!state) throw new Error('a case without a start')
    return state
  })
  await writeEntries(tx, entries, seeds)
  await setHead(tx, head)
  return states
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

async function writeEntries(
  tx: WriteTx,
  entries: readonly Entry[],
  seeds: readonly Seed[],
): Promise<void> {
  type Tables = {
    record_entries: Record<string, unknown>
    record_readers: Record<string, unknown>
  }
  const rows = entries.map(({ on, subject, actor, detail, as: _, onBehalfOf: __, ...entry }) => ({
    ...entry,
    zone_id: tx.zone,
    on_day: on,
    subject_kind: subject.kind,
    subject_id: subject.id,
    actor: stored(actor),
    detail: stored(detail),
  }))
  for (let from = 0; from < rows.length; from += 2000) {
    await writer<Tables>(tx)
      .insertInto('record_entries')
      .values(rows.slice(from, from + 2000))
      .execute()
  }
  const readers = seeds.flatMap((seed) =>
    readersOf(seed).map((reader) => ({
      zone_id: tx.zone,
      subject_kind: 'case',
      subject_id: seed.id,
      reader,
    })),
  )
  await writer<Tables>(tx).insertInto('record_readers').values(readers).execute()
}
