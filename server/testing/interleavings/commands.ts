import type { Program } from '@banfa/policy/run'
import fc from 'fast-check'
import { aVersion, type VersionTraits } from '../measure-versions.ts'

/** What a version says of filings at the seam: nothing, that it takes them in, that the former keeps them. */
export type Rule = 'silent' | 'takes-in' | 'takes-in-a-while' | 'keeps' | 'keeps-a-while'

/** Until when a rule that runs out speaks. */
export const A_WHILE = '2026-03-06'

export type Published = {
  readonly area: 300 | 400
  readonly acceptDays: 5 | 8
  readonly rule: Rule
  readonly hasService: boolean
}

/** One of two applicants, each with one case at a time. */
export type Slot = 0 | 1

/** One thing somebody does; what is out of turn is refused, and that is an answer. */
export type Command =
  | { readonly do: 'publish'; readonly what: Published }
  | { readonly do: 'enact'; readonly pick: number; readonly in: number }
  | { readonly do: 'edit'; readonly pick: number }
  | { readonly do: 'call' }
  | { readonly do: 'start'; readonly slot: Slot; readonly area: string }
  | { readonly do: 'type'; readonly slot: Slot; readonly area: string }
  | { readonly do: 'file' | 'return' | 'withdraw'; readonly slot: Slot }
  | { readonly do: 'day'; readonly by: number }

/** What is in force first, and what the first call is pinned to. */
export const FIRST: Published = { area: 300, acceptDays: 5, rule: 'silent', hasService: true }

const published: fc.Arbitrary<Published> = fc.record({
  area: fc.constantFrom(300, 400),
  acceptDays: fc.constantFrom(5, 8),
  rule: fc.constantFrom('silent', 'takes-in', 'takes-in-a-while', 'keeps', 'keeps-a-while'),
  hasService: fc.oneof(
    { weight: 5, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
})
const slot = fc.constantFrom<Slot>(0, 1)
const area = fc.constantFrom('250', '350', '450')
const pick = fc.nat(7)

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), what: published }),
  fc.record({ do: fc.constant('enact' as const), pick, in: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ do: fc.constant('edit' as const), pick }),
  fc.record({ do: fc.constant('call' as const) }),
  fc.record({ do: fc.constantFrom('start', 'type'), slot, area }),
  fc.record({ do: fc.constantFrom('file', 'return'), slot }),
  fc.record({ do: fc.constant('withdraw' as const), slot }),
  fc.record({ do: fc.constant('day' as const), by: fc.integer({ min: 1, max: 3 }) }),
) as fc.Arbitrary<Command>

/** Steps without which little would happen, among steps in any order. */
const SPINE: readonly Command[] = [
  { do: 'start', slot: 0, area: '350' },
  { do: 'publish', what: { area: 400, acceptDays: 8, rule: 'takes-in', hasService: true } },
  { do: 'enact', pick: 1, in: 1 },
  { do: 'day', by: 1 },
  { do: 'file', slot: 0 },
  { do: 'publish', what: { area: 300, acceptDays: 5, rule: 'takes-in-a-while', hasService: true } },
  { do: 'enact', pick: 2, in: 1 },
  { do: 'return', slot: 0 },
  { do: 'day', by: 1 },
  { do: 'file', slot: 0 },
]

/** Publishing, putting in force, editing, drafting, filing, withdrawing and time, in any order. */
export const interleaving: fc.Arbitrary<readonly Command[]> = fc.oneof(
  fc.array(command, { minLength: 4, maxLength: 14 }),
  fc
    .tuple(fc.shuffledSubarray([...SPINE], { minLength: 5 }), fc.array(command, { maxLength: 8 }))
    .map(([spine, more]) => [...more.slice(0, 3), ...spine, ...more.slice(3)]),
  fc
    .array(fc.array(command, { maxLength: 2 }), {
      minLength: SPINE.length,
      maxLength: SPINE.length,
    })
    .map((between) => SPINE.flatMap((one, at) => [one, ...(between[at] ?? [])])),
)

const programs = new Map<string, Program>()
const said = new Map<string, Published>()

/** The version a publication stands for, named by what it says, so that twice the same is the same. */
export function programOf(pack: string, what: Published): Program {
  const { area: least, acceptDays, rule, hasService } = what
  const version = [least, acceptDays, rule, hasService ? 'on' : 'off'].join('-')
  const key = `${pack} ${version}`
  const program = programs.get(key) ?? aVersion({ pack, version, ...traitsOf(what) })
  programs.set(key, program)
  said.set(program.digest, what)
  return program
}

/** What a version says, as it was published. */
export function saidBy({ digest }: Program): Published {
  return said.get(digest) ?? FIRST
}

/** Other content under the same name: what nobody may install. */
export function editedProgram({ pack, version }: Program): Program {
  return aVersion({ pack, version, area: 999 })
}

function traitsOf({ area: least, acceptDays, rule, hasService }: Published) {
  const governs = rule.startsWith('takes-in') ? ('this' as const) : ('former' as const)
  const until = rule.endsWith('a-while') ? A_WHILE : null
  return {
    ...{ area: least, acceptDays },
    rules: rule === 'silent' ? [] : [{ upon: 'filed' as const, governs, until }],
    ...(hasService ? {} : { noService: true as const }),
  } satisfies Omit<VersionTraits, 'version'>
}
