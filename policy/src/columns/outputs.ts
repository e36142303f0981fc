import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'

/** Every condition's truth and every amount. */
export function outputsOf(plan: Plan): readonly Id[] {
  const amounts = plan.services.flatMap(({ amount, payable }) => [amount, payable])
  return [...plan.conditions.map(({ t }) => t), ...amounts.filter((id) => id !== null)]
}

/** What a reduction is before the first record. */
export const START: Readonly<Record<string, number>> = {
  'reduce-add': 0,
  'reduce-or': 0,
  'reduce-min': Infinity,
  'reduce-max': -Infinity,
}
