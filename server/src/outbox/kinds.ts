import type { Words } from '../kernel/index.ts'

/** Whom a kind is told: the party's people, the office the case waits for, or both. */
export type Told = 'party' | 'office' | 'both'

export type Kind = {
  readonly name: string
  readonly told: Told
  readonly about: 'case' | 'notice'
  /** What happened, after “申报件 …” or “公示 …”. */
  readonly says: Words
}

const ofCase = (name: string, told: Told, says: Words): Kind => ({
  name,
  told,
  about: 'case',
  says,
})
const ofNotice = (name: string, told: Told, says: Words): Kind => ({
  name,
  told,
  about: 'notice',
  says,
})

/**
 * What people and other systems can be told of; each name is the type of the event that causes it.
 * `clock.reminded` ({ case, due }) comes from `clocks`; `notice.ending` ({ notice, number, until }) is
 * for whoever keeps the clock of notices: `announce(tx, { type, payload })` is all it takes.
 */
export const KINDS = [
  ofCase('case.filed', 'office', {
    zh: '已提交，等待受理',
    en: 'was filed and waits for acceptance',
  }),
  ofCase('case.withdrawn', 'office', { zh: '已由申报单位撤回', en: 'was withdrawn' }),
  ofCase('case.accepted', 'party', { zh: '已受理', en: 'was accepted' }),
  ofCase('case.deemed-accepted', 'both', {
    zh: '逾期未告知，依规定视为受理',
    en: 'was not answered in time and is deemed accepted',
  }),
  ofCase('case.lapsed', 'both', {
    zh: '逾期未补正，依规定视为放弃',
    en: 'was not corrected in time and has lapsed',
  }),
  ofCase('case.returned', 'party', { zh: '需要补正', en: 'needs correction' }),
  ofCase('case.decided', 'party', { zh: '已作出认定决定', en: 'was decided' }),
  ofCase('case.refused', 'party', { zh: '已作出不予认定决定', en: 'was refused' }),
  ofCase('case.certified', 'party', { zh: '已颁发证书', en: 'has its certificate' }),
  ofCase('case.revoked', 'party', { zh: '所获认定已被取消', en: 'had its recognition revoked' }),
  ofCase('case.migrated', 'party', {
    zh: '已改按现行版本办理',
    en: 'was put under the version in force',
  }),
  ofCase('case.restored', 'party', {
    zh: '已恢复按原版本办理',
    en: 'is under its former version again',
  }),
  ofCase('case.objected', 'both', { zh: '公示期间收到异议', en: 'received an objection' }),
  ofCase('objection.answered', 'party', { zh: '的异议已答复', en: 'had an objection answered' }),
  ofCase('clock.reminded', 'both', {
    zh: '的办理期限将满或者已满',
    en: 'is near its deadline or past it',
  }),
  ofNotice('notice.published', 'party', { zh: '已发布', en: 'was published' }),
  ofNotice('notice.ending', 'both', { zh: '即将期满', en: 'is about to end' }),
  ofNotice('notice.closed', 'office', { zh: '已期满', en: 'has ended' }),
] as const satisfies readonly Kind[]

export const KIND_NAMES: readonly string[] = KINDS.map(({ name }) => name)
