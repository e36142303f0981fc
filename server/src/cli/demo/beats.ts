import { conditionsIn } from '@banfa/policy/run'
import { acts, type CaseId, drafts, sanctions } from '../../cases/index.ts'
import { day } from '../../kernel/index.ts'
import type { Beat, PartyData, Story } from './demo-data.ts'
import { acting, type Stage, wanted } from './stage.ts'

const CITY = 'ma.xiaodong'
const SIGNS = 'chen.lixin'
const PANEL = ['li.wenbo', 'zhang.huimin', 'aibek'] as const

/** What each beat of a story does, by whom. */
type Play = (stage: Stage, story: Story, on: string) => Promise<unknown>

const caseOf = (stage: Stage, story: Story): CaseId => wanted(stage.cases.get(story.key), story.key)

const byOfficer =
  (
    login: string,
    act: (tx: never, input: { caseId: CaseId; reason: string }) => Promise<unknown>,
    reason: string,
  ): Play =>
  (stage, story, on) =>
    acting(stage, { login, on }, (tx) => act(tx as never, { caseId: caseOf(stage, story), reason }))

const start: Play = async (stage, story, on) => {
  const login = applicantOf(stage, story)
  const { caseId } = await acting(stage, { login, on }, (tx) =>
    drafts.start(tx, {
      callId: wanted(stage.calls.get(story.call), story.call),
      service: story.service,
      partyId: wanted(stage.cast.parties.get(story.key), story.key),
    }),
  )
  stage.cases.set(story.key, caseId)
  const partner = story.partner && {
    name: story.partner.name,
    country: story.partner.country,
    registrationNumber: story.partner.registration,
  }
  await acting(stage, { login, on }, (tx) =>
    drafts.save(tx, { caseId, revision: 0, answers: story.answers, partner }),
  )
  await handIn(stage, story, on)
}

async function handIn(stage: Stage, story: Story, on: string): Promise<void> {
  const service = wanted(stage.program.services[story.service], story.service)
  const missing = story['papers-missing'] ?? []
  for (const paper of service.papers.filter(({ name }) => !missing.includes(name))) {
    const bytes = stage.paper(paper.title.zh, partyOf(stage, story).name)
    await acting(stage, { login: applicantOf(stage, story), on }, (tx) =>
      drafts.attach(tx, {
        caseId: caseOf(stage, story),
        paper: paper.name,
        fileName: `${paper.title.zh}.pdf`,
        bytes,
      }),
    )
  }
}

const file: Play = (stage, story, on) =>
  acting(stage, { login: applicantOf(stage, story), on }, (tx) =>
    acts.file(tx, { caseId: caseOf(stage, story), revision: 1 }),
  )

const recommend: Play = async (stage, story, on) => {
  const login = districtOf(stage, story)
  const caseId = caseOf(stage, story)
  const answers = judged(stage, story, 'district-bureau').map((condition) => ({
    condition,
    answer: 'met' as const,
    reason: '经查询登记和处罚信息，近三年无行政处罚，经营正常。',
  }))
  await acting(stage, { login, on }, (tx) => acts.judge(tx, { caseId, answers }))
  await acting(stage, { login, on }, (tx) =>
    acts.recommend(tx, {
      caseId,
      recommendation: '经初审并实地查看，申报材料齐全、与实际相符，符合推荐要求，同意推荐。',
    }),
  )
}

const assign: Play = (stage, story, on) =>
  acting(stage, { login: CITY, on }, (tx) =>
    acts.assign(tx, {
      caseId: caseOf(stage, story),
      experts: PANEL.map((login) => wanted(stage.cast.people.get(login), login)),
    }),
  )

const REASONS = [
  '材料完整，合作协议和往来记录能够相互印证。',
  '团队和制度与申报内容一致，现场抽查无出入。',
  '服务记录清楚，案例可以核实。',
]

const judge: Play = async (stage, story, on) => {
  const conditions = judged(stage, story, 'expert-panel')
  for (const [at, login] of PANEL.slice(0, story['judged-by'] ?? PANEL.length).entries()) {
    const answers = conditions.map((condition, number) => ({
      condition,
      answer: 'met' as const,
      reason: REASONS[(number + at) % REASONS.length] ?? '',
    }))
    await acting(stage, { login, on }, (tx) =>
      acts.judge(tx, { caseId: caseOf(stage, story), answers }),
    )
  }
}

/** Told to its face, the firm has nothing to say against it; somebody else decides. */
const revoke: Play = async (stage, story, on) => {
  const { sanction, found, reason } = wanted(story.revoke, `${story.key} revoke`)
  const caseId = caseOf(stage, story)
  const sanctionId = await acting(stage, { login: CITY, on }, (tx) =>
    sanctions.propose(tx, { caseId, sanction, foundOn: day(found), grounds: reason }),
  )
  const of = { caseId, sanctionId }
  const login = applicantOf(stage, story)
  await acting(stage, { login, on }, (tx) => sanctions.acknowledge(tx, of))
  const statement = '对告知的事实、理由和依据没有异议，放弃听证。'
  await acting(stage, { login, on }, (tx) =>
    sanctions.answer(tx, { ...of, statement, hearing: false, waives: true }),
  )
  await acting(stage, { login: SIGNS, on }, (tx) =>
    sanctions.decide(tx, { ...of, impose: true, reason }),
  )
}

const PLAYS: Readonly<Record<Beat, Play>> = {
  start,
  file,
  accept: (stage, story, on) =>
    byOfficer(districtOf(stage, story), acts.accept, '')(stage, story, on),
  return: (stage, story, on) =>
    acting(stage, { login: districtOf(stage, story), on }, (tx) =>
      acts.return(tx, { caseId: caseOf(stage, story), remarks: story.return?.remarks ?? '' }),
    ),
  recommend,
  assign,
  judge,
  'conclude-review': byOfficer(CITY, acts.concludeReview, ''),
  deliberate: byOfficer(CITY, acts.deliberate, '经局长办公会审议，同意列入拟认定名单并公示。'),
  propose: byOfficer(CITY, acts.propose, '公示期满无异议，各项条件均已符合，建议予以认定。'),
  decide: byOfficer(SIGNS, acts.decide, '同意认定。'),
  refuse: (stage, story, on) =>
    byOfficer(SIGNS, acts.refuse, story.refuse?.reason ?? '')(stage, story, on),
  certify: byOfficer(CITY, acts.certify, ''),
  revoke,
}

export function play(stage: Stage, story: Story, beat: Beat): Promise<unknown> {
  return PLAYS[beat](stage, story, wanted(story.beats[beat], beat))
}

function judged(stage: Stage, story: Story, by: string): string[] {
  const service = wanted(stage.program.services[story.service], story.service)
  const root = wanted(stage.program.conditions[service.needs], service.needs)
  return conditionsIn(root).flatMap((one) =>
    one.kind === 'judged' && one.by === by ? [one.name] : [],
  )
}

function partyOf(stage: Stage, story: Story): PartyData {
  return wanted(
    stage.data.parties.find(({ key }) => key === story.key),
    story.key,
  )
}

function applicantOf(stage: Stage, story: Story): string {
  const known = stage.data.people.applicants.find(({ party }) => party === story.key)
  return known?.login ?? `filer.${story.key}`
}

function districtOf(stage: Stage, story: Story): string {
  const { district } = partyOf(stage, story)
  return wanted(
    stage.data.people.officers.find((one) => one.district === district),
    district,
  ).login
}
