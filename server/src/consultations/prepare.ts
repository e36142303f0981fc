import { openFolder } from '../documents/index.ts'
import { permit } from '../identity/index.ts'
import {
  type Day,
  newId,
  nextNumber,
  record,
  refusal,
  type Words,
  type WriteTx,
} from '../kernel/index.ts'
import { getMeasure } from '../rulebook/index.ts'
import {
  type Consultation,
  type ConsultationId,
  type DraftArticle,
  subjectOf,
} from './consultation.ts'
import { insertConsultation } from './consultation-store.ts'
import { admitDays } from './time-to-comment.ts'

export type PrepareInput = {
  readonly title: Words
  /** The installed draft; null where the draft is read from a document afterwards. */
  readonly draft: { readonly pack: string; readonly version: string } | null
  readonly note: string
  readonly contact: string
  readonly opensOn: Day
  readonly closesOn: Day
  /** Why it is shorter than 30 days; null where it is not. */
  readonly shortened: string | null
}

/**
 * Prepares a consultation 征求意见, which nobody outside the office sees before it is published.
 * Refuses `consultation.not-a-draft` and days as `admitDays` does.
 */
export async function prepare(tx: WriteTx, input: PrepareInput): Promise<ConsultationId> {
  const as = permit(tx.actor, 'consultation.prepare')
  if (!as) return refusal('identity.forbidden', { right: 'consultation.prepare' })
  const counted = await admitDays(tx, input)
  const articles = input.draft ? await articlesOfDraft(tx, input.draft) : []
  const { year, number } = await nextNumber(tx, 'consultation')
  const { title, note, contact, opensOn, closesOn, shortened } = input
  const id = newId<ConsultationId>()
  const prepared: Consultation = {
    ...{ id, title, note, contact, opensOn, closesOn, shortened, counted, articles },
    number: `征求意见〔${year}〕${number}号`,
    office: as.officeName,
    officeId: as.office,
    pack: input.draft?.pack ?? null,
    version: input.draft?.version ?? null,
    ...{ draftFile: null, noteFile: null, publishedOn: null },
    ...{ summary: null, summaryOn: null, adopted: null },
  }
  await insertConsultation(tx, prepared)
  const subject = subjectOf(id)
  await openFolder(tx, { subject, office: as.office })
  const detail = { number: prepared.number, opensOn, closesOn, pack: prepared.pack }
  await record(tx, { act: 'consultation.prepare', subject, as, detail })
  return id
}

/** The articles of an installed version that is a draft and that nobody has put in force. */
async function articlesOfDraft(
  tx: WriteTx,
  { pack, version }: { readonly pack: string; readonly version: string },
): Promise<DraftArticle[]> {
  const { program, texts, enactments } = await getMeasure(tx, pack, version)
  const isEnacted = enactments.some((one) => one.version === version)
  if (program.state !== 'consultation-draft' || isEnacted)
    refusal('consultation.not-a-draft', { version }, { field: 'draft' })
  const printed = new Map(texts.map(({ article, text }) => [article, text]))
  return program.articles.map(({ article, gist }) => ({
    article,
    gist,
    text: printed.get(article) ?? null,
  }))
}
