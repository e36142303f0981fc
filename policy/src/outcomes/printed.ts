import type { Supplied } from '../evaluate/outcome.ts'
import type { Fact } from '../program/fact.ts'
import { printValue } from '../values/print.ts'
import { dimensionOf, readSupplied } from '../values/supplied.ts'
import { UNITS } from '../values/unit.ts'

/** Prints what was supplied for a fact and fits it; null never happens to what fits. */
export type PrintSupplied = (supplied: Supplied) => string | null

/**
 * As `printValue` prints what `readSupplied` reads. A JSON number stands in the fact's own unit, in
 * which it is printed, so that its decimal text needs no fraction of it.
 */
export function printerOf(fact: Fact): PrintSupplied {
  const slowly: PrintSupplied = (supplied) => {
    const read = readSupplied(fact, supplied)
    return 'value' in read ? printValue(fact, read.value) : null
  }
  if (dimensionOf(fact.type) !== null) return numberPrinter(fact, slowly)
  if (fact.type === 'flag') {
    const [yes, no] = [slowly(true), slowly(false)]
    return (supplied) => (supplied === true ? yes : supplied === false ? no : slowly(supplied))
  }
  if (fact.type !== 'choice') return slowly
  const known = new Map(fact.options.map(({ value }) => [value as Supplied, slowly(value)]))
  return (supplied) => known.get(supplied) ?? slowly(supplied)
}

const PLAIN_DECIMAL = /^-?\d{1,15}\.\d{1,10}$/

function numberPrinter({ unit }: Fact, slowly: PrintSupplied): PrintSupplied {
  const word = unit !== null && UNITS.has(unit) ? unit : ''
  return (supplied) => {
    if (typeof supplied !== 'number') return slowly(supplied)
    if (Number.isSafeInteger(supplied)) return `${supplied}${word}`
    const text = String(supplied)
    return PLAIN_DECIMAL.test(text) ? text + word : slowly(supplied)
  }
}
