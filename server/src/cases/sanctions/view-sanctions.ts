import { mayAct, type Right } from '../../identity/index.ts'
import type { ReadTx, Words } from '../../kernel/index.ts'
import { isMaskedFor } from '../blind/blind.ts'
import type { CaseId } from '../ids.ts'
import type { OpenCase } from '../open-case.ts'
import { doerOf } from '../standing.ts'
import { readVisibleCase } from '../visible-case.ts'
import {
  foldProceedings,
  isOpen,
  mayAnswer,
  type NotYet,
  type Proceeding,
  whyNotYet,
} from './proceeding.ts'

export const PROCEEDING_ACTS = [
  'serve',
  'acknowledge',
  'answer',
  'summon',
  'hear',
  'decide',
  'lift',
] as const
export type ProceedingAct = (typeof PROCEEDING_ACTS)[number]

export type SanctionsView = {
  /** What may be proposed now; empty for whoever may not. */
  readonly choices: readonly {
    readonly sanction: string
    readonly title: Words
    readonly upon: Words
    readonly cite: string
    readonly repays: boolean
  }[]
  readonly proceedings: readonly (Omit<Proceeding, 'proposed'> & {
    readonly title: Words
    readonly proposed: { readonly on: string; readonly by: string }
    readonly notYet: NotYet | null
    readonly may: readonly ProceedingAct[]
  })[]
}

type Rule = { readonly right: Right; readonly when: (of: Proceeding, page: Page) => boolean }
type Page = { readonly tx: ReadTx; readonly open: OpenCase }

const isOwed = (of: Proceeding) => isOpen(of) && of.answer?.hearing === true && !of.heard
const isOther = (of: Proceeding, { tx }: Page) =>
  tx.actor.kind === 'person' && tx.actor.person !== of.proposed.person

const RULES: Readonly<Record<ProceedingAct, Rule>> = {
  serve: { right: 'case.sanction', when: (of) => isOpen(of) && !of.served },
  acknowledge: { right: 'case.answer-sanction', when: (of) => isOpen(of) && !of.served },
  answer: {
    right: 'case.answer-sanction',
    when: (of, { tx }) => mayAnswer(of) && of.served !== null && tx.today <= of.served.until,
  },
  summon: { right: 'case.sanction', when: (of) => isOwed(of) && !of.summons },
  hear: {
    right: 'case.sanction',
    when: (of, page) =>
      isOwed(of) && of.summons !== null && page.tx.today >= of.summons.day && isOther(of, page),
  },
  decide: { right: 'case.revoke', when: (of, page) => isOpen(of) && isOther(of, page) },
  lift: { right: 'case.restore', when: (of) => of.imposed !== null && !of.lifted },
}

/** The proceedings on a case, newest first, with what the viewer may do now. */
export async function viewSanctions(tx: ReadTx, id: CaseId): Promise<SanctionsView> {
  const open = await readVisibleCase(tx, id)
  if (isMaskedFor(tx, open)) return { choices: [], proceedings: [] }
  const page = { tx, open }
  const all = foldProceedings(open.entries).reverse()
  return {
    choices: mayDo(page, 'case.sanction') ? choicesIn(open, all) : [],
    proceedings: all.map((of) => ({
      ...of,
      title: open.program.sanctions.find((one) => one.name === of.sanction)?.title ?? of.effect,
      proposed: { on: of.proposed.on, by: of.proposed.by },
      notYet: isOpen(of) ? whyNotYet(of, tx.today) : null,
      may: Object.entries(RULES).flatMap(([act, { right, when }]) =>
        when(of, page) && mayDo(page, right) ? [act as ProceedingAct] : [],
      ),
    })),
  }
}

function choicesIn(open: OpenCase, all: readonly Proceeding[]): SanctionsView['choices'] {
  if (open.state.filings === 0) return []
  const isHeld = open.state.stage === 'certified'
  return open.program.sanctions
    .filter((one) => one.carriedOut && (isHeld || !one.revokes))
    .filter((one) => !all.some((of) => of.sanction === one.name && isOpen(of)))
    .map(({ name, title, upon, cite, repays }) => ({
      sanction: name,
      title,
      upon,
      cite,
      repays: repays === true,
    }))
}

function mayDo({ tx, open }: Page, right: Right): boolean {
  const { by } = doerOf(open.service, 'revoke')
  const { party, district } = open.asked
  return mayAct(tx.actor, right, { officeKey: by, party, district })
}
