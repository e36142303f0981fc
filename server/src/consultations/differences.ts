import type { DraftArticle } from './consultation.ts'

/** `unknown`: one side has only our gist and the other only its text. */
export type Change = 'same' | 'changed' | 'new' | 'gone' | 'unknown'

export type Difference = {
  readonly article: string
  readonly change: Change
  readonly before: DraftArticle | null
  readonly after: DraftArticle | null
}

/** The draft beside the text adopted, article by article, in the order of the text adopted. */
export function differences(
  draft: readonly DraftArticle[],
  adopted: readonly DraftArticle[],
): Difference[] {
  const before = new Map(draft.map((one) => [one.article, one]))
  const after = new Set(adopted.map(({ article }) => article))
  const kept = adopted.map((one) => compared(before.get(one.article) ?? null, one))
  const gone = draft.filter(({ article }) => !after.has(article))
  return [...kept, ...gone.map((one) => compared(one, null))]
}

function compared(before: DraftArticle | null, after: DraftArticle | null): Difference {
  const article = (after ?? before)?.article ?? ''
  return { article, change: changeOf(before, after), before, after }
}

function changeOf(before: DraftArticle | null, after: DraftArticle | null): Change {
  if (before === null) return 'new'
  if (after === null) return 'gone'
  if (before.text !== null && after.text !== null)
    return asChange(plain(before.text) === plain(after.text))
  if (before.gist === null || after.gist === null) return 'unknown'
  return asChange(before.gist.zh === after.gist.zh)
}

const asChange = (isSame: boolean): Change => (isSame ? 'same' : 'changed')
/** How lines and spaces fall is not what an article says. */
const plain = (text: string) => text.replaceAll(/\s+/gu, '')
