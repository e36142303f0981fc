import type { Program, Words } from '@banfa/policy/run'
import type { PartyId, ReadTx } from '../../kernel/index.ts'
import { ledgerKept, listPayments } from '../../registries/index.ts'
import { getMeasure, listMeasures } from '../../rulebook/index.ts'

/** The ledger as a party's page shows it: what was paid, and under which services one may enter more. */
export async function presentLedger(tx: ReadTx, party: PartyId) {
  const [payments, ledger] = [await listPayments(tx, party), await ledgerKept(tx)]
  const programs = await programsShown(tx)
  return {
    ledger,
    paying: programs.flatMap((program) => payingIn(program)),
    payments: payments.map(({ id, pack, service, fen, corrects, ...more }) => ({
      ...{ id, pack, service, corrects, title: titleOf(programs, pack, service) },
      yuan: yuanOf(fen),
      struck: payments.some((other) => other.corrects === id),
      paidOn: more.paidOn,
      reason: more.reason,
      enteredOn: more.enteredOn,
      enteredBy: more.enteredBy,
    })),
  }
}

/** Of every measure installed, ended ones too: what was due under them is paid and entered later. */
async function programsShown(tx: ReadTx): Promise<readonly Program[]> {
  const programs: Program[] = []
  for (const { pack } of await listMeasures(tx)) programs.push((await getMeasure(tx, pack)).program)
  return programs
}

function payingIn({ pack, services }: Program) {
  return Object.values(services).flatMap(({ name: service, title, pays }) =>
    pays ? [{ pack, service, title }] : [],
  )
}

/** A service that the measure's text shown today does not have goes by its name. */
function titleOf(programs: readonly Program[], pack: string, service: string): Words {
  const program = programs.find((one) => one.pack === pack)
  return program?.services[service]?.title ?? { zh: service, en: service }
}

/** `-1234.50`: always to the fen. */
export function yuanOf(fen: number): string {
  const size = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

/** @param yuan decimal text of two places at most */
export function fenOf(yuan: string): number {
  const [whole = '0', cents = ''] = yuan.split('.')
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}
