import type { ReadTx } from '../kernel/index.ts'
import { findText, type Named } from './rulebook-store.ts'

export type ArticleAsked = Named & {
  /** The article itself, `第7条`: a citation of an item, `第7条(四)`, finds its article. */
  readonly article: string
}

/** The official text of an article, or null where the user installed no document. */
export async function officialText(tx: ReadTx, of: ArticleAsked): Promise<string | null> {
  const article = /^第\d+条/.exec(of.article)?.[0] ?? of.article
  return findText(tx, { ...of, article })
}
