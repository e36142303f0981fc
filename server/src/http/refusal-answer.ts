import type { z } from 'zod'
import { explainRefusal, type Refusal, type RefusalCatalogue } from '../kernel/index.ts'
import type { Refusal as RefusalBody } from './contract/terms.ts'

export type Refused = { readonly status: number; readonly body: z.input<typeof RefusalBody> }

/** The status of a refusal derives from the last word of its code, here and nowhere else. */
const STATUS_OF_ENDING: readonly (readonly [RegExp, number])[] = [
  [/[.-](not-found|no-such-\w+|unknown-(case|call|party|measure|notice))$/, 404],
  [/[.-](signed-out|wrong-password|not-signed-in)$/, 401],
  [/[.-](forbidden|not-yours|cross-site)$/, 403],
  [/[.-](conflict|stale|closed|already|not-open|in-use)(-\w+)*$/, 409],
  [/[.-]too-large$/, 413],
  [/[.-]too-many(-\w+)*$/, 429],
  [/[.-](database-gone|disk-full|busy)$/, 503],
]

export function statusOf(code: string): number {
  return STATUS_OF_ENDING.find(([ending]) => ending.test(code))?.[1] ?? 422
}

/** The answer to a refusal: what, why, next step, in both languages. */
export function answerRefusal(refused: Refusal, catalogue: RefusalCatalogue): Refused {
  const said = explainRefusal(refused, catalogue)
  const named = said.fields.map((field) => ({ field, says: said.what }))
  const fields = [...named, ...refused.told]
  const { code, what, why, next, cite } = said
  return {
    status: statusOf(code),
    body: { code, says: what, why, next, cite, fields, trace: null },
  }
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** A request that does not fit the contract, field by field. */
export function answerMisfit(where: string, issues: readonly Issue[]): Refused {
  const fields = issues.map((issue) => ({
    field: issue.path.map(String).join('.') || where,
    says: { zh: `不符合要求：${issue.message}`, en: issue.message },
  }))
  return {
    status: 422,
    body: {
      code: 'http.misfit',
      says: { zh: '提交的内容格式不对', en: 'The request does not fit' },
      why: { zh: '下列各项与接口约定不符', en: 'The fields below differ from the contract' },
      next: { zh: '请改正所列各项后再提交', en: 'Correct the fields listed and send again' },
      cite: null,
      fields,
      trace: null,
    },
  }
}

/** Something broke: said plainly, with the number to look it up by. Nothing was changed. */
export function answerFault(trace: string): Refused {
  return {
    status: 500,
    body: {
      code: 'http.fault',
      says: { zh: '系统出错，本次操作没有生效', en: 'Something broke; nothing was changed' },
      why: null,
      next: {
        zh: `请稍后重试；若仍然如此，请把编号 ${trace} 告诉管理员`,
        en: `Try again; if it persists, give the administrator the number ${trace}`,
      },
      cite: null,
      fields: [],
      trace,
    },
  }
}
