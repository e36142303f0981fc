import type { Outcome } from '@banfa/policy/run'
import {
  drawNumber,
  type Issued,
  issue,
  type LetterContent,
  type LetterFinding,
} from '../documents/index.ts'
import type { Words, WriteTx } from '../kernel/index.ts'
import { getParty } from '../registries/index.ts'
import { type OpenCase, subjectOf } from './open-case.ts'
import type { Standing } from './standing.ts'

export type Letter = LetterContent & {
  /** The word of the series as offices print it: 申, 受, 补, 荐, 否. */
  readonly series: string
  readonly from: Words
}

/** Draws the next number of the office, series and year, and issues the letter in the case's folder. */
export async function issueLetter(tx: WriteTx, open: OpenCase, letter: Letter): Promise<Issued> {
  const { series, ...content } = letter
  const number = await drawNumber(tx, { office: letter.from, series })
  return issue(tx, { ...content, subject: subjectOf(open.id), number })
}

/** Who the letter is about, as every letter of a case says it. */
export async function aboutCase(tx: WriteTx, open: OpenCase) {
  const party = await getParty(tx, open.board.party_id)
  return {
    applicant: party.name,
    creditCode: party.creditCode,
    partner: open.data.partner?.name ?? null,
    service: open.service.title,
    measure: open.program.title,
  }
}

/** The office that signs; an act done by delegation is signed in the delegating office's name. */
export function signedBy(open: OpenCase, standing: Standing): Words {
  const issuer = open.program.offices[open.program.issuer]?.title ?? open.program.title
  return standing.delegation?.onBehalfOf ?? standing.post?.officeName ?? issuer
}

/** The findings that have something to say: leaves with what was seen. */
export function letterFindings(outcome: Outcome): LetterFinding[] {
  return outcome.findings
    .filter((finding) => finding.of.length === 0)
    .map(({ title, answer, cite, saw }) => ({
      title,
      answer,
      cite,
      saw: saw.map((one) => `${one.title.zh} ${one.value}`).join('；'),
    }))
}
