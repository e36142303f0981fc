import { drawNumber, issue, type Minutes, openFolder } from '../documents/index.ts'
import { type Day, type PersonId, refusal, type WriteTx } from '../kernel/index.ts'
import { lead, tell } from './enter.ts'
import type { Follows, Item, MeetingId, MeetingState, RankedItem } from './meeting.ts'
import { markClosed, subjectOf } from './meeting-store.ts'

/**
 * Closes the meeting and prints its minutes 会议纪要 with the numbers of votes, in a folder of the
 * meeting's own, which no party reads. Nothing changes after. Refuses `meeting.items-open`.
 */
export async function closeMeeting(
  tx: WriteTx,
  input: { readonly id: MeetingId; readonly settled: string },
): Promise<MeetingState> {
  const held = await lead(tx, input.id)
  const { state, as } = held
  const open = state.items.filter((item) => !item.closed)
  if (open.length > 0)
    refusal('meeting.items-open', { names: open.map(({ party }) => party).join('、') })
  const subject = subjectOf(input.id)
  await openFolder(tx, { subject, office: as?.office ?? null })
  const number = await drawNumber(tx, { office: state.office, series: '纪' })
  const content = minutesOf(state, [input.settled, ...state.rankings.map(rankedLine)].join('\n'))
  const { id: document } = await issue(tx, {
    kind: 'minutes',
    subject,
    number,
    from: state.office,
    content,
  })
  await markClosed(tx, input.id)
  const detail = { document, minutes: number }
  return tell(tx, held, { act: 'meeting.close', detail, reason: input.settled })
}

function rankedLine({ title, number, hash }: RankedItem): string {
  return `《${title.zh}》（${number}）名单已固定，摘要值 ${hash}。`
}

function minutesOf(state: MeetingState, settled: string): Minutes {
  const { title, chair, secretary, place } = state
  return {
    title: { zh: title, en: title },
    measure: { zh: measuresOf(state.items), en: measuresOf(state.items) },
    at: `${inText(state.heldOn)}${state.at}`,
    place,
    chair: chair.name,
    secretary: secretary.name,
    present: namesOf(state, [...state.present, ...state.items.flatMap(presentAt)]),
    agenda: state.items.map((item) => lineOf(state, item)),
    settled,
  }
}

function measuresOf(items: readonly Item[]): string {
  return [...new Set(items.map(({ title }) => title.zh))].join('、')
}

const presentAt = ({ closed }: Item): readonly PersonId[] => closed?.present ?? []

function namesOf({ members }: MeetingState, people: readonly PersonId[]): string[] {
  return members.filter(({ person }) => people.includes(person)).map(({ name }) => name)
}

/** With who was there for the item: people come and go during a meeting. */
function lineOf(state: MeetingState, item: Item): Minutes['agenda'][number] {
  const { party, title, closed, recused } = item
  const left = Object.keys(recused).length
  const there = namesOf(
    state,
    presentAt(item).filter((person) => !(person in recused)),
  )
  const { yes = 0, no = 0, abstained = 0, follows = 'leave' } = closed ?? {}
  const said = [
    ...(there.length > 0 ? [`出席：${there.join('、')}`] : []),
    ...(left > 0 ? [`${left}人回避`] : []),
  ]
  const result = said.length > 0 ? `${RESULTS[follows]}（${said.join('；')}）` : RESULTS[follows]
  return {
    title: { zh: `${party}：${title.zh}`, en: `${party}: ${title.en}` },
    yes,
    no,
    abstained,
    result,
  }
}

const RESULTS: Readonly<Record<Follows, string>> = {
  deliberate: '审议通过',
  'send-back': '未通过，退回上一环节',
  refuse: '未通过，不予认定',
  leave: '暂缓审议',
}

function inText(on: Day): string {
  const [year, month, date] = on.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
