import {
  type Post,
  type ReadTx,
  record,
  refusal,
  type Words,
  type WriteTx,
} from '../../kernel/index.ts'
import { printPage } from '../print-and-keep.ts'
import { refuseMiswritten } from './check-wording.ts'
import { fill } from './fill.ts'
import { PLACEHOLDERS, type Placeholder } from './placeholders.ts'
import { SAMPLES } from './samples.ts'
import { SHIPPED } from './shipped.ts'
import {
  findNewest,
  insertTemplate,
  selectTemplates,
  type TemplateVersion,
} from './templates-store.ts'
import { valuesOf } from './values-of.ts'
import { WORDED_KINDS, type WordedKind, type Wording } from './wording.ts'

/** A letter as an office words it: what is in use, what it may name, what it said before. */
export type TemplateView = {
  readonly kind: WordedKind
  /** 0 is the wording shipped. */
  readonly version: number
  readonly wording: Wording
  readonly shipped: Wording
  readonly placeholders: readonly Placeholder[]
  readonly versions: readonly TemplateVersion[]
}

/** The wording that letters of an office are printed in today, with its version. */
export async function wordingInUse(
  tx: ReadTx,
  of: { readonly kind: WordedKind; readonly office: string },
): Promise<{ readonly version: number; readonly wording: Wording }> {
  return (await findNewest(tx, of)) ?? { version: 0, wording: SHIPPED[of.kind] }
}

/** Every letter as the office of the post words it. */
export async function listTemplates(tx: ReadTx, post: Post): Promise<TemplateView[]> {
  const all = await selectTemplates(tx, post.office)
  return WORDED_KINDS.map((kind) => {
    const versions = all.filter((one) => one.kind === kind)
    const { version, wording } = versions[0] ?? { version: 0, wording: SHIPPED[kind] }
    const known = { shipped: SHIPPED[kind], placeholders: PLACEHOLDERS[kind] }
    return { kind, version, wording, ...known, versions }
  })
}

export type SaveTemplate = {
  readonly kind: WordedKind
  /** The version that was being edited. */
  readonly after: number
  readonly wording: Wording
}

/**
 * Saves a new version of a letter's wording for the office of the post; letters from now on are
 * printed in it, issued ones keep theirs. Refuses `documents.unknown-placeholder`,
 * `documents.misplaced-table`, and `documents.template-stale` when another version came between.
 */
export async function saveTemplate(tx: WriteTx, post: Post, input: SaveTemplate): Promise<void> {
  const { kind, after, wording } = input
  refuseMiswritten(kind, wording)
  const { office, officeName } = post
  const newest = await findNewest(tx, { kind, office: officeName.zh })
  const version = (newest?.version ?? 0) + 1
  const writtenBy = tx.actor.kind === 'person' ? tx.actor.name : ''
  const one = { kind, version, wording, writtenOn: tx.today, writtenBy }
  const isNext = version === after + 1
  if (!isNext || !(await insertTemplate(tx, { ...one, office, officeName: officeName.zh }))) {
    refusal('documents.template-stale', { version: newest?.version ?? version })
  }
  await record(tx, {
    act: 'template.save',
    subject: { kind: 'template', id: `${office} ${kind}` },
    as: post,
    detail: { kind, version },
  })
}

/** The letter in a wording not saved yet, about made-up things, as PDF. Refuses what saving refuses. */
export async function previewTemplate(
  tx: ReadTx,
  from: Words,
  { kind, wording }: Pick<SaveTemplate, 'kind' | 'wording'>,
): Promise<Buffer> {
  refuseMiswritten(kind, wording)
  const number = '样〔2026〕1号'
  const frame = { from: from.zh, number, on: tx.today }
  const letter = SAMPLES[kind]
  const text = fill(kind, wording, valuesOf(letter, frame))
  const { content } = letter
  const page = { kind: letter.kind, number, from, on: tx.today, content }
  return printPage({ ...page, wording: { kind, version: 0, text } })
}
