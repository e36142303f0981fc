import { type FolderFile, folderFiles } from '../documents/index.ts'
import { type Day, type ReadTx, sha256 } from '../kernel/index.ts'
import type { Change } from './changes/change.ts'
import { viewChanges } from './changes/view-changes.ts'
import { subjectOfObjection } from './objections/objection.ts'
import { selectWords } from './objections/words-store.ts'
import { readCase, subjectOf } from './open-case.ts'
import type { Proceeding } from './sanctions/proceeding.ts'
import { viewSanctions } from './sanctions/view-sanctions.ts'
import { findStanding, takeUpAct } from './standing.ts'
import type { CaseView, ObjectionView } from './views.ts'

/** A part of a case file that is written from the record, with its line in the index. */
type WrittenPart = Pick<FolderFile, 'path' | 'title' | 'number' | 'on' | 'size' | 'sha256'> & {
  readonly text: string
}
export type Matters = {
  readonly written: readonly WrittenPart[]
  readonly files: readonly FolderFile[]
}

/**
 * What belongs to a case file beside the case's own folder, as far as this viewer reads it on the
 * pages: objections with their words, papers and answers (but not who made them), reports of changes,
 * proceedings.
 */
export async function mattersOf(tx: ReadTx, view: CaseView): Promise<Matters> {
  const { changes } = await viewChanges(tx, view.id)
  const { proceedings } = await viewSanctions(tx, view.id)
  const files = await folderFiles(tx, subjectOf(view.id))
  const told = await objectionsOf(tx, view)
  return {
    written: [
      ...told.written,
      ...changes.toReversed().map((one, at) => changePart(one, at)),
      ...proceedings.toReversed().map((one, at) => proceedingPart(one, at)),
    ],
    files: [...files, ...told.files],
  }
}

async function objectionsOf(tx: ReadTx, view: CaseView): Promise<Matters> {
  const isHandled = view.objections.length > 0 && (await answersThem(tx, view))
  const written: WrittenPart[] = []
  const files: FolderFile[] = []
  for (const [at, objection] of view.objections.entries()) {
    const folder = `objections/${ordinal(at)}`
    const words = isHandled ? await selectWords(tx, objection.id) : []
    written.push(objectionPart(folder, objection, words))
    if (!isHandled) continue
    const kept = await folderFiles(tx, subjectOfObjection(objection.id))
    // The letter of reply is addressed by name, and who objected stays behind (ADR 0035); its words are above.
    const papers = kept.filter(({ path }) => path.startsWith('papers/'))
    files.push(...papers.map((one) => ({ ...one, path: `${folder}/${one.path}` })))
  }
  return { written, files }
}

/** Words and papers of objectors are read by the post that answers them, and by nobody else. */
async function answersThem(tx: ReadTx, { id }: CaseView): Promise<boolean> {
  const { asked } = await readCase(tx, id)
  if (!findStanding(tx.actor, asked, 'answer-objection')) return false
  await takeUpAct(tx, asked, 'answer-objection')
  return true
}

type Said = { readonly kind: 'ask' | 'add'; readonly says: string; readonly on: Day }

const SAID_BY = { ask: '核实询问', add: '异议人补充' }

function objectionPart(
  folder: string,
  { number, on, grounds, answered }: ObjectionView,
  words: readonly Said[],
): WrittenPart {
  const about = { path: `${folder}/异议.txt`, title: '异议', number, on }
  return part(about, [
    ['异议编号', number],
    ['提出日期', on],
    ['异议内容', grounds],
    ...words.map((one): Line => [`${SAID_BY[one.kind]}（${one.on}）`, one.says]),
    ['答复日期', answered?.on],
    ['答复结论', answered && (answered.upheld ? '异议成立' : '异议不成立')],
    ['答复理由', answered?.reason],
    ['答复机关', answered?.by],
  ])
}

const EFFECTS = { kept: '不影响认定', altered: '变更登记', referred: '移送取消认定程序' }

function changePart(of: Change & { readonly title: { zh: string } }, at: number): WrittenPart {
  const { title, said, reported, plannedOn, verified, filed, settled, cite } = of
  const path = `changes/${ordinal(at)} 变更报备.txt`
  return part({ path, title: `变更报备：${title.zh}`, number: null, on: reported.on }, [
    ['变更事项', title.zh],
    ['依据', cite],
    ['报备', `${reported.on} ${reported.by}`],
    ['拟变更日期', plannedOn],
    ['报备内容', said],
    ['实地核查', verified && `${verified.visitedOn} ${verified.by}`],
    ['核查情况', verified?.found],
    ['核查结论', verified && (verified.asReported ? '与报备一致' : '与报备不一致')],
    ['变更报告', filed && `${filed.on} ${filed.said}`],
    ['影响', settled && EFFECTS[settled.effect]],
    ['变更为', settled?.became],
    ['确认理由', settled && `${settled.on} ${settled.reason}`],
  ])
}

type ShownProceeding = Omit<Proceeding, 'proposed'> & {
  readonly title: { readonly zh: string }
  readonly proposed: { readonly on: string; readonly by: string }
}

function proceedingPart(of: ShownProceeding, at: number): WrittenPart {
  const { title, proposed, grounds, effect, cite, served, answer, summons, heard } = of
  const path = `sanctions/${ordinal(at)} 处理程序.txt`
  return part({ path, title: `处理程序：${title.zh}`, number: null, on: proposed.on }, [
    ['处理措施', title.zh],
    ['依据', cite],
    ['拟处理告知', `${proposed.on} ${proposed.by}`],
    ['事实和理由', grounds],
    ['拟作处理', effect.zh],
    ['送达', served && `${served.on}，陈述申辩至${served.until}`],
    ['陈述申辩', answer && `${answer.on} ${answer.statement}`],
    ['听证通知', summons && `${summons.at} ${summons.place}`],
    ['听证', heard && `${heard.on} ${heard.attended ? heard.said : '当事人未到场'}`],
    ['处理决定', of.imposed && `${of.imposed.on} ${of.imposed.reason}`],
    ['不予处理', of.dropped && `${of.dropped.on} ${of.dropped.reason}`],
    ['解除处理', of.lifted && `${of.lifted.on} ${of.lifted.reason}（${of.lifted.cite}）`],
  ])
}

type Line = readonly [name: string, said: string | null | undefined]
type About = Pick<WrittenPart, 'path' | 'title' | 'number' | 'on'>

/** One line each, with a mark at the head that makes it read as UTF-8. */
function part(about: About, lines: readonly Line[]): WrittenPart {
  const said = lines.flatMap(([name, text]) => (text ? [`${name}：${text}`] : []))
  const text = `\uFEFF${said.join('\r\n')}\r\n`
  return { ...about, text, size: Buffer.byteLength(text), sha256: sha256(text) }
}

const ordinal = (at: number) => String(at + 1).padStart(2, '0')
