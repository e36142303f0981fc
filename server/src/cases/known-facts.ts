import { type Program, paidFacts } from '@banfa/policy/run'
import { type Json, newId, type PartyId, type ReadTx } from '../kernel/index.ts'
import { currentFacts, type FactRecord, paidTo } from '../registries/index.ts'

const LEDGER = { zh: '奖补台账', en: 'Payment ledger' }
const NOTHING = {
  zh: '奖补台账（没有支付记录，计为零）',
  en: 'Payment ledger (no payment entered, so nought)',
}

/**
 * What is known of a party for a program: its current facts, and what the ledger says was paid under
 * the program's services, where the zone keeps one.
 */
export async function knownFor(
  tx: ReadTx,
  party: PartyId,
  program: Program,
): Promise<readonly FactRecord[]> {
  const [known, paid] = [await currentFacts(tx, party), await paidTo(tx, [party])]
  const sums = paidFacts(program, paid(party))
  const others = known.filter(({ name }) => !Object.hasOwn(sums, name))
  return [...others, ...Object.entries(sums).map(([name, value]) => fromLedger(tx, name, value))]
}

function fromLedger(tx: ReadTx, name: string, value: unknown): FactRecord {
  return {
    id: newId<FactRecord['id']>(),
    subject: 'party',
    name,
    value: value as Json,
    source: { kind: 'register', title: value === '0元' ? NOTHING : LEDGER },
    period: null,
    recordedOn: tx.today,
    recordedAt: tx.now,
    recordedBy: { id: null, name: LEDGER.zh },
    verifiedOn: tx.today,
    verifiedBy: LEDGER.zh,
    locked: true,
    entries: 1,
  }
}
