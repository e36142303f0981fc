import type { Program } from '@banfa/policy/run'
import type { Day, Post, Words } from '../kernel/index.ts'

/** One installed version of a pack; the digest pins its content for good. */
export type Version = {
  readonly version: string
  readonly digest: string
  readonly state: Program['state']
  readonly installedOn: Day
}

/**
 * A dated act that puts a version in force: kept and shown, also when a later one takes over. A
 * consultation draft is put in force only so, and `draft` keeps saying that it was one.
 */
export type Enactment = {
  readonly pack: string
  readonly version: string
  readonly digest: string
  readonly draft: boolean
  readonly from: Day
  /** Last day in force, this act's own or the day before the next act's; null while open. */
  readonly until: Day | null
  readonly by: string
  readonly office: Words | null
  readonly on: Day
  readonly reason: string
}

export type EnactInput = {
  readonly pack: string
  readonly version: string
  readonly from: Day
  readonly until?: Day | null
  /** Read for years; for a consultation draft it says why a draft may already be applied. */
  readonly reason: string
  readonly as?: Post | null
}

/** A row of the public list of measures: the version in force today, else the newest installed. */
export type MeasureSummary = {
  readonly pack: string
  readonly version: string
  readonly digest: string
  readonly title: Words
  readonly issuer: Words
  readonly state: Program['state']
  readonly inForce: { readonly from: Day; readonly until: Day | null } | null
  readonly articles: number
  /** How many of them the pack carries out (mark `executable`). */
  readonly executable: number
  readonly services: readonly { name: string; title: Words; cite: string }[]
}

export type ArticleText = { readonly article: string; readonly text: string }

/** Everything the public page of a measure shows; gist, conditions and readings are in `program`. */
export type Measure = {
  readonly summary: MeasureSummary
  readonly program: Program
  /** The official text, where the user installed their document; empty otherwise. */
  readonly texts: readonly ArticleText[]
  readonly enactments: readonly Enactment[]
  readonly versions: readonly Version[]
}

/** Files by path; the vocabulary's below `vocabulary/`. */
export type SourceFiles = Readonly<Record<string, string>>

export type PackSourceKept = Installed & { readonly files: SourceFiles }

export type Installed = { readonly pack: string; readonly version: string; readonly digest: string }

export type TextInput = {
  readonly pack: string
  readonly version: string
  readonly fileName: string
  /** Of the user's own document. */
  readonly sha256: string
  readonly articles: readonly ArticleText[]
}

export type InstalledText = {
  readonly articles: number
  /** Articles of the program that the document does not have, and the other way round. */
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}
