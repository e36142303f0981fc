import { canonicalJson, type Instant, type Json, type PersonId } from '../kernel/index.ts'

/** The field under which the foreign partner is merged; no fact can be called so. */
export const PARTNER = '@partner'

/** Who wrote a field last, in which revision of the draft, by which save. */
export type Mark = {
  readonly revision: number
  readonly by: string
  readonly at: Instant
  readonly save: string
  /** Whose hand it was; absent in drafts saved before it was kept. */
  readonly person?: PersonId
}

type Values = Readonly<Record<string, Json>>

export type DraftContent = {
  readonly values: Values
  readonly marks: Readonly<Record<string, Mark>>
  readonly revision: number
}

/** What one page sends: its values, and the revision whose values it had seen. */
export type DraftSave = {
  readonly values: Values
  readonly seen: number
  readonly mark: Omit<Mark, 'revision'>
}

export type Merged = DraftContent & {
  /** Fields somebody else changed after `seen`, to another value: they stay as they are. */
  readonly rejected: readonly string[]
}

/**
 * Writes each field that nobody changed since the page saw it; a field changed meanwhile stays and is
 * rejected, unless both wrote the same. The revision moves when anything does.
 */
export function mergeDraft(before: DraftContent, save: DraftSave): Merged {
  const wanted = Object.entries(save.values).filter(([name, value]) => !isAt(before, name, value))
  const isOvertaken = ([name]: [string, Json]) => (before.marks[name]?.revision ?? 0) > save.seen
  const accepted = wanted.filter((one) => !isOvertaken(one))
  const rejected = wanted.filter(isOvertaken).map(([name]) => name)
  if (accepted.length === 0) return { ...before, rejected }
  const revision = before.revision + 1
  const mark = { ...save.mark, revision }
  return {
    revision,
    values: { ...before.values, ...Object.fromEntries(accepted) },
    marks: { ...before.marks, ...Object.fromEntries(accepted.map(([name]) => [name, mark])) },
    rejected,
  }
}

/** A field as somebody else left it. */
export type FieldChange = {
  readonly field: string
  readonly value: Json
  readonly by: string
  readonly at: Instant
}

/** Fields written after a revision, but for those this very save wrote; and those named besides. */
export function changesSince(
  now: DraftContent,
  since: {
    readonly seen: number
    readonly save: string | null
    readonly besides?: readonly string[]
  },
): FieldChange[] {
  return Object.entries(now.marks)
    .filter(
      ([name, mark]) =>
        since.besides?.includes(name) || (mark.revision > since.seen && mark.save !== since.save),
    )
    .map(([field, { by, at }]) => ({ field, value: now.values[field] ?? null, by, at }))
}

function isAt({ values }: DraftContent, name: string, value: Json): boolean {
  return canonicalJson(values[name] ?? null) === canonicalJson(value)
}
