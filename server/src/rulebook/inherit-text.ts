import type { Program } from '@banfa/policy/run'
import { canonicalJson, type Json, record, type WriteTx } from '../kernel/index.ts'
import { loadProgram } from './programs.ts'
import { findTextHash, insertText, selectTexts, selectVersions } from './rulebook-store.ts'

/** Articles whose official text the new version has not; from which version the others came. */
export type Inherited = {
  readonly from: string | null
  readonly wanting: readonly string[]
}

/**
 * Gives a version made from an earlier one that one's official text, when the pack says of every
 * article what it said before. Where an article is new or its gist has changed the document may have
 * changed too: nothing is taken over, and `wanting` names the articles to install it for. Without an
 * earlier text there is nothing to say.
 */
export async function inheritText(tx: WriteTx, program: Program): Promise<Inherited> {
  const { pack, version } = program
  if ((await findTextHash(tx, program)) !== null) return { from: null, wanting: [] }
  const earlier = (await selectVersions(tx, pack)).filter((one) => one.version !== version)
  for (const one of earlier) {
    const sha256 = await findTextHash(tx, one)
    if (sha256 === null) continue
    const wanting = changedSince(await loadProgram(tx, one), program)
    if (wanting.length > 0) return { from: null, wanting }
    const articles = await selectTexts(tx, one)
    await insertText(tx, { pack, version, fileName: `← ${one.version}`, sha256, articles })
    await record(tx, {
      act: 'pack.inherit-text',
      subject: { kind: 'measure', id: pack },
      detail: { version, from: one.version, sha256 },
    })
    return { from: one.version, wanting: [] }
  }
  return { from: null, wanting: [] }
}

function changedSince(before: Program, now: Program): string[] {
  const said = new Map(before.articles.map(({ article, gist }) => [article, written(gist)]))
  return now.articles
    .filter(({ article, gist }) => said.get(article) !== written(gist))
    .map(({ article }) => article)
}

const written = (gist: Program['articles'][number]['gist']) =>
  canonicalJson(gist as unknown as Json)
