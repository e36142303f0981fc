import type { ledger as zh } from '../zh-CN/ledger.ts'

export const ledger: Record<keyof typeof zh, string> = {
  heading: 'Payments',
  kept: 'Whole since {{on}} ({{by}}): no entry means nothing was paid.',
  'not-kept':
    'Not said to be whole yet: caps of a year and a lifetime, and top-ups, cannot be told.',
  none: 'No payment entered.',
  'paid-on': 'Paid on',
  service: 'Service',
  yuan: 'Yuan',
  reason: 'Reason',
  entered: 'Entered',
  counter: 'Counter-entry:',
  enter: 'Enter a payment',
  'enter.do': 'Enter',
  strike: 'Strike',
  'strike.do': 'Strike it',
  keep: 'Say that the ledger is whole',
  'keep.about':
    'From then on, no entry counts as nothing paid. Enter first what was paid under each measure in former years. It is said once and stays on the record.',
  'keep.do': 'It is whole',
}
