import {
  acts,
  type CallId,
  type CaseId,
  drafts,
  type NoticeId,
  notices,
  views,
} from '../src/cases/index.ts'
import type { Actor, PartyId, PersonActor } from '../src/kernel/index.ts'
import type { Zone } from './zone.ts'

/** What an office needs for its acts to be walked through. */
export type Workplace = {
  readonly zone: Zone
  readonly call: CallId
  readonly party: PartyId
  readonly applicant: PersonActor
  readonly district: PersonActor
  readonly city: PersonActor
  readonly signer: PersonActor
  readonly experts: readonly PersonActor[]
}

export type Milestone =
  | 'draft'
  | 'filed'
  | 'accepted'
  | 'recommended'
  | 'reviewed'
  | 'deliberated'
  | 'publicised'
  | 'proposed'
  | 'decided'
  | 'certified'

const MILESTONES: readonly Milestone[] = [
  'draft',
  'filed',
  'accepted',
  'recommended',
  'reviewed',
  'deliberated',
  'publicised',
  'proposed',
  'decided',
  'certified',
]

/** A small PDF whose text is its own; recognised by its content. */
export function aPdf(says: string): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${says}\ntrailer<<>>\n%%EOF\n`)
}

const REASON = '材料真实完整，符合条件。'

export type ByCaseId = ReturnType<typeof workflow>

/** The happy path step by step, each done by the person whose turn it is. */
export function workflow(at: Workplace) {
  const { zone } = at
  const by = (actor: Actor) => (work: Parameters<Zone['writing']>[1]) => zone.writing(actor, work)

  async function aDraft(traits: { floorArea?: string | null; papers?: readonly string[] } = {}) {
    const { floorArea = '420', papers = ['site-title', 'cooperation-report'] } = traits
    const { caseId } = await zone.writing(at.applicant, (tx) =>
      drafts.start(tx, {
        callId: at.call,
        service: 'small-base-recognition',
        partyId: at.applicant.parties[0] ?? at.party,
      }),
    )
    await fillIn(caseId, { floorArea, papers })
    return caseId
  }

  async function fillIn(
    caseId: CaseId,
    { floorArea, papers }: { floorArea: string | null; papers: readonly string[] },
  ) {
    const { revision } = await view(at.applicant, caseId)
    const answers = { 'floor-area': floorArea }
    await by(at.applicant)((tx) => drafts.save(tx, { caseId, revision, answers }))
    for (const paper of papers) {
      const bytes = aPdf(`${paper} ${caseId}`)
      const file = { caseId, paper, fileName: `${paper}.pdf`, bytes }
      await by(at.applicant)((tx) => drafts.attach(tx, file))
    }
  }

  async function file(caseId: CaseId) {
    const { revision } = await view(at.applicant, caseId)
    return zone.writing(at.applicant, (tx) => acts.file(tx, { caseId, revision }))
  }

  function view(actor: Actor, caseId: CaseId) {
    return zone.reading(actor, (tx) => views.case(tx, caseId))
  }

  async function judgeLawful(caseId: CaseId, answer: 'met' | 'not-met' = 'met') {
    const answers = [{ condition: 'lawful', answer, reason: REASON }]
    await by(at.district)((tx) => acts.judge(tx, { caseId, answers }))
  }

  async function review(caseId: CaseId, answers: readonly ('met' | 'not-met')[]) {
    const panel = at.experts.slice(0, answers.length)
    const experts = panel.map((one) => one.person)
    await by(at.city)((tx) => acts.assign(tx, { caseId, experts }))
    for (const [index, expert] of panel.entries()) {
      const answer = answers[index] ?? 'met'
      const given = [{ condition: 'cooperation', answer, reason: REASON }]
      await by(expert)((tx) => acts.judge(tx, { caseId, answers: given }))
    }
  }

  async function publicise(...cases: CaseId[]): Promise<NoticeId> {
    const title = { zh: '拟认定名单公示', en: 'Notice of the proposed list' }
    const notice = await zone.writing(at.city, (tx) => notices.publicise(tx, { cases, title }))
    return notice.id
  }

  /** Past the fifth working day after 2 March 2026. */
  const endWindow = () => zone.setToday('2026-03-10')

  const steps: Readonly<Record<Exclude<Milestone, 'draft'>, (id: CaseId) => Promise<unknown>>> = {
    filed: file,
    accepted: (caseId) => by(at.district)((tx) => acts.accept(tx, { caseId })),
    recommended: async (caseId) => {
      await judgeLawful(caseId)
      await by(at.district)((tx) => acts.recommend(tx, { caseId, recommendation: REASON }))
    },
    reviewed: async (caseId) => {
      await review(caseId, ['met', 'met', 'met'])
      await by(at.city)((tx) => acts.concludeReview(tx, { caseId }))
    },
    deliberated: (caseId) => by(at.city)((tx) => acts.deliberate(tx, { caseId, reason: REASON })),
    publicised: (caseId) => publicise(caseId),
    proposed: async (caseId) => {
      endWindow()
      await by(at.city)((tx) => acts.propose(tx, { caseId, reason: REASON }))
    },
    decided: (caseId) => by(at.signer)((tx) => acts.decide(tx, { caseId, reason: REASON })),
    certified: (caseId) => by(at.city)((tx) => acts.certify(tx, { caseId })),
  }

  /** A case brought to a milestone by the right people, without incident. */
  async function aCaseAt(milestone: Milestone): Promise<CaseId> {
    const caseId = await aDraft()
    await advance(caseId, 'draft', milestone)
    return caseId
  }

  async function advance(caseId: CaseId, from: Milestone, to: Milestone) {
    const way = MILESTONES.slice(MILESTONES.indexOf(from) + 1, MILESTONES.indexOf(to) + 1)
    for (const step of way) if (step !== 'draft') await steps[step](caseId)
  }

  return { aDraft, fillIn, file, view, judgeLawful, review, publicise, aCaseAt, advance, endWindow }
}
