import { record, refusal, type WriteTx } from '../kernel/index.ts'
import type { InstalledText, TextInput } from './measure.ts'
import { loadProgram } from './programs.ts'
import { findTextHash, insertText } from './rulebook-store.ts'

/**
 * Installs the official text of a version as read from the user's own document;
 * it is kept in the database only. The same document again changes nothing, another is refused.
 */
export async function installText(tx: WriteTx, input: TextInput): Promise<InstalledText> {
  const program = await loadProgram(tx, input)
  const { articles, sha256 } = input
  if (articles.length === 0) refusal('rulebook.no-articles', { file: input.fileName })
  const there = await findTextHash(tx, input)
  if (there !== null && there !== sha256) refusal('rulebook.text-already', { pack: input.pack })
  if (there === null) await keep(tx, input)
  const read = articles.map((one) => one.article)
  const cited: string[] = program.articles.map((one) => one.article)
  return {
    articles: articles.length,
    missing: cited.filter((article) => !read.includes(article)),
    unknown: read.filter((article) => !cited.includes(article)),
  }
}

async function keep(tx: WriteTx, input: TextInput): Promise<void> {
  const { pack, version, fileName, sha256, articles } = input
  await insertText(tx, { pack, version, fileName, sha256, articles })
  await record(tx, {
    act: 'pack.install-text',
    subject: { kind: 'measure', id: pack },
    detail: { version, fileName, sha256, articles: articles.length },
  })
}
