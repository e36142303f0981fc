import {
  acceptApplication,
  certify,
  concludeReview,
  decide,
  deliberate,
  propose,
  reappraise,
  recommend,
  sendBack,
  withdrawApplication,
} from '../../../api/generated/sdk.gen.ts'
import type { Act, CaseView, Stage } from '../../../api/generated/types.gen.ts'

type Done = Promise<{ data: CaseView }>

/** An act that needs one text of the officer at most. */
export type PlainAct = {
  /** What the text is called on the page; a key of the office words. */
  readonly asks: 'act.reason' | 'act.remarks' | 'act.recommendation'
  readonly required: boolean
  /** `stage` is the one the page shows. */
  run(id: string, text: string, stage: Stage): Done
}

const at = (id: string) => ({ path: { id }, throwOnError: true as const })

export const PLAIN_ACTS: Readonly<Partial<Record<Act, PlainAct>>> = {
  accept: {
    asks: 'act.remarks',
    required: false,
    run: (id, reason) => acceptApplication({ ...at(id), body: { reason } }),
  },
  'send-back': {
    asks: 'act.reason',
    required: true,
    run: (id, reason, from) => sendBack({ ...at(id), body: { reason, from } }),
  },
  reappraise: {
    asks: 'act.reason',
    required: true,
    run: (id, reason) => reappraise({ ...at(id), body: { reason } }),
  },
  recommend: {
    asks: 'act.recommendation',
    required: true,
    run: (id, recommendation) => recommend({ ...at(id), body: { recommendation } }),
  },
  'conclude-review': {
    asks: 'act.remarks',
    required: false,
    run: (id, reason) => concludeReview({ ...at(id), body: { reason } }),
  },
  deliberate: {
    asks: 'act.reason',
    required: true,
    run: (id, reason) => deliberate({ ...at(id), body: { reason } }),
  },
  propose: {
    asks: 'act.reason',
    required: true,
    run: (id, reason) => propose({ ...at(id), body: { reason } }),
  },
  decide: {
    asks: 'act.reason',
    required: true,
    run: (id, reason) => decide({ ...at(id), body: { reason } }),
  },
  certify: {
    asks: 'act.remarks',
    required: false,
    run: (id, reason) => certify({ ...at(id), body: { reason } }),
  },
  withdraw: {
    asks: 'act.reason',
    required: true,
    run: (id, reason) => withdrawApplication({ ...at(id), body: { reason } }),
  },
}
