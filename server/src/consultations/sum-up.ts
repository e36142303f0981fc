import type { AnswerRow, NamedComment } from './comment-store.ts'
import type { ArticleCount, Consultation, Outcome, SummedAnswer } from './consultation.ts'

/** An answer with the article of each of its comments. */
export type Summed = SummedAnswer & { readonly on: readonly (string | null)[] }

/** The answers in the order of the articles they are about; comments on the whole come first. */
export function summed(
  of: Consultation,
  comments: readonly NamedComment[],
  answers: readonly AnswerRow[],
): Summed[] {
  const place = placesOf(of)
  const all = answers.map(({ id, gist, outcome, reason }) => {
    const own = comments.filter((one) => one.answer_id === id)
    const on = own.map(({ article }) => article)
    const articles = [...new Set(on)].sort((a, b) => place(a) - place(b))
    return { articles, gist, outcome, reason, on, numbers: own.map(({ number }) => number) }
  })
  return all.sort((a, b) => place(a.articles[0] ?? null) - place(b.articles[0] ?? null))
}

type Counted = { readonly article: string | null; readonly outcome: Outcome }

/** How many comments each article had and what became of them, in the order of the draft. */
export function countsOf(of: Consultation, answered: readonly Counted[]): ArticleCount[] {
  const counts = new Map<string | null, ArticleCount>()
  for (const { article, outcome } of answered) {
    const none = { article, comments: 0, adopted: 0, partly: 0, 'not-adopted': 0 }
    const now = counts.get(article) ?? none
    counts.set(article, { ...now, comments: now.comments + 1, [outcome]: now[outcome] + 1 })
  }
  const place = placesOf(of)
  return [...counts.values()].sort((a, b) => place(a.article) - place(b.article))
}

function placesOf({ articles }: Consultation): (article: string | null) => number {
  const places = new Map(articles.map(({ article }, at) => [article, at]))
  return (article) => (article === null ? -1 : (places.get(article) ?? places.size))
}
