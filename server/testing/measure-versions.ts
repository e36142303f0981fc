import { contentOf, type Program, type TransitionalRule } from '@banfa/policy/run'
import { sha256 } from '../src/kernel/index.ts'
import { SERVICE } from './case-office.ts'
import { smallMeasure } from './small-measure.ts'

/** How a version differs from the small measure as it was first published. */
export type VersionTraits = {
  readonly version: string
  /** Another measure of the same content, where a test wants one of its own. */
  readonly pack?: string
  /** 平方米 that the base must have; 300 in the first version. */
  readonly area?: number
  /** Working days to accept in; 5 in the first version. */
  readonly acceptDays?: number
  /** A question put to the district in other words. */
  readonly lawful?: string
  /** Acts whose step this version's route does not have. */
  readonly without?: readonly string[]
  /** Acts that the federation does by a delegation of this version. */
  readonly delegated?: readonly string[]
  /** The offices that the route names for acts, where they are others. */
  readonly by?: Readonly<Record<string, string>>
  readonly rules?: readonly Pick<TransitionalRule, 'upon' | 'governs' | 'until'>[]
  /** A version that no longer has the service. */
  readonly noService?: true
  /** The area is asked as yes or no: what was filed is no such value. */
  readonly areaAsFlag?: true
}

type Loose = ReturnType<typeof JSON.parse>

/** A later version of the small measure: the same pack under another content and digest. */
export function aVersion(traits: VersionTraits): Program {
  const program: Loose = JSON.parse(JSON.stringify(smallMeasure(traits.delegated)))
  program.version = traits.version
  program.pack = traits.pack ?? program.pack
  const [, large, , lawful] = program.conditions['small-base'].of
  if (traits.area) {
    large.test.right.value.amount.over = String(traits.area)
    large.test.right.printed = `${traits.area}平方米`
    large.printed = `场地面积 >= ${traits.area} 平方米`
  }
  if (traits.lawful) lawful.question = { zh: traits.lawful, en: 'Asked otherwise' }
  if (traits.areaAsFlag) program.facts['floor-area'].type = 'flag'
  program.transitional = (traits.rules ?? []).map((rule, at) => ({
    ...rule,
    name: `rule-${at}`,
    title: { zh: '过渡条款', en: 'Transitional rule' },
    cite: '第4条',
  }))
  const service = program.services[SERVICE]
  service.route = service.route.filter(({ act }: Loose) => !traits.without?.includes(act))
  const accept = service.route.find(({ act }: Loose) => act === 'accept')
  if (traits.acceptDays && accept) accept.within.length = traits.acceptDays
  for (const step of service.route) step.by = traits.by?.[step.act] ?? step.by
  if (traits.noService) program.services = { another: { ...service, name: 'another' } }
  delete program.digest
  return { ...program, digest: sha256(contentOf(program)) }
}
