import type { Day, Id, PartyId, Post, Words } from '../kernel/index.ts'
import type { Subject } from './folder.ts'

/** A line of the findings list: condition, what was seen, the verdict, the article. */
export type LetterFinding = {
  readonly title: Words
  /** `480 平方米`; empty when nothing was seen. */
  readonly saw: string
  readonly answer: 'met' | 'not-met' | 'unknown' | 'unavailable'
  readonly cite: string
}

type About = {
  readonly applicant: string
  readonly creditCode: string | null
  readonly partner?: string | null
  readonly service: Words
  readonly measure: Words
}

/** 申报回执 (of: filed) and 受理通知 (of: accepted). */
export type Receipt = About & {
  readonly of: 'filed' | 'accepted'
  readonly call: string
  readonly filedOn: Day
  readonly papers: readonly { readonly title: Words; readonly sha256: string }[]
  /** sha-256 that seals the filing: answers, papers and the program's digest. */
  readonly seal: string
  /** What happens next and by when: `区（县）科技局5个工作日内作出是否受理的决定`. */
  readonly next: Words
}

/** 补正告知: everything that is missing, once (一次性告知). */
export type Correction = About & {
  readonly items: readonly { readonly title: Words; readonly what: Words; readonly cite: string }[]
  readonly remarks: string
  readonly basis: string
  readonly until: Day | null
}

/** 推荐意见: the district's written recommendation to the city office. */
export type Recommendation = About & {
  readonly to: Words
  readonly findings: readonly LetterFinding[]
  readonly opinion: string
  readonly cite: string
}

/** 不予认定告知: the reason, the findings that failed with their articles, and the remedies. */
export type RefusalLetter = About & {
  readonly reason: string
  readonly cite: string | null
  readonly findings: readonly LetterFinding[]
  /** How to be heard: printed as its own paragraph. */
  readonly remedies: Words
}

/** 听证通知: what is about to be decided, when and where the party is heard, and its rights. */
export type Hearing = About & {
  readonly about: string
  readonly at: string
  readonly place: string
  readonly chair: string
  readonly basis: string
  readonly contact: string
}

/** 拟处理告知、处理决定、恢复决定: what is to be or was done to whom, why, and how to be heard. */
export type SanctionLetter = About & {
  readonly title: Words
  readonly opening: string
  readonly reason: string
  readonly effect: string
  readonly cite: string
  /** How to answer, or the remedies. */
  readonly rights: string
}

/** 认定决定: what is recognised, why, under which article, and the remedies. */
export type Decision = About & {
  readonly title: Words
  readonly reason: string
  readonly cite: string
  /** The number of the public notice it follows. */
  readonly notice: string | null
  readonly remedies: Words
}

/** 异议答复: to whom objected, what was found and what came of it. */
export type Reply = About & {
  /** The name of whoever objected. */
  readonly to: string
  /** The number of the objection. */
  readonly objection: string
  readonly madeOn: Day
  readonly grounds: string
  readonly result: string
  readonly reason: string
  readonly cite: string
}

/** 会议纪要: who met, what was voted on, what was settled. */
export type Minutes = {
  readonly title: Words
  readonly measure: Words
  readonly at: string
  readonly place: string
  readonly chair: string
  readonly secretary: string
  readonly present: readonly string[]
  readonly agenda: readonly {
    readonly title: Words
    readonly yes: number
    readonly no: number
    readonly abstained: number
    readonly result: string
  }[]
  readonly settled: string
}

/** 意见征集及采纳情况: what people said to a draft and what became of it, without a name. */
export type Adoption = {
  readonly title: Words
  /** What was consulted on, as it was titled. */
  readonly draft: Words
  readonly from: Day
  readonly until: Day
  readonly comments: number
  readonly remarks: string
  /** A row an article; `article` null is the draft as a whole. */
  readonly counts: readonly {
    readonly article: string | null
    readonly comments: number
    readonly adopted: number
    readonly partly: number
    readonly 'not-adopted': number
  }[]
  readonly answers: readonly {
    readonly articles: readonly (string | null)[]
    readonly gist: string
    readonly outcome: 'adopted' | 'partly' | 'not-adopted'
    readonly reason: string
    readonly numbers: readonly string[]
  }[]
}

