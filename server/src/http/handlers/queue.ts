import {
  type BulkInput,
  type BulkLine,
  bulk,
  type CaseId,
  type CaseRow,
  type DrawId,
  type FilterId,
  filters,
  STAGE_WORDS,
  views,
} from '../../cases/index.ts'
import { parseId, type ReadTx } from '../../kernel/index.ts'
import { getProgram } from '../../rulebook/index.ts'
import type { Some } from '../call.ts'
import { catalogue } from '../catalogue.ts'
import { csvOf } from '../present/csv.ts'
import { printedOf } from '../present/fact.ts'
import { answerRefusal } from '../refusal-answer.ts'
import { isOffice } from './cases.ts'

export const queueHandlers: Some<
  | 'exportCases'
  | 'previewBulk'
  | 'doBulk'
  | 'listFilters'
  | 'keepFilter'
  | 'forgetFilter'
  | 'listFilings'
  | 'viewDraw'
  | 'listTransferChoices'
> = {
  exportCases: async (tx, { query }) => {
    const { waiting, ...filter } = query
    const asked = { ...filter, mine: waiting === 'me', limit: 10_000 }
    const { rows } = await (isOffice(tx) ? views.queue(tx, asked) : views.myCases(tx, asked))
    return {
      bytes: tableOf(rows),
      media: 'text/csv; charset=utf-8',
      name: `申报件${tx.today}.csv`,
      inline: false,
    }
  },
  previewBulk: {
    direct: async (kernel, actor, { body }) =>
      presentLines(await bulk.preview(kernel, actor, inputOf(body))),
  },
  doBulk: {
    direct: async (kernel, actor, { body }) =>
      presentLines(await bulk.run(kernel, actor, inputOf(body))),
  },
  listFilters: (tx) => filters.list(tx),
  keepFilter: (tx, { body }) => filters.keep(tx, body),
  forgetFilter: (tx, { params }) => filters.forget(tx, parseId<FilterId>(params.id)),
  listTransferChoices: (tx, { params }) => views.transferChoices(tx, parseId<CaseId>(params.id)),
  viewDraw: (tx, { params }) => views.draw(tx, parseId<DrawId>(params.id)),
  listFilings: (tx, { params }) => presentFilings(tx, parseId<CaseId>(params.id)),
}

function inputOf(body: { act: BulkInput['act']; cases: string[]; text: string }): BulkInput {
  return { ...body, cases: body.cases.map((id) => parseId<CaseId>(id)) }
}

function presentLines(lines: readonly BulkLine[]) {
  return lines.map(({ caseId, refused }) => ({
    caseId,
    refused: refused && answerRefusal(refused, catalogue).body,
  }))
}

/** Values printed as the fact's own unit has them. */
async function presentFilings(tx: ReadTx, id: CaseId) {
  const versions = await views.filings(tx, id)
  const { pack, version } = await views.case(tx, id)
  const program = await getProgram(tx, pack, version)
  return versions.map((filing) => ({
    ...filing,
    facts: filing.facts.map(({ name, before, after }) => {
      const fact = program.facts[name]
      return {
        name,
        title: fact?.title ?? { zh: name, en: name },
        before: printedOf(fact, before),
        after: printedOf(fact, after),
      }
    }),
  }))
}

const HEAD = [
  '受理编号',
  '申报单位',
  '事项',
  '区划',
  '阶段',
  '进入日期',
  '到期日',
  '剩余工作日',
  '链接编号',
]

function tableOf(rows: readonly CaseRow[]): Buffer {
  return csvOf(
    HEAD,
    rows.map((row) => [
      row.number,
      row.party,
      row.serviceTitle.zh,
      row.district,
      STAGE_WORDS[row.stage].zh,
      row.stageOn,
      row.due,
      row.left,
      row.id,
    ]),
  )
}
