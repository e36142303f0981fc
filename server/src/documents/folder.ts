import type { Day, Id, OfficeId, PartyId, PersonId } from '../kernel/index.ts'

/** What a folder is about: a case, a public notice. */
export type Subject = { readonly kind: string; readonly id: string }

/**
 * 卷宗: whose papers these are. Row-level security lets the party, the office in charge and people
 * let in (experts) see what lies in it; `published` lets everybody.
 */
export type NewFolder = {
  readonly subject: Subject
  readonly party?: PartyId | null
  readonly office?: OfficeId | null
  readonly published?: boolean
}

export type LetIn = { readonly subject: Subject; readonly person: PersonId }

export type AttachmentId = Id<'AttachmentId'>

export type PaperKind = 'pdf' | 'image' | 'docx' | 'xlsx'

/**
 * What a scanner said of it. `waiting`: in quarantine, nobody opens it. `unscanned`: the installation
 * has no scanner.
 */
export type ScanState = 'unscanned' | 'waiting' | 'clean' | 'infected'

/** A file handed in as evidence; its content is named by its hash and never changes. */
export type Attachment = {
  readonly id: AttachmentId
  readonly subject: Subject
  readonly paper: string
  /** As the person named it, cleaned; for display only, never a path. */
  readonly name: string
  /** Told from the content, never from the name: `application/pdf`. */
  readonly media: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly uploadedOn: Day
  /** A removed file is marked and kept: filings may have sealed its hash. */
  readonly removedOn: Day | null
  readonly scan: ScanState
}

export type NewAttachment = {
  readonly subject: Subject
  /** The paper of the service this proves: its key, the kinds it allows and how many files; 20. */
  readonly paper: {
    readonly name: string
    readonly kinds: readonly PaperKind[]
    readonly most?: number
  }
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** A file ready to be sent: bytes whose hash was checked again just now. */
export type OpenFile = { readonly name: string; readonly media: string; readonly bytes: Buffer }
