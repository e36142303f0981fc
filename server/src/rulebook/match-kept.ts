import { evaluateAmong, type Program } from '@banfa/policy/run'
import type { WriteTx } from '../kernel/index.ts'
import { entitlementOf } from './answered.ts'
import type { Among } from './entitlement.ts'
import { keepEntitlements, selectGivenAfter } from './entitlements-store.ts'
import type { ProgramCalendar } from './working-days.ts'

const AT_ONCE = 500

/** The same as the emitted query, by the interpreter, so many parties at a time. */
export async function matchKept(
  tx: WriteTx,
  program: Program,
  { calendar: { isWorking }, among }: { calendar: ProgramCalendar; among: Among },
): Promise<number> {
  let answers = 0
  let { after } = among
  for (;;) {
    const page = await selectGivenAfter(tx, {
      ...{ digest: program.digest, after, last: among.last },
      limit: AT_ONCE,
    })
    const found = page.flatMap((of) =>
      servicesFor(program, of.kind).map((service) => {
        const question = { service, facts: of.facts, on: tx.today, workingDays: isWorking }
        return entitlementOf(tx, of, { program, outcome: evaluateAmong(program, question) })
      }),
    )
    await keepEntitlements(tx, found)
    answers += found.length
    const last = page.at(-1)
    if (!last || page.length < AT_ONCE) return answers
    after = last.party
  }
}

/** The services a party of that kind may apply for. */
export function servicesFor(program: Program, kind: string): readonly string[] {
  return Object.values(program.services).flatMap(({ name, applicants }) => {
    const kinds: readonly string[] = applicants
    return kinds.includes(kind) ? [name] : []
  })
}
