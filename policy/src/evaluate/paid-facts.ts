import type { Program } from '../program/program.ts'
import type { Facts } from './outcome.ts'

/** What a ledger says was paid to one party under a service, in yuan as decimal text. */
export type PaidSum = {
  readonly pack: string
  readonly service: string
  readonly thisYear: string
  readonly soFar: string
}

const PAID = /^(.+)-paid-(this-year|so-far)$/

/**
 * The payments of the past that a program asks for (caps of a year and a lifetime, 补差), by fact.
 * A ledger that is kept and has no payment says nought; null, none being kept, says nothing.
 */
export function paidFacts(
  { pack, facts }: Pick<Program, 'pack' | 'facts'>,
  ledger: readonly PaidSum[] | null,
): Facts {
  if (ledger === null) return {}
  const own = new Map(ledger.flatMap((one) => (one.pack === pack ? [[one.service, one]] : [])))
  return Object.fromEntries(
    Object.keys(facts).flatMap((name) => {
      const [, service, span] = PAID.exec(name) ?? []
      if (service === undefined) return []
      const sum = own.get(service)
      const yuan = (span === 'this-year' ? sum?.thisYear : sum?.soFar) ?? '0'
      return [[name, `${yuan}元`]]
    }),
  )
}
