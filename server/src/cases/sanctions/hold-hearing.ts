import { drawNumber, issue } from '../../documents/index.ts'
import { type Day, loadCalendar, refusal, type WriteTx } from '../../kernel/index.ts'
import { aboutCase, issueLetter } from '../letters.ts'
import { note } from '../note.ts'
import { subjectOf } from '../open-case.ts'
import { tell } from '../tell.ts'
import { officeOf } from './letters-of-sanctions.ts'
import { type OpenProceeding, openProceeding, type ProceedingInput } from './open-proceeding.ts'
import { isOpen, type Proceeding } from './proceeding.ts'

/** Working days between telling the party and the hearing (行政处罚法 第64条(二)、第85条). */
const TOLD_BEFORE = 7
const BASIS = '行政处罚法第63条、第64条（参照）'

export type SummonInput = ProceedingInput & {
  readonly day: Day
  /** `10时30分`. */
  readonly hour: string
  readonly place: string
  readonly chair: string
  readonly contact: string
}

export type HearInput = ProceedingInput & {
  readonly present: readonly string[]
  readonly attended: boolean
  /** What both sides said, as signed. */
  readonly said: string
}

const isOwed = (of: Proceeding) => isOpen(of) && of.answer?.hearing === true && of.heard === null

/** Calls the hearing the party asked for 听证通知. Refuses `case.hearing-too-soon`. */
export async function summonToHearing(tx: WriteTx, input: SummonInput): Promise<void> {
  const { open, of, post } = await openProceeding(tx, input, {
    right: 'case.sanction',
    when: isOwed,
  })
  const { day, place, chair, contact } = input
  const earliest = (await loadCalendar(tx)).addWorkingDays(tx.today, TOLD_BEFORE)
  if (day < earliest) refusal('case.hearing-too-soon', { earliest }, { field: 'day' })
  const at = `${inText(day)}${input.hour}`
  const about = `拟对你单位作出处理：${of.effect.zh.replace(/。$/, '')}`
  const letter = await issueLetter(tx, open, {
    kind: 'hearing',
    series: '听',
    from: officeOf(open, post),
    content: { ...(await aboutCase(tx, open)), about, at, place, chair, basis: BASIS, contact },
  })
  const detail = { id: of.id, day, at, place, chair, document: letter.id }
  await note(tx, open, { act: 'sanction.summon', as: post, cite: of.cite, reason: null, detail })
  await tell(tx, { type: 'sanction.summoned', payload: { case: open.id, day } })
}

/**
 * Records the hearing 听证笔录, by somebody who did not propose the sanction; a party that stayed away
 * has given it up. Refuses `case.hearing-not-yet`, `case.hearing-same-person`.
 */
export async function holdHearing(tx: WriteTx, input: HearInput): Promise<void> {
  const proceeding = await openProceeding(tx, input, {
    right: 'case.sanction',
    when: (of) => isOwed(of) && of.summons !== null,
  })
  const { open, of, post } = proceeding
  const day = of.summons?.day
  if (day && tx.today < day) refusal('case.hearing-not-yet', { day })
  if (isProposer(tx, of)) refusal('case.hearing-same-person')
  const document = await minutes(tx, proceeding, input)
  await note(tx, open, {
    act: 'sanction.hear',
    as: post,
    cite: of.cite,
    reason: input.said,
    detail: { id: of.id, attended: input.attended, document },
  })
}

export function isProposer({ actor }: WriteTx, { proposed }: Proceeding): boolean {
  return actor.kind === 'person' && actor.person === proposed.person
}

async function minutes(tx: WriteTx, at: OpenProceeding, input: HearInput): Promise<string> {
  const { open, of, post } = at
  const from = officeOf(open, post)
  const name = tx.actor.kind === 'person' ? tx.actor.name : ''
  const letter = await issue(tx, {
    kind: 'minutes',
    subject: subjectOf(open.id),
    number: await drawNumber(tx, { office: from, series: '听纪' }),
    from,
    content: {
      title: { zh: '听证会', en: 'Hearing' },
      measure: open.program.title,
      at: of.summons?.at ?? '',
      place: of.summons?.place ?? '',
      chair: name,
      secretary: name,
      present: input.present,
      agenda: [],
      settled: input.attended ? input.said : `当事人未到场，视为放弃听证。${input.said}`,
    },
  })
  return letter.id
}

/** `2026年3月1日`. */
function inText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
