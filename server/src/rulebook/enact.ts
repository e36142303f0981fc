import type { Program } from '@banfa/policy/run'
import { announce, day, record, refusal, type WriteTx } from '../kernel/index.ts'
import { inForceOn } from './in-force.ts'
import type { EnactInput, Enactment } from './measure.ts'
import { loadProgram } from './programs.ts'
import { insertEnactment, type Made, selectEnactments } from './rulebook-store.ts'

/**
 * Puts a version in force by a dated act with a reason. Acts of a pack follow one another: a new
 * one takes effect after the last, so no day in force is ever taken back. A consultation draft is
 * put in force only so, and the act goes on saying that it was a draft (ADR 0024).
 */
export async function enact(tx: WriteTx, input: EnactInput): Promise<Enactment> {
  const program = await loadProgram(tx, input)
  const made = decide(tx, program, input)
  const before = await selectEnactments(tx, input.pack)
  const last = before.at(-1)
  if ((last && last.from >= made.from) || !(await insertEnactment(tx, made))) {
    return refusal(
      'rulebook.enactment-conflict',
      { version: last?.version ?? '', from: last?.from ?? made.from },
      { field: 'from' },
    )
  }
  await record(tx, {
    act: 'measure.enact',
    subject: { kind: 'measure', id: made.pack },
    reason: made.reason,
    as: input.as ?? null,
    detail: { version: made.version, digest: made.digest, from: made.from, draft: made.draft },
  })
  await announce(tx, { type: 'measure.enacted', payload: { pack: made.pack, from: made.from } })
  return inForceOn([...before, made], made.from) ?? refusal('rulebook.enactment-conflict')
}

function decide(tx: WriteTx, program: Program, input: EnactInput): Made {
  const reason = input.reason.trim()
  if (reason.length < 4) refusal('rulebook.reasonless-enactment', {}, { field: 'reason' })
  const until = input.until ?? (program.validUntil === null ? null : day(program.validUntil))
  const made: Made = {
    pack: program.pack,
    version: program.version,
    digest: program.digest,
    draft: program.state === 'consultation-draft',
    from: input.from,
    until,
    person: tx.actor.kind === 'person' ? tx.actor.person : null,
    by: nameOf(tx),
    office: input.as?.officeName ?? null,
    on: tx.today,
    reason,
  }
  refuseOutsideValidity(program, made)
  return made
}

function nameOf({ actor }: WriteTx): string {
  if (actor.kind === 'person') return actor.name
  return actor.kind === 'system' ? actor.job : 'visitor'
}

/** The text's own period binds the office that applies it. */
function refuseOutsideValidity(program: Program, made: Made): void {
  const { validFrom, validUntil } = program
  const early = validFrom !== null && made.from < validFrom
  const late = validUntil !== null && made.from > validUntil
  const long = validUntil !== null && (made.until === null || made.until > validUntil)
  if (!early && !late && !long) return
  refusal(
    'rulebook.outside-validity',
    { from: validFrom ?? '…', until: validUntil ?? '…' },
    { field: early || late ? 'from' : 'until' },
  )
}
