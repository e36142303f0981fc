import type { draws as zh } from '../zh-CN/draws.ts'

export const draws: Record<keyof typeof zh, string> = {
  title: 'Replay a draw by lot',
  about:
    'This page draws again in your own browser, from the published list and chance. Codes are of this draw alone and stand for no name.',
  result: 'What came of it',
  same: 'Drawn again, it is the lot that was published.',
  differs: 'Drawn again, it is another lot than the one published. Please tell the office.',
  running: 'Drawing again',
  drawn: 'On {{on}}, {{wanted}} drawn of {{of}} candidates',
  how: 'How it is drawn',
  'step.list': 'The candidates are sorted by code, frozen and hashed (SHA-256, RFC 8785):',
  'step.random': 'The chance drawn once the list was frozen:',
  'step.seed': 'List, day and chance together make the seed:',
  'step.tickets': 'The seed and each code make a ticket.',
  'step.smallest': 'The smallest tickets are drawn, one of an employer.',
  candidates: 'Candidates by ticket',
  'candidates.about': 'Candidates of one group have the same employer.',
  group: 'group {{number}}',
  'is-drawn': 'drawn',
}
