import type { Limit, Sanction } from '@banfa/policy/run'
import { restoreCertificate, revokeCertificate } from '../../documents/index.ts'
import { addDays, addMonths, type Day, loadCalendar, type WriteTx } from '../../kernel/index.ts'
import {
  type Bar,
  demandRepayment,
  imposeBar,
  liftBar,
  liftRepayment,
  type RecognitionId,
  restoreRecognition,
  revokeRecognition,
} from '../../registries/index.ts'
import type { OpenProceeding } from './open-proceeding.ts'
import type { Imposed, Proceeding } from './proceeding.ts'

type Ground = { readonly cite: string; readonly reason: string }

/** Writes what the sanction does where every service reads it, in the decision's own transaction. */
export async function imposeEffects(
  tx: WriteTx,
  at: OpenProceeding,
  why: Ground,
): Promise<Imposed> {
  const { sanction } = at
  return {
    recognition: sanction.revokes ? await endRecognition(tx, at, why) : null,
    bar: sanction.bar ? barSaid(await bar(tx, at, { bar: sanction.bar, why })) : null,
    repayment: await demand(tx, at, why),
  }
}

/** Takes all of it back; what was never done is left alone. */
export async function liftEffects(
  tx: WriteTx,
  { open }: OpenProceeding,
  { imposed, why }: { readonly imposed: NonNullable<Proceeding['imposed']>; readonly why: Ground },
): Promise<void> {
  const { certificate } = open.state
  if (imposed.recognition && certificate) {
    await restoreCertificate(tx, { number: certificate.number, ...why })
    await restoreRecognition(tx, { id: imposed.recognition as RecognitionId, ...why })
  }
  if (imposed.bar) await liftBar(tx, { id: imposed.bar.id, ...why })
  if (imposed.repayment) await liftRepayment(tx, { id: imposed.repayment, ...why })
}

async function endRecognition(
  tx: WriteTx,
  { open }: OpenProceeding,
  why: Ground,
): Promise<string | null> {
  const { certificate } = open.state
  if (!certificate) return null
  await revokeCertificate(tx, { number: certificate.number, ...why })
  await revokeRecognition(tx, { id: certificate.recognition as RecognitionId, ...why })
  return certificate.recognition
}

/** Bars the local applicant from the services of this measure only; the last day is included. */
async function bar(
  tx: WriteTx,
  { open, of }: OpenProceeding,
  { bar, why }: { readonly bar: NonNullable<Sanction['bar']>; readonly why: Ground },
): Promise<Bar> {
  const from = bar.from === 'finding' ? of.foundOn : tx.today
  return imposeBar(tx, {
    party: open.board.party_id,
    pack: open.program.pack,
    measure: open.program.title,
    from,
    until: await endOfBar(tx, from, bar.length),
    // "All" means all of this measure: a burden is not stretched to other measures (reading bar-scope).
    services: bar.services === 'all' ? Object.keys(open.program.services) : [...bar.services],
    ...why,
  })
}

const barSaid = ({ id, from, until }: Bar) => ({ id, from, until })

async function demand(
  tx: WriteTx,
  { open, of }: OpenProceeding,
  why: Ground,
): Promise<string | null> {
  if (!of.amount) return null
  const { pack, title: measure } = open.program
  const party = open.board.party_id
  return (await demandRepayment(tx, { party, pack, measure, amount: of.amount, ...why })).id
}

/**
 * The corresponding day (民法典 第202条). A day of rest at the end does not lengthen a bar: 第203条 gives
 * people time to act, and a burden is not extended by it (ADR 0037).
 */
async function endOfBar(tx: WriteTx, from: Day, length: Limit): Promise<Day> {
  switch (length.unit) {
    case 'years':
      return addMonths(from, length.length * 12)
    case 'months':
      return addMonths(from, length.length)
    case 'days':
      return addDays(from, length.length)
    case 'working-days':
      return (await loadCalendar(tx)).addWorkingDays(from, length.length)
  }
}
