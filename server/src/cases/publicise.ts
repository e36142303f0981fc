import { issue, openFolder } from '../documents/index.ts'
import {
  canonicalJson,
  type Day,
  newId,
  nextNumber,
  refusal,
  sealRows,
  sha256,
  type WriteTx,
} from '../kernel/index.ts'
import { listParties } from '../registries/index.ts'
import { append } from './append.ts'
import { grantOf } from './engine.ts'
import type { NoticeId } from './ids.ts'
import type { PubliciseInput } from './inputs.ts'
import { signedBy } from './letters.ts'
import { presentNotice } from './list-notices.ts'
import { insertNotice, type NoticeRow } from './notice-store.ts'
import { windowOf } from './notice-window.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { printed } from './printed-number.ts'
import { NOTICES } from './sealed.ts'
import { type Standing, takeUpAct } from './standing.ts'
import type { ListedCase } from './tables.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { NoticeView } from './views.ts'

type Listed = { readonly open: OpenCase; readonly standing: Standing }

/**
 * Publishes one notice 公示 over several deliberated cases of one text: number, frozen list with its
 * hash, and a window in working days, the day of publication not counted (第8条(四)). All cases or
 * none. Refuses `case.mixed-notice` when they rest on different texts.
 */
export async function publicise(tx: WriteTx, input: PubliciseInput): Promise<NoticeView> {
  const listed = await lockAll(tx, input)
  const [first] = listed
  if (!first) return refusal('case.empty-notice', {}, { field: 'cases' })
  const notice = await noticeOf(tx, input, listed)
  await insertNotice(
    tx,
    notice,
    listed.map(({ open }) => open.id),
  )
  await sealRows(tx, NOTICES, [notice.id])
  await issueNotice(tx, notice, signedBy(first.open, first.standing))
  const { id, number, until_on: until } = notice
  for (const { open, standing } of listed) {
    await append(tx, open, {
      act: 'publicise',
      standing,
      detail: { notice: { id, number, until } },
    })
  }
  await tell(tx, { type: 'notice.published', payload: { notice: id, number, until } })
  return presentNotice(tx, notice, 0)
}

/** In the order of their ids, so that two notices over the same cases cannot wait for each other. */
async function lockAll(tx: WriteTx, input: PubliciseInput): Promise<Listed[]> {
  const listed: Listed[] = []
  for (const id of [...new Set(input.cases)].sort()) {
    const open = await lockCase(tx, id)
    const standing = await takeUpAct(tx, open.asked, 'publicise')
    refuseUnlessNext(open, 'publicise')
    listed.push({ open, standing })
  }
  return listed
}

async function noticeOf(
  tx: WriteTx,
  input: PubliciseInput,
  listed: readonly Listed[],
): Promise<NoticeRow> {
  const window = await windowOf(
    tx,
    listed.map(({ open }) => open),
  )
  const { from, until } = window
  const { number, year } = await nextNumber(tx, 'notice')
  const list = await frozenList(tx, listed)
  const [{ open, standing }] = listed as [Listed, ...Listed[]]
  return {
    id: newId<NoticeId>(),
    number: printed('公示', year, number),
    title: input.title,
    pack: open.program.pack,
    version: open.program.version,
    measure: open.program.title,
    cite: standing.cite,
    from_on: from,
    until_on: until,
    working_days: window.workingDays,
    counted: window.counted,
    list,
    hash: hashOfList(list, { from, until }),
    contact: contactOf(signedBy(open, standing)),
  }
}

/** What the hash of a notice is over: the names and the window, so that neither can be touched unseen. */
export function hashOfList(list: readonly ListedCase[], window: { from: Day; until: Day }): string {
  return sha256(canonicalJson({ list: list.map((one) => ({ ...one })), ...window }))
}

async function frozenList(tx: WriteTx, listed: readonly Listed[]): Promise<ListedCase[]> {
  const parties = await listParties(
    tx,
    listed.map(({ open }) => open.board.party_id),
  )
  return listed.map(({ open }) => ({
    caseId: open.id,
    party: open.board.party_name,
    creditCode: parties.find((party) => party.id === open.board.party_id)?.creditCode ?? null,
    district: open.board.district,
    title: grantOf(open.service).title,
  }))
}

function contactOf(office: { zh: string; en: string }) {
  return {
    zh: `公示期内有异议的，请以真实姓名和联系方式在本页提出，由${office.zh}核实并答复；姓名和联系方式只用于核实。`,
    en: `Object on this page with your real name and contact while the notice runs; ${office.en} looks into it and answers. Name and contact serve that purpose only.`,
  }
}

async function issueNotice(
  tx: WriteTx,
  notice: NoticeRow,
  from: { zh: string; en: string },
): Promise<void> {
  const subject = { kind: 'notice', id: notice.id }
  await openFolder(tx, { subject, published: true })
  const content = {
    title: notice.title,
    measure: notice.measure,
    cite: notice.cite,
    from: notice.from_on,
    until: notice.until_on,
    workingDays: notice.working_days,
    list: notice.list,
    contact: notice.contact,
    hash: notice.hash,
  }
  await issue(tx, { kind: 'notice', subject, number: notice.number, from, content })
}