/** 公示: the frozen list, its window and where to object. */
export type PublicNotice = {
  readonly title: Words
  readonly measure: Words
  readonly cite: string
  readonly from: Day
  readonly until: Day
  readonly workingDays: number
  readonly list: readonly {
    readonly party: string
    readonly creditCode: string | null
    readonly district: string
    readonly title: Words
  }[]
  readonly contact: Words
  /** sha-256 of the frozen list. */
  readonly hash: string
}

export type LetterContent =
  | { readonly kind: 'receipt'; readonly content: Receipt }
  | { readonly kind: 'correction'; readonly content: Correction }
  | { readonly kind: 'recommendation'; readonly content: Recommendation }
  | { readonly kind: 'refusal'; readonly content: RefusalLetter }
  | { readonly kind: 'notice'; readonly content: PublicNotice }
  | { readonly kind: 'hearing'; readonly content: Hearing }
  | { readonly kind: 'decision'; readonly content: Decision }
  | { readonly kind: 'sanction'; readonly content: SanctionLetter }
  | { readonly kind: 'minutes'; readonly content: Minutes }
  | { readonly kind: 'reply'; readonly content: Reply }
  | { readonly kind: 'adoption'; readonly content: Adoption }

export type LetterKind = LetterContent['kind'] | 'certificate'

/** A letter to issue: `number` as printed, `天科补〔2025〕3号`; `from` is the office that signs. */
export type NewLetter = LetterContent & {
  readonly subject: Subject
  readonly number: string
  readonly from: Words
}

export type DocumentId = Id<'DocumentId'>

/** A letter, notice or certificate as issued: the PDF is stored by its hash and never re-rendered. */
export type Issued = {
  readonly id: DocumentId
  readonly subject: Subject
  readonly kind: LetterKind
  readonly title: Words
  readonly number: string
  readonly on: Day
  readonly sha256: string
  readonly size: number
}

/** What a certificate says. The number is drawn here: `{prefix}〔2025〕001号`. */
export type NewCertificate = {
  readonly subject: Subject
  readonly prefix: string
  readonly party: PartyId
  readonly holder: string
  readonly holderEn?: string | null
  readonly creditCode: string | null
  readonly title: Words
  readonly measure: Words
  /** The installed text of that measure. */
  readonly pack: { readonly key: string; readonly version: string }
  /** The article that grants, `第8条(四)`. */
  readonly cite: string
  readonly issuedBy: Words
  /** Day of the decision; the certificate is dated today. */
  readonly decidedOn: Day
  /** The last day the recognition stands; absent or null where the measure sets no end. */
  readonly validUntil?: Day | null
  readonly as?: Post | null
}

export type Certificate = {
  readonly number: string
  readonly document: DocumentId
  readonly issuedOn: Day
  /** sha-256 of the canonical JSON of what the certificate says. */
  readonly hash: string
  readonly verifyAt: string
}

export type RevokeInput = {
  readonly number: string
  readonly cite: string
  readonly reason: string
}

/** What a certificate's number answers to anyone who asks. */
export type Verification =
  | { readonly answer: 'unknown'; readonly number: string }
  | (VerifiedCertificate & { readonly answer: 'valid' | 'expired' })
  | (VerifiedCertificate & {
      readonly answer: 'revoked'
      readonly revokedOn: Day
      readonly revokedCite: string
      readonly revokedReason: string
    })

export type VerifiedCertificate = {
  readonly number: string
  readonly title: Words
  readonly holder: string
  readonly creditCode: string | null
  readonly measure: Words
  /** Null on certificates from before texts were kept with them. */
  readonly pack: { readonly key: string; readonly version: string; readonly title: Words } | null
  readonly cite: string
  readonly issuedOn: Day
  /** Past this day it is `expired`; null where it has no end. */
  readonly validUntil: Day | null
  readonly issuedBy: Words
  readonly hash: string
}
