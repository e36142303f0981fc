import { canonicalJson, type Day, type Json, sha256, type Words } from '../kernel/index.ts'

/** A fact as filed: the value with the lineage it had on that day. */
export type FiledFact = {
  readonly name: string
  readonly value: Json
  readonly source: Words
  readonly recordedOn: Day | null
  readonly verifiedOn: Day | null
  readonly verifiedBy: string | null
}

export type SealedFile = {
  readonly id: string
  readonly name: string
  readonly media: string
  readonly size: number
  readonly sha256: string
  readonly uploadedOn: Day
}

export type SealedPaper = { readonly paper: string; readonly files: readonly SealedFile[] }

/** Everything a filing rests on; what is not in here cannot be held against the applicant later. */
export type Filing = {
  readonly case: string
  readonly ordinal: number
  readonly call: string
  readonly service: string
  readonly pack: string
  readonly version: string
  /** The digest of the program, so that nobody can say another text was meant. */
  readonly digest: string
  readonly party: { readonly id: string; readonly name: string; readonly creditCode: string | null }
  readonly partner: Json
  readonly facts: Readonly<Record<string, Json>>
  readonly papers: readonly SealedPaper[]
  readonly filedOn: Day
}

/** SHA-256 of the canonical JSON (RFC 8785) of the filing: the same whatever the order of names. */
export function sealOf(filing: Filing): string {
  return sha256(canonicalJson(filing as unknown as Json))
}

/**
 * What goes into the open record about an objector: a salted digest, since a name and a telephone
 * number alone could be guessed from a bare one.
 */
export function digestOfObjector(objector: {
  readonly name: string
  readonly contact: string
  readonly grounds: string
  readonly salt: string
}): string {
  return sha256(canonicalJson({ ...objector }))
}

/** Files in the order they were handed in, by paper. */
export function papersOf(
  files: readonly (SealedFile & { readonly paper: string })[],
): SealedPaper[] {
  const names = [...new Set(files.map((file) => file.paper))]
  return names.map((paper) => ({
    paper,
    files: files
      .filter((file) => file.paper === paper)
      .map(({ id, name, media, size, sha256, uploadedOn }) => ({
        id,
        name,
        media,
        size,
        sha256,
        uploadedOn,
      })),
  }))
}
