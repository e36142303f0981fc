import { refusal, type Words, type WriteTx } from '../kernel/index.ts'
import { findFolder } from './documents-store.ts'
import type { Issued, LetterContent, NewLetter } from './letter.ts'
import { printAndKeep } from './print-and-keep.ts'
import { fill } from './wording/fill.ts'
import { wordingInUse } from './wording/templates.ts'
import { valuesOf } from './wording/values-of.ts'
import { wordedKindOf } from './wording/wording.ts'

/**
 * Issues a letter or a public notice: prints it in the wording of the office that signs, stores the
 * PDF by its hash and enters it in the subject's folder with the wording's version. What it said is
 * kept beside it. The number must be new in the zone.
 */
export async function issue(tx: WriteTx, letter: NewLetter): Promise<Issued> {
  const { subject, number, from, kind, content } = letter
  if (!(await findFolder(tx, subject))) refusal('documents.folder-not-found')
  const on = tx.today
  const worded = wordedKindOf(letter)
  const { version, wording } = await wordingInUse(tx, { kind: worded, office: from.zh })
  const text = fill(worded, wording, valuesOf(letter, { from: from.zh, number, on }))
  const title = titleOf(letter)
  const document = { subject, kind, number, from, title, content, on }
  return printAndKeep(tx, { ...document, wording: { kind: worded, version, text } })
}

/** What lists of documents call it. */
function titleOf(letter: LetterContent): Words {
  switch (letter.kind) {
    case 'receipt':
      return letter.content.of === 'filed'
        ? { zh: '申报回执', en: 'Filing receipt' }
        : { zh: '受理通知书', en: 'Notice of acceptance' }
    case 'correction':
      return { zh: '补正材料告知书', en: 'Notice to complete the application' }
    case 'recommendation':
      return { zh: '初审推荐意见', en: 'Recommendation of the district' }
    case 'refusal':
      return { zh: '不予认定告知书', en: 'Notice of refusal' }
    case 'hearing':
      return { zh: '听证通知书', en: 'Notice of a hearing' }
    case 'decision':
      return { zh: '认定决定书', en: 'Decision of recognition' }
    case 'reply':
      return { zh: '异议答复书', en: 'Answer to an objection' }
    case 'sanction':
    case 'minutes':
    case 'adoption':
      return letter.content.title
    case 'notice':
      return letter.content.title
  }
}
