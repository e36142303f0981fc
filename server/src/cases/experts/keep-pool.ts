import { panel, permit } from '../../identity/index.ts'
import {
  type PartyId,
  type PersonId,
  refusal,
  type Words,
  type WriteTx,
} from '../../kernel/index.ts'
import {
  changeExpert,
  endTie,
  enterTie,
  getParty,
  listExperts,
  registerExpert,
  retireExpert,
  type Tie,
} from '../../registries/index.ts'

type Known = {
  readonly title: Words
  readonly employer: PartyId | null
  readonly fields: readonly string[]
  /** How many cases at a time; null without a limit. */
  readonly mostOpen: number | null
}
export type NewInPool = Known & { readonly login: string; readonly name: string }

/**
 * Enters an expert into the pool 入库 and seats them on the panel: who has the account, or somebody new
 * with a link to come in by. Answers the link's parts, null for who has an account. Refuses
 * `registries.expert-already`, `registries.party-not-found` for the employer, and as `panel.admit` does.
 */
export async function enrolExpert(tx: WriteTx, { login, name, ...known }: NewInPool) {
  const as = permit(tx.actor, 'expert.manage')
  if (known.employer) await getParty(tx, known.employer)
  const { person, invited } = await panel.admit(tx, { login, name, title: known.title })
  await registerExpert(tx, { person, name: name.trim(), ...known, as })
  return invited
}

/** What is known of an expert is otherwise from today; open cases stay with them. */
export async function changeInPool(
  tx: WriteTx,
  change: Known & { readonly person: PersonId },
): Promise<void> {
  const as = permit(tx.actor, 'expert.manage')
  if (change.employer) await getParty(tx, change.employer)
  await changeExpert(tx, { ...change, as })
}

/** 出库: no more cases from today, with the reason; `back` enters them again. */
export async function retireFromPool(
  tx: WriteTx,
  of: { readonly person: PersonId; readonly reason: string; readonly back: boolean },
): Promise<void> {
  await retireExpert(tx, { ...of, as: permit(tx.actor, 'expert.manage') })
}

/** Enters what ties an expert to a party. Refuses experts and parties that are not there. */
export async function tieExpert(tx: WriteTx, tie: Tie): Promise<void> {
  const as = permit(tx.actor, 'expert.manage')
  await getParty(tx, tie.party)
  const known = (await listExperts(tx)).some((one) => one.person === tie.expert)
  if (!known) refusal('registries.expert-not-found')
  await enterTie(tx, { ...tie, as })
}

/** Ends a tie today, with the reason. Refuses `registries.tie-not-found`. */
export async function untieExpert(
  tx: WriteTx,
  tie: Tie & { readonly reason: string },
): Promise<void> {
  await endTie(tx, { ...tie, as: permit(tx.actor, 'expert.manage') })
}
