import { z } from 'zod'
import { JudgementView } from './case-parts.ts'
import {
  ClockView,
  Day,
  Deadline,
  FactView,
  Id,
  named,
  Outcome,
  PackNamed,
  PartnerView,
  PartyView,
  Words,
} from './terms.ts'

export const Stage = named(
  'Stage',
  z.enum([
    'draft',
    'filed',
    'returned',
    'accepted',
    'recommended',
    'reviewed',
    'deliberated',
    'publicised',
    'objected',
    'proposed',
    'decided',
    'certified',
    'refused',
    'withdrawn',
    'revoked',
  ]),
)

export const Act = named(
  'Act',
  z.enum([
    'file',
    'withdraw',
    'accept',
    'return',
    'transfer',
    'send-back',
    'recommend',
    'assign',
    'judge',
    'conclude-review',
    'deliberate',
    'publicise',
    'object',
    'answer-objection',
    'reappraise',
    'propose',
    'decide',
    'refuse',
    'certify',
    'revoke',
    'restore',
  ]),
)

/** A row of a queue or of "my applications". */
export const CaseRow = named(
  'CaseRow',
  z.object({
    id: Id,
    number: z.string().nullable(),
    service: z.string(),
    serviceTitle: Words,
    party: z.string(),
    partyId: Id,
    district: z.string().nullable(),
    stage: Stage,
    stageOn: Day,
    due: Day.nullable(),
    left: z.number().int().nullable(),
    overdue: z.boolean(),
    /** The viewer may do something now. */
    mine: z.boolean(),
    blind: z.boolean(),
  }),
)

export const CasePage = named(
  'CasePage',
  z.object({
    rows: z.array(CaseRow),
    next: z.string().nullable(),
    counts: z.record(z.string(), z.number().int()),
    total: z.number().int(),
  }),
)

/** One act on the record: who, when, what, why, under which article, and its hash. */
export const ActView = named(
  'ActView',
  z.object({
    seq: z.number().int(),
    act: z.string(),
    title: Words,
    at: z.string(),
    on: Day,
    by: z.string(),
    office: Words.nullable(),
    /** 代行: in whose place, while they were away. */
    inPlaceOf: z.string().nullable(),
    onBehalfOf: Words.nullable(),
    /** The number of the written mandate 委托书 it was done under. */
    mandate: z.string().nullable(),
    reason: z.string().nullable(),
    cite: z.string().nullable(),
    stage: Stage,
    hash: z.string(),
    /** What the act adds to read: papers asked for, the notice's number, the receipt's. */
    notes: z.array(Words),
  }),
)

export const PaperView = named(
  'PaperView',
  z.object({
    paper: z.string(),
    title: Words,
    cite: z.string(),
    required: z.boolean(),
    kinds: z.array(z.string()),
    help: Words.nullable(),
    files: z.array(
      z.object({
        id: Id,
        name: z.string(),
        media: z.string(),
        size: z.number().int(),
        sha256: z.string(),
        uploadedOn: Day,
      }),
    ),
    withheld: z.boolean(),
  }),
)

/** An act the viewer may do now; `warns` is said before it is done. */
export const MayAct = named(
  'MayAct',
  z.object({
    act: Act,
    title: Words,
    cite: z.string().nullable(),
    legal: z.boolean(),
    onBehalfOf: Words.nullable(),
    inPlaceOf: z.string().nullable(),
    warns: z.array(Words),
  }),
)

/** What one person or office answered: met or not met, or points. */
export const ObjectionView = named(
  'ObjectionView',
  z.object({
    id: Id,
    number: z.string().nullable(),
    on: Day,
    /** Name and contact only for those who handle it; the public sees neither. */
    name: z.string().nullable(),
    contact: z.string().nullable(),
    grounds: z.string(),
    answered: z
      .object({ on: Day, upheld: z.boolean(), reason: z.string(), by: z.string() })
      .nullable(),
  }),
)

export const DocumentView = named(
  'DocumentView',
  z.object({ id: Id, kind: z.string(), title: Words, number: z.string().nullable(), on: Day }),
)

export const CaseView = named(
  'CaseView',
  z.object({
    id: Id,
    number: z.string().nullable(),
    service: z.string(),
    serviceTitle: Words,
    pack: z.string(),
    version: z.string(),
    measure: Words,
    call: z.object({ id: Id, number: z.string(), title: Words, closesOn: Day }),
    party: PartyView,
    partner: PartnerView.nullable(),
    /** A blind review 匿名评审: whether the viewer sees a label, and may keep papers from experts. */
    blind: z.object({ masked: z.boolean(), mayWithhold: z.boolean() }).nullable(),
    district: z.string().nullable(),
    stage: Stage,
    stageOn: Day,
    /** Who the case waits for: an office's title, or the applicant. */
    waitsFor: Words.nullable(),
    deadline: Deadline.nullable(),
    clock: ClockView,
    /** The steps of the route in order, done or to come, for the progress line. */
    route: z.array(
      z.object({
        act: Act,
        title: Words,
        by: Words,
        cite: z.string(),
        done: z.boolean(),
        on: Day.nullable(),
      }),
    ),
    acts: z.array(ActView),
    may: z.array(MayAct),
    /** Answers with lineage, in the order the articles ask. */
    facts: z.array(FactView),
    revision: z.number().int(),
    savedAt: z.string().nullable(),
    papers: z.array(PaperView),
    outcome: Outcome,
    judgements: z.array(JudgementView),
    experts: z.array(
      z.object({ person: Id, name: z.string(), employer: z.string(), answered: z.number().int() }),
    ),
    /** 回避: who stood aside, for those who see who reviews. */
    recusals: z.array(z.object({ person: Id, name: z.string(), on: Day, reason: z.string() })),
    asExpert: z.object({ mayRecuse: z.boolean(), mayAdd: z.boolean() }),
    objections: z.array(ObjectionView),
    notice: z.object({ id: Id, number: z.string(), until: Day }).nullable(),
    documents: z.array(DocumentView),
    certificate: z.object({ number: z.string(), revoked: z.boolean() }).nullable(),
    seal: z.object({ hash: z.string(), receipt: z.string(), on: Day }).nullable(),
  }),
)

/** The window of a notice before it is published; `calendar` names the published days off it rests on. */
export const NoticeWindow = named(
  'NoticeWindow',
  z.object({
    from: Day,
    until: Day,
    workingDays: z.number().int(),
    counted: Words,
    calendar: z.array(z.string()),
  }),
)

/** Its number on the frozen list, from 1: what a case is called inside stays inside. */
const line = z.number().int()
const creditCode = z.string().nullable()
const NoticeLine = z.object({ line, party: z.string(), creditCode, title: Words })

export const NoticeView = named(
  'NoticeView',
  z.object({
    id: Id,
    number: z.string(),
    title: Words,
    measure: Words,
    pack: PackNamed,
    cite: z.string(),
    from: Day,
    until: Day,
    workingDays: z.number().int(),
    state: z.enum(['open', 'ended']),
    counted: Words,
    hash: z.string(),
    list: z.array(NoticeLine),
    objections: z.number().int(),
    contact: Words,
  }),
)
