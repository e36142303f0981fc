import type { Article, Program } from '@banfa/policy/run'
import { articleOf } from '../../ui/format.ts'

/** The article a citation rests in. Apart from the other readings, because every page cites. */
export function articleAt(program: Program, cite: string): Article | undefined {
  return program.articles.find((article) => article.article === articleOf(cite))
}
