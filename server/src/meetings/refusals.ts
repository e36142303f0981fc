import type { RefusalCatalogue } from '../kernel/index.ts'

/** The sentences of the meetings room. */
export const refusals = {
  'meeting.not-found': {
    what: { zh: '没有这次审议会。', en: 'There is no such meeting.' },
    why: {
      zh: '地址有误，或者您无权查看。',
      en: 'The address is wrong, or it is not yours to see.',
    },
    next: { zh: '请从审议会列表进入。', en: 'Open it from the list of meetings.' },
  },
  'meeting.closed': {
    what: { zh: '会议已于{on}结束。', en: 'The meeting was closed on {on}.' },
    why: { zh: '结束后的会议不再改动。', en: 'Nothing changes in a closed meeting.' },
    next: { zh: '需要再议的，请另行召集会议。', en: 'Convene another meeting where needed.' },
  },
  'meeting.not-closed': {
    what: {
      zh: '会议尚未结束，没有纪要。',
      en: 'The meeting is not closed; there are no minutes yet.',
    },
    why: { zh: '纪要在会议结束时印发。', en: 'Minutes are printed when it closes.' },
    next: { zh: '请在会议结束后查阅。', en: 'Come back once it is closed.' },
  },
  'meeting.not-a-member': {
    what: { zh: '不是本次会议的成员。', en: 'This person is no member of the meeting.' },
    why: { zh: '只有会议成员参加审议和表决。', en: 'Only members deliberate and vote.' },
    next: { zh: '请与会议记录人核对成员名单。', en: 'Check the list with the secretary.' },
  },
  'meeting.not-a-colleague': {
    what: { zh: '所选人员在本机构没有岗位。', en: 'Somebody chosen holds no post in this office.' },
    why: { zh: '审议会由本机构在岗人员组成。', en: 'A meeting is made of people in post here.' },
    next: { zh: '请重新选择成员。', en: 'Choose the members again.' },
  },
  'meeting.led-by': {
    what: {
      zh: '此事由主持人{chair}或者记录人{secretary}办理。',
      en: '{chair} (chair) or {secretary} (secretary) does this.',
    },
    why: {
      zh: '到会情况、议题结论和会议结束由主持人掌握。',
      en: 'The chair keeps attendance and the close of items.',
    },
    next: { zh: '请告知主持人。', en: 'Tell the chair.' },
  },
  'meeting.quorum': {
    what: { zh: '法定人数须为{least}至{most}人。', en: 'The quorum is {least} to {most}.' },
    why: {
      zh: '法定人数须超过成员的半数，不超过成员人数。',
      en: 'It is more than half of the members, and no more than all.',
    },
    next: { zh: '请改填法定人数。', en: 'Give another number.' },
  },
  'meeting.agenda': {
    what: { zh: '所选案件不在待审议之列。', en: 'A chosen case does not wait for deliberation.' },
    why: {
      zh: '只有评审结束、尚未审议的案件列入议程。',
      en: 'Only reviewed cases go on an agenda.',
    },
    next: { zh: '请刷新页面后重新选择。', en: 'Reload and choose again.' },
  },
  'meeting.no-such-item': {
    what: { zh: '议程中没有这件案件。', en: 'The agenda has no such case.' },
    why: { zh: '议程在召集时确定。', en: 'The agenda is settled when the meeting is convened.' },
    next: { zh: '请从议程中选择。', en: 'Choose from the agenda.' },
  },
  'meeting.item-closed': {
    what: { zh: '“{party}”一项已经结束。', en: 'The item on {party} is closed.' },
    why: { zh: '已结束的议题不再改动。', en: 'A closed item does not change.' },
    next: { zh: '请刷新页面，查看表决结果。', en: 'Reload to see how it was voted.' },
  },
  'meeting.absent': {
    what: { zh: '该成员没有到会。', en: 'That member is not present.' },
    why: { zh: '只有到会成员表决。', en: 'Only members who are present vote.' },
    next: { zh: '到会的，请先登记到会。', en: 'Note the attendance first.' },
  },
  'meeting.recused': {
    what: { zh: '该成员已就此项回避。', en: 'That member left for this item.' },
    why: { zh: '回避的成员不参加该项审议和表决。', en: 'Whoever is recused does not vote on it.' },
    next: { zh: '请由其他成员表决。', en: 'Let the others vote.' },
  },
  'meeting.led-recused': {
    what: {
      zh: '您已就“{party}”一项回避，不能主持该项。',
      en: 'You left for the item on {party} and do not lead it.',
    },
    why: {
      zh: '回避的人不代他人登记表决，也不结束该项。',
      en: 'Whoever is recused neither enters votes of others nor closes the item.',
    },
    next: {
      zh: '请由另一名主持人或者记录人办理；两人均回避的，暂缓审议。',
      en: 'Let the other of chair and secretary do it; where both left, leave the item.',
    },
  },
  'meeting.not-yet': {
    what: { zh: '会议定于{on}举行。', en: 'The meeting is to be held on {on}.' },
    why: {
      zh: '到会、表决和议题结论在会议当日或者之后登记。',
      en: 'Attendance, votes and results are noted on the day or later.',
    },
    next: {
      zh: '请在会议当日登记；需要提前的，请另行召集。',
      en: 'Note them on the day, or convene another meeting.',
    },
  },
  'meeting.voter-leaves-conflict': {
    what: {
      zh: '{names}已就“{party}”一项表决，不能改记为未到会。',
      en: '{names} voted on the item on {party} and cannot be noted as absent.',
    },
    why: { zh: '已投的票计入该项结果。', en: 'A vote given counts for its item.' },
    next: {
      zh: '请先结束该项，再更改到会情况。',
      en: 'Close the item first, then change the attendance.',
    },
  },
  'meeting.voted': {
    what: { zh: '该成员已经表决。', en: 'That member has voted.' },
    why: { zh: '每人每项一票，表决后不改。', en: 'One vote each, and it stands.' },
    next: { zh: '请等待其他成员表决。', en: 'Wait for the others.' },
  },
  'meeting.quorum-missing': {
    what: {
      zh: '可表决的只有{entitled}人，法定人数为{quorum}人。',
      en: '{entitled} may vote, the quorum is {quorum}.',
    },
    why: { zh: '不足法定人数，不能形成结论。', en: 'Without a quorum nothing is settled.' },
    next: {
      zh: '请补登记到会成员，或者另行召集会议。',
      en: 'Note who has come, or convene another meeting.',
    },
  },
  'meeting.votes-missing': {
    what: { zh: '尚未表决：{names}。', en: 'Not voted yet: {names}.' },
    why: {
      zh: '到会且未回避的成员均须表决，可以弃权。',
      en: 'Everybody entitled votes, or abstains.',
    },
    next: { zh: '请表决后再结束此项。', en: 'Vote, then close the item.' },
  },
  'meeting.against-vote': {
    what: {
      zh: '赞成{yes}票，可表决{entitled}人，结论与表决不符。',
      en: '{yes} of {entitled} in favour; this does not follow from the vote.',
    },
    why: {
      zh: '赞成超过可表决人数的半数为通过，持平不通过。',
      en: 'More than half passes; a tie does not.',
    },
    next: {
      zh: '请按表决结果选择结论，或者暂缓审议。',
      en: 'Choose what follows from the vote, or leave it.',
    },
  },
  'meeting.ranking-not-taken-up': {
    what: { zh: '这项排名没有列入本次会议。', en: 'The ranking is not on this agenda.' },
    why: { zh: '同分由审议排名的会议确定。', en: 'The meeting that takes it up settles its ties.' },
    next: { zh: '请先将排名列入议程。', en: 'Take the ranking up first.' },
  },
  'meeting.items-open': {
    what: { zh: '尚有议题未结束：{names}。', en: 'Items are open: {names}.' },
    why: { zh: '纪要须载明每项议题的结论。', en: 'The minutes say how each item ended.' },
    next: { zh: '请逐项结束，不议的可以暂缓。', en: 'Close each; what is not taken is left.' },
  },
} as const satisfies RefusalCatalogue
