import type { Target } from './targets.ts'

/** What a tool said; only what is above informational fails the trial. */
export type Finding = { readonly severity: 'above' | 'informational'; readonly says: string }

export type Outcome = {
  readonly tool: string
  /** What was tried, in words, and of how many of them. */
  readonly tried: string
  readonly count: number
  readonly findings: readonly Finding[]
}

/** Where the tools aim, and as whom. */
export type Ground = {
  readonly address: string
  readonly cookie: string
  /** Reports of the tools. */
  readonly folder: string
  readonly targets: readonly Target[]
  /** Each tool stops after so many seconds. */
  readonly seconds: number
}

export type Trial = {
  readonly tool: string
  attack(ground: Ground): Promise<Outcome>
}
