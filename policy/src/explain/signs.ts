/** The five signs of a verdict, the same on screen, in documents and in exports. */
export const SIGNS = {
  met: { sign: '●', zh: '符合', en: 'Met' },
  'not-met': { sign: '○', zh: '不符合', en: 'Not met' },
  unknown: { sign: '◐', zh: '待补充', en: 'Unknown' },
  unavailable: { sign: '◌', zh: '暂不可得', en: 'Unavailable' },
  'needs-a-person': { sign: '◇', zh: '待评判', en: 'To be judged' },
} as const
