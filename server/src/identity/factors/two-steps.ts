import type { Duty, PersonActor } from '../../kernel/index.ts'
import type { SignInWay } from '../tables.ts'

/** Whose posts are held only by somebody who came in by two steps. */
export const TWO_STEPS_FOR = ['administrators', 'officers', 'nobody'] as const
export type TwoStepsFor = (typeof TWO_STEPS_FOR)[number]

const ADMINISTRATORS: readonly Duty[] = ['audit', 'administer', 'grant']

/**
 * The actor without the posts that need two steps (GB/T 22239-2019, 8.1.4.1) when the session came by
 * a password alone, and whether any was withheld. A passkey is two steps in one; a provider of
 * sign-on answers for its own (ADR 0080).
 */
export function withoutUnproven(
  actor: PersonActor,
  way: SignInWay,
  twoSteps: TwoStepsFor,
): { readonly actor: PersonActor; readonly isWithheld: boolean } {
  if (way !== 'password' || twoSteps === 'nobody') return { actor, isWithheld: false }
  const isFree = ({ duties }: { readonly duties: readonly Duty[] }) =>
    twoSteps === 'administrators' && !duties.some((duty) => ADMINISTRATORS.includes(duty))
  const posts = actor.posts.filter(isFree)
  return { actor: { ...actor, posts }, isWithheld: posts.length < actor.posts.length }
}
