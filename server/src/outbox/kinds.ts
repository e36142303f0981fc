import type { CaseEvent } from '../cases/index.ts'
import type { ReminderEvent } from '../clocks/index.ts'
import type { Words } from '../kernel/index.ts'

/** Whom a kind is told: the party's people, the offices it is for, both, or the experts it names. */
export type Told = 'party' | 'office' | 'both' | 'expert'

export type Kind = {
  /** The type of the event that causes it. */
  readonly name: string
  readonly told: Told
  /** `review` says nothing of the case: who judges which one is nobody else's to know. */
  readonly about: 'case' | 'notice' | 'review'
  /** What happened, after “申报件 …” or “公示 …”; a whole sentence of a review. */
  readonly says: Words
}

type Said = Omit<Kind, 'name'>

const ofCase = (told: Told, zh: string, en: string): Said => ({
  told,
  about: 'case',
  says: { zh, en },
})
const ofNotice = (told: Told, zh: string, en: string): Said => ({
  told,
  about: 'notice',
  says: { zh, en },
})

/** Told to nobody by message. */
const QUIET = null

/** What rooms announce; each must be answered for below, so that none is announced to nobody unseen. */
type Announced = CaseEvent | ReminderEvent

const ANSWERED = {
  // Everybody reads calls on the portal.
  'call.opened': QUIET,
  'case.filed': ofCase('office', '已提交，等待受理', 'was filed and waits for acceptance'),
  'case.withdrawn': ofCase('office', '已由申报单位撤回', 'was withdrawn'),
  'case.accepted': ofCase('party', '已受理', 'was accepted'),
  'case.deemed-accepted': ofCase(
    'both',
    '逾期未告知，依规定视为受理',
    'was not answered in time and is deemed accepted',
  ),
  'case.lapsed': ofCase(
    'both',
    '逾期未补正，依规定视为放弃',
    'was not corrected in time and has lapsed',
  ),
  'case.returned': ofCase('party', '需要补正', 'needs correction'),
  'case.transferred': ofCase(
    'both',
    '已移送有管辖权的机构',
    'was transferred to the office in charge',
  ),
  'case.recommended': ofCase('both', '已推荐', 'was recommended'),
  'case.experts-assigned': {
    told: 'expert',
    about: 'review',
    says: { zh: '有申报件分派您评审', en: 'A case was assigned to you to judge' },
  },
  'case.sent-back': ofCase('office', '已退回上一环节', 'was sent back a stage'),
  'case.objected': ofCase('both', '公示期间收到异议', 'received an objection'),
  'objection.added': ofCase('office', '的异议有补充内容', 'has more to an objection'),
  // The objector follows the objection by its key (ADR 0035): the product knows no person to write to.
  'objection.asked': QUIET,
  'objection.answered': ofCase('party', '的异议已答复', 'had an objection answered'),
  'case.reappraised': ofCase('both', '将重新评审', 'is appraised anew'),
  'case.decided': ofCase('party', '已作出认定决定', 'was decided'),
  'case.refused': ofCase('party', '已作出不予认定决定', 'was refused'),
  'case.certified': ofCase('party', '已颁发证书', 'has its certificate'),
  'case.migrated': ofCase('party', '已改按现行版本办理', 'was put under the version in force'),
  'case.restored': ofCase('party', '已恢复按原版本办理', 'is under its former version again'),
  'sanction.proposed': ofCase(
    'party',
    '有拟处理告知书，请阅知并在期限内陈述、申辩',
    'has a notice of an intended sanction: read it and answer in time',
  ),
  'sanction.served': ofCase(
    'both',
    '的拟处理告知书已送达',
    'had the notice of an intended sanction served',
  ),
  'sanction.answered': ofCase(
    'office',
    '的当事人已提出陈述、申辩或者听证申请',
    'had the intended sanction answered by the party',
  ),
  'sanction.summoned': ofCase(
    'party',
    '的听证通知书已发出',
    'has a hearing called: see day and place',
  ),
  'sanction.dropped': ofCase('party', '不予处理', 'had the intended sanction dropped'),
  'case.sanctioned': ofCase('party', '已作出处理决定', 'had a sanction decided'),
  'case.revoked': ofCase('party', '所获认定已被取消', 'had its recognition revoked'),
  'sanction.lifted': ofCase('party', '的处理已解除', 'had a sanction lifted'),
  'change.reported': ofCase(
    'office',
    '收到变更报备，等待核查',
    'has a change reported that waits for the visit',
  ),
  'change.verified': ofCase(
    'party',
    '的变更已核查，请提交变更报告',
    'had a change verified: file the report of it',
  ),
  'change.filed': ofCase(
    'office',
    '收到变更报告，等待确认',
    'has a change filed that waits to be settled',
  ),
  'change.settled': ofCase('party', '的变更影响已确认', 'had a change settled'),
  'clock.suspend': ofCase('party', '的办理期限中止计算', 'had its time limit suspended'),
  'clock.resume': ofCase('party', '的办理期限恢复计算', 'had its time limit resumed'),
  'clock.extend': ofCase('party', '的办理期限已延长', 'had its time limit extended'),
  'clock.reminded': ofCase('both', '的办理期限将满或者已满', 'is near its deadline or past it'),
  'notice.published': ofNotice('party', '已发布', 'was published'),
  'notice.ending': ofNotice('both', '即将期满', 'is about to end'),
  'notice.closed': ofNotice('office', '已期满', 'has ended'),
} as const satisfies Readonly<Record<Announced, Said | null>>

/** What people and other systems can be told of; each name is the type of the event that causes it. */
export const KINDS: readonly Kind[] = Object.entries(ANSWERED).flatMap(([name, said]) =>
  said === null ? [] : [{ name, ...said }],
)

export const KIND_NAMES: readonly string[] = KINDS.map(({ name }) => name)
