import type { Program } from '../program/program.ts'
import type { Words } from '../program/words.ts'

/** Who can supply something, in words: the applicant, a register, or an office of the pack. */
export function supplierInWords(program: Program, from: string): Words {
  if (from === 'applicant') return { zh: '申报单位', en: 'the applicant' }
  if (from === 'register') return { zh: '登记系统', en: 'a register' }
  return program.offices[from]?.title ?? { zh: from, en: from }
}
