import type { Act, Answer, Stage } from '@banfa/policy/run'
import type { Day, Id, Words } from '../../kernel/index.ts'
import type { CaseId } from '../ids.ts'
import type { Owed } from '../missing.ts'

/** One explicit act that put open cases under another version. */
export type MigrationId = Id<'MigrationId'>

/** Why a case stays under its text, with the article where one says so. */
export type Stop = { readonly says: Words; readonly cite: string | null }

/** The step a case waits for, and whose it is. */
export type WaitedFor = {
  readonly act: Act
  readonly title: Words
  readonly by: Words
  readonly isOnRoute: boolean
}

/** A case under one of the two texts: its answer, the next step, whose it is and when it is due. */
export type UnderText = {
  readonly version: string
  readonly answer: Answer
  readonly step: WaitedFor | null
  readonly due: Day | null
}

/** What a migration would do to one open case. */
export type MigrationLine = {
  readonly caseId: CaseId
  readonly number: string | null
  readonly party: string
  readonly service: Words
  readonly stage: Stage
  readonly before: UnderText
  /** Null where the other text has no such service, or cannot read what was filed. */
  readonly after: UnderText | null
  /** Facts and papers that only the other text asks for. */
  readonly missing: readonly Owed[]
  readonly stop: Stop | null
}

/** What the transitional rules say of the two texts, for whoever decides on a migration. */
export type RuleSaid = { readonly title: Words; readonly cite: string; readonly version: string }

export type MigrationPreview = {
  readonly pack: string
  readonly to: string
  /** The article of the version moved to that takes in what is filed, where there is one. */
  readonly rule: RuleSaid | null
  /** Open cases under other versions, all of them; the lines are the first so many. */
  readonly count: number
  readonly lines: readonly MigrationLine[]
}

export type MigrateInput = {
  readonly pack: string
  readonly to: string
  readonly cases: readonly CaseId[]
  readonly reason: string
}

export type UndoInput = {
  readonly pack: string
  readonly migration: MigrationId
  readonly reason: string
}

/** What became of one case; `stop` says why it was left as it is. */
export type MovedLine = Pick<MigrationLine, 'caseId' | 'number' | 'party' | 'stop'>

export type Migrated = { readonly id: MigrationId; readonly lines: readonly MovedLine[] }

/** A migration as the record keeps it. */
export type MigrationDone = {
  readonly id: MigrationId
  readonly to: string
  readonly on: Day
  readonly by: string
  readonly reason: string
  readonly cite: string | null
  readonly cases: readonly CaseId[]
  /** Those of them that were put back. */
  readonly undone: readonly CaseId[]
}
