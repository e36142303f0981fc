import { ACTS, type Act, NEXT, STAGES, type Stage } from '@banfa/policy/run'
import { MATRIX, type PostRule, type Right, type Rule } from '../identity/index.ts'
import type { Route } from './contract/route.ts'
import { type RouteName, routes } from './contract/routes.ts'

/** One line of the declared matrix: a route, who may ask, and in which stages of a case. */
export type RightLine = {
  readonly route: RouteName
  readonly method: Route['method']
  readonly url: string
  readonly right: Right
  readonly rule: Rule
  /** Null: it rests on no stage. */
  readonly stages: readonly Stage[] | null
}

/** What an applicant writes before filing, and while points are to be corrected. */
const WRITTEN_IN: readonly Stage[] = ['draft', 'returned']
const WRITING: readonly Right[] = ['case.save-draft', 'case.attach']

/**
 * The matrix of route × role × relation × case state, derived from the three tables that decide:
 * the contract's routes, identity's rights and the closed table of acts. Unknown is denied.
 */
export function rightsTable(): readonly RightLine[] {
  return (Object.keys(routes) as RouteName[]).map((name) => {
    const { method, url, right }: Route = routes[name]
    return {
      route: name,
      method,
      url,
      right: right as Right,
      rule: MATRIX[right as Right],
      stages: method === 'GET' ? null : stagesOf(right as Right),
    }
  })
}

function stagesOf(right: Right): readonly Stage[] | null {
  if (WRITING.includes(right)) return WRITTEN_IN
  const act = ACTS.find((one) => right === `case.${one}`)
  if (!act) return null
  return STAGES.filter((stage) => (NEXT[stage] as readonly Act[]).includes(act))
}

/** The matrix as a page of docs/permissions.md. */
export function rightsPage(): string {
  const lines = rightsTable().map(
    ({ route, method, url, right, rule, stages }) =>
      `| \`${method} ${url}\` | ${route} | ${right} | ${whoMay(rule).join('; ')} | ${stages === null ? '' : stages.join(', ')} |`,
  )
  return `${HEAD}${lines.join('\n')}\n`
}

const HEAD = `# Who may do what

Derived from the contract's routes, the rights of identity and the closed table of acts; \`node tools/permissions.ts\` writes it. What is not said is denied. District and delegate offices reach their own districts only, a functional zone's office those it lies in; *named* is the office that the step of the measure names, *its own* the one whose matter it is; what row-level security hides is answered as not there. No stage: the right rests on none.

| route | name | right | who | in stages |
| --- | --- | --- | --- | --- |
`

/** Each way of coming by a right, in words. */
function whoMay({ anybody, signedIn, party, posts = [] }: Rule): string[] {
  if (anybody) return ['anybody']
  if (signedIn) return ['whoever is signed in']
  const own = party ? [`own organisation: ${party.join(', ')}`] : []
  return [...own, ...posts.map(inWords)]
}

function inWords({ levels, duties, named, holder, assigned, anyPlace }: PostRule): string {
  const bounds = [
    ...[named && 'named', holder && 'its own'],
    ...[assigned && 'assigned', anyPlace && 'own post'],
  ].filter(Boolean)
  const bound = bounds.length > 0 ? ` (${bounds.join(', ')})` : ''
  return `${levels.join(', ')}: ${duties.join(', ')}${bound}`
}
