import { record, refusal, sha256, type WriteTx } from '../kernel/index.ts'
import type { InstalledText, TextInput } from './measure.ts'
import { loadProgram } from './programs.ts'
import { findTextHash, insertText } from './rulebook-store.ts'
import { splitArticles } from './split-articles.ts'

/**
 * Installs the official text of a version from the user's own document, split into its articles;
 * it is kept in the database only. The same document again changes nothing, another is refused.
 */
export async function installText(tx: WriteTx, input: TextInput): Promise<InstalledText> {
  const program = await loadProgram(tx, input)
  const articles = splitArticles(input.text)
  if (articles.length === 0) refusal('rulebook.no-articles', { file: input.fileName })
  const hash = sha256(input.text)
  const there = await findTextHash(tx, input)
  if (there !== null && there !== hash) refusal('rulebook.text-already', { pack: input.pack })
  if (there === null) await keep(tx, input, { articles, hash })
  const read = articles.map((one) => one.article)
  const cited: string[] = program.articles.map((one) => one.article)
  return {
    articles: articles.length,
    missing: cited.filter((article) => !read.includes(article)),
    unknown: read.filter((article) => !cited.includes(article)),
  }
}

type Read = { readonly articles: ReturnType<typeof splitArticles>; readonly hash: string }

async function keep(tx: WriteTx, input: TextInput, { articles, hash }: Read): Promise<void> {
  const { pack, version, fileName } = input
  await insertText(tx, { pack, version, fileName, sha256: hash, articles })
  await record(tx, {
    act: 'pack.install-text',
    subject: { kind: 'measure', id: pack },
    detail: { version, fileName, sha256: hash, articles: articles.length },
  })
}
