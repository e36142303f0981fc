import { type Program, type Service, type Stage, stepFor, WrongFacts } from '@banfa/policy/run'
import type { Office } from '../../identity/index.ts'
import { canonicalJson, type Day, type Words } from '../../kernel/index.ts'
import { seamBetween } from '../../rulebook/index.ts'
import type { BoardRow } from '../board-store.ts'
import type { CaseState } from '../case.ts'
import type { FilingRow } from '../case-store.ts'
import { type JudgedCondition, judgedConditions } from '../engine.ts'
import type { Stop } from './migration.ts'

/** A case under its own text, with the filing that counts. */
export type Movable = {
  readonly board: BoardRow
  readonly state: CaseState
  readonly program: Program
  readonly service: Service
  readonly filing: FilingRow
  /** The day of the first filing: what transitional rules go by. */
  readonly firstFiled: Day
}

/** The text a case might be moved to, and the offices that are there. */
export type Target = {
  readonly program: Program
  readonly service: Service
  readonly offices: readonly Office[]
}

/**
 * What keeps a case under its text, the first that applies: the law, a list that is published, or a
 * way that the other text does not have. Null when it may be moved.
 */
export function stopOf(of: Movable, target: Target): Stop | null {
  return (
    notOpen(of) ??
    underIt(of, target) ??
    keptByRule(of, target) ??
    isListed(of) ??
    officeGone(of, target) ??
    judgedOtherwise(of, target)
  )
}

export function serviceGone({ service }: Movable, to: Program): Stop | null {
  if (Object.hasOwn(to.services, service.name)) return null
  return stop(null, `新版本没有“${service.title.zh}”`, `That version has no “${service.title.en}”`)
}

/** What was filed cannot be read as the other text means it. */
export function misfit(error: unknown): Stop {
  if (!(error instanceof WrongFacts)) throw error
  const [first] = error.misfits
  const says = first?.says ?? { zh: '已申报的内容与新版本不符', en: 'What was filed does not fit' }
  return { says, cite: null }
}

function notOpen({ board, program, state }: Movable): Stop | null {
  if (board.is_open && state.filings > 0) return null
  return stop(null, `已办结，仍适用${program.version}`, `Closed under ${program.version}`)
}

function underIt({ program: { digest, version } }: Movable, { program }: Target): Stop | null {
  if (digest !== program.digest) return null
  return stop(null, `已适用${version}`, `Under ${version} already`)
}

function keptByRule({ program, firstFiled }: Movable, target: Target): Stop | null {
  const seam = seamBetween({ former: program, later: target.program }, firstFiled)
  if (seam?.governs !== 'former') return null
  return { says: seam.rule.title, cite: seam.rule.cite }
}

const LISTED: readonly Stage[] = ['publicised', 'objected', 'proposed', 'decided']

/** The public has been shown the list, and the text it rests on. */
function isListed({ state, service }: Movable): Stop | null {
  if (!LISTED.includes(state.stage)) return null
  const cite = stepFor(service, 'publicise')?.cite ?? null
  return stop(cite, '已按原版本公示，不再改变', 'On a public notice under the former version')
}

/** Every step of the other route needs an office that is there; a district's own has the case. */
function officeGone({ board }: Movable, { service, program, offices }: Target): Stop | null {
  const own = offices.find((one) => one.id === board.office_id)?.key
  const missing = service.route.find(({ by }) => {
    const there = offices.filter((one) => one.key === by)
    const level = program.offices[by]?.level
    return level === 'district' ? own !== by : level !== 'experts' && level && there.length === 0
  })
  if (!missing) return null
  const title = program.offices[missing.by]?.title ?? { zh: missing.by, en: missing.by }
  return stop(
    missing.cite,
    `“${missing.title.zh}”由${title.zh}办理，本件不在该机构`,
    `“${missing.title.en}” is done by ${title.en}, which does not have the case`,
  )
}

/** An answer given to one question is none to another, and a step that is done asks nobody again. */
function judgedOtherwise(of: Movable, target: Target): Stop | null {
  const { facts, filed_on: on } = of.filing
  const before = judgedConditions(of.program, of.service, { facts, on })
  const changed = judgedConditions(target.program, target.service, { facts, on }).find(
    (one) => !before.some((other) => asksAlike(one, other)) && isPast(of, target, one),
  )
  if (!changed) return null
  return stop(
    changed.cite,
    `“${changed.title.zh}”须按新版本评判，请先退回上一环节`,
    `“${changed.title.en}” must be judged anew: send the case back first`,
  )
}

function asksAlike(one: JudgedCondition, other: JudgedCondition): boolean {
  const asked = ({ name, kind, question, by, range }: JudgedCondition) =>
    canonicalJson({ name, kind, question: { ...question }, by, range: range && { ...range } })
  return asked(one) === asked(other)
}

function isPast({ state }: Movable, { service }: Target, { name }: JudgedCondition): boolean {
  if (state.judged[name] !== undefined || state.scored?.[name] !== undefined) return true
  const step = service.route.find((one) => one.judges.includes(name))
  if (!step) return false
  if (step.act === 'conclude-review' && state.experts > 0) return true
  return state.done[step.act] !== undefined
}

function stop(cite: string | null, zh: string, en: string): Stop {
  const says: Words = { zh, en }
  return { says, cite }
}
