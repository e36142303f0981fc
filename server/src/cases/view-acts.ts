import { isAct, type Stage, stepFor } from '@banfa/policy/run'
import type { Entry, Words } from '../kernel/index.ts'
import { type CaseState, foldCase, step } from './case.ts'
import {
  type DetailOf,
  detailOf,
  isPaperNote,
  isTextMove,
  paperNoted,
  textMoved,
} from './happened.ts'
import { NOTED, TEXT_MOVED } from './note.ts'
import type { OpenCase } from './open-case.ts'
import { titleOf } from './standing.ts'
import type { ActView } from './views.ts'

const PUBLIC = '公众'

/** What happened, oldest first, each with the stage it led to. */
export function viewActs(open: OpenCase): ActView[] {
  let state: CaseState | null = null
  return open.entries.map((entry) => {
    state = state ? step(state, entry) : foldCase([entry])
    return present(open, entry, state?.stage ?? 'draft')
  })
}

function present(open: OpenCase, entry: Entry, stage: Stage): ActView {
  const { act, seq, at, on, actor, as, reason, cite, hash } = entry
  const delegation = isAct(act) ? detailOf(act, entry).delegation : undefined
  return {
    seq,
    act,
    title: entryTitle(open, entry),
    at,
    on,
    by: act === 'object' ? PUBLIC : actor.name,
    office: as?.officeName ?? null,
    post: as?.title ?? null,
    inPlaceOf: as?.inPlaceOf?.name ?? null,
    onBehalfOf: delegation?.onBehalfOf ?? null,
    mandate: delegation?.mandate ?? null,
    reason,
    cite: cite ?? (isAct(act) ? (stepFor(open.service, act)?.cite ?? null) : null),
    stage,
    hash,
    notes: notesOn(open, entry),
  }
}

/** What an entry of the case's record is called. */
export function entryTitle(open: Pick<OpenCase, 'service'>, { act }: Entry): Words {
  if (isAct(act)) return titleOf(open.service, act)
  return ({ ...NOTED, ...TEXT_MOVED } as Readonly<Record<string, Words>>)[act] ?? STARTED
}

const STARTED: Words = { zh: '开始填报', en: 'Draft started' }

/** Where a case stands after it was sent back, in the words of the office. */
const SENT_BACK_TO: Readonly<Partial<Record<Stage, Words>>> = {
  filed: { zh: '重新办理受理', en: 'To be accepted anew' },
  accepted: { zh: '重新初审', en: 'To be reviewed by the district anew' },
  recommended: { zh: '重新组织专家评审', en: 'To be reviewed by experts anew' },
  reviewed: { zh: '重新审议', en: 'To be deliberated anew' },
  publicised: { zh: '重新拟定意见', en: 'To be proposed anew' },
}

type Noted = {
  readonly [A in
    | 'file'
    | 'return'
    | 'transfer'
    | 'send-back'
    | 'assign'
    | 'judge'
    | 'conclude-review'
    | 'publicise'
    | 'answer-objection'
    | 'refuse'
    | 'certify'
    | 'revoke']: (detail: DetailOf<A>, open: OpenCase) => Words[]
}

const NOTES: Noted = {
  file: ({ receipt, ordinal }) => [
    { zh: `回执 ${receipt}，第${ordinal}次申报`, en: `Receipt ${receipt}, filing ${ordinal}` },
  ],
  return: ({ missing, points = [], until = null }) => [
    ...missing.map(({ title, cite }) => ({
      zh: `${title.zh}（${cite}）`,
      en: `${title.en} (${cite})`,
    })),
    ...points.map(({ title, says }) => ({
      zh: `${title.zh}：${says}`,
      en: `${title.en}: ${says}`,
    })),
    ...(until ? [{ zh: `补正期限至${until}`, en: `To be corrected by ${until}` }] : []),
  ],
  transfer: ({ from, to }) => [
    { zh: `由${from.zh}移送${to.zh}`, en: `From ${from.en} to ${to.en}` },
  ],
  'send-back': ({ to }) => [SENT_BACK_TO[to] ?? { zh: '', en: '' }],
  assign: ({ experts, draw, blind }) => [
    { zh: `共${experts}名专家`, en: `${experts} experts` },
    ...(blind ? [{ zh: '匿名评审', en: 'The review is blind' }] : []),
    ...(draw
      ? [{ zh: `随机抽取，可复核：/draws/${draw}`, en: `Drawn by lot, see /draws/${draw}` }]
      : []),
  ],
  judge: ({ answers, points }, open) => [
    ...Object.entries(answers).map(([name, answer]) => verdict(open, name, answer)),
    ...given(open, points),
  ],
  'conclude-review': ({ tally, answers, points }, open) => [
    ...Object.entries(tally).map(([name, { met, notMet }]) => {
      const said = verdict(open, name, answers[name] ?? 'not-met')
      return {
        zh: `${said.zh}（符合${met}，不符合${notMet}）`,
        en: `${said.en} (${met} met, ${notMet} not met)`,
      }
    }),
    ...given(open, points),
  ],
  publicise: ({ notice }) => [
    {
      zh: `${notice.number}，公示至${notice.until}`,
      en: `${notice.number}, until ${notice.until}`,
    },
  ],
  'answer-objection': ({ upheld }) => [
    upheld
      ? { zh: '异议成立', en: 'The objection is upheld' }
      : { zh: '异议不成立', en: 'The objection is dismissed' },
  ],
  refuse: ({ findings }) =>
    findings.map(({ title, cite }) => ({
      zh: `${title.zh}（${cite}）`,
      en: `${title.en} (${cite})`,
    })),
  certify: ({ certificate }) => [
    { zh: `证书 ${certificate.number}`, en: `Certificate ${certificate.number}` },
  ],
  revoke: ({ barredUntil }) =>
    barredUntil
      ? [
          {
            zh: `${barredUntil}（含）前不得再次申报`,
            en: `May not apply again until ${barredUntil}, that day included`,
          },
        ]
      : [],
}

function notesOn(open: OpenCase, entry: Entry): Words[] {
  if (isTextMove(entry.act)) {
    const { from, to } = textMoved(entry)
    return [{ zh: `由${from}改为${to}`, en: `From ${from} to ${to}` }]
  }
  if (isPaperNote(entry.act)) {
    const { paper } = paperNoted(entry)
    return [
      open.service.papers.find(({ name }) => name === paper)?.title ?? { zh: paper, en: paper },
    ]
  }
  const notes = (
    NOTES as Readonly<Record<string, ((detail: never, open: OpenCase) => Words[]) | undefined>>
  )[entry.act]
  return notes ? notes(entry.detail as never, open) : []
}

function verdict(open: OpenCase, name: string, answer: 'met' | 'not-met'): Words {
  const title = open.judged.find((one) => one.name === name)?.title ?? { zh: name, en: name }
  return answer === 'met'
    ? { zh: `${title.zh}：符合`, en: `${title.en}: met` }
    : { zh: `${title.zh}：不符合`, en: `${title.en}: not met` }
}

function given(open: OpenCase, points: Readonly<Record<string, number>> = {}): Words[] {
  return Object.entries(points).map(([name, number]) => {
    const title = open.judged.find((one) => one.name === name)?.title ?? { zh: name, en: name }
    return { zh: `${title.zh}：${number}分`, en: `${title.en}: ${number} points` }
  })
}
