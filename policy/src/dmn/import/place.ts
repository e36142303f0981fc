import { OutsideProfile } from '../feel/tokens.ts'

/** A table, or part of one, that is not taken in: what, why and where. */
export type Refused = {
  readonly table: string
  readonly line: number
  readonly at: string
  readonly zh: string
  readonly en: string
}

export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly line: number
  readonly at: string
  readonly zh: string
  readonly en: string

  constructor(place: Spot, zh: string, en: string) {
    super(en)
    this.line = place.line
    this.at = place.at
    this.zh = zh
    this.en = en
  }
}

/** A place of the file, as a person finds it: the line, and which row or column of the table. */
export type Spot = { readonly line: number; readonly at: string }

/** Runs what reads FEEL; what lies outside the profile is told with its place. */
export function at<T>(place: Spot, work: () => T): T {
  try {
    return work()
  } catch (problem) {
    if (!(problem instanceof OutsideProfile)) throw problem
    throw new NotTaken(place, problem.zh, problem.en)
  }
}
