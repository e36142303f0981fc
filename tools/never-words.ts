/** One English name per term, from GLOSSARY.md's tables. */
export type Term = { readonly english: string; readonly never: readonly string[] }

/** Reads the table rows: English · 中文 · meaning · never call it. */
export function termsOf(glossary: string): readonly Term[] {
  return glossary
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*(-|English)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, english = '', , , never = '']) => ({ english, never: wordsOf(never) }))
}

function wordsOf(cell: string): readonly string[] {
  return cell
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[,;]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
}

/** `ReviewCriterion`, `review-criterion` and `review criterion` are the same words. */
export function spelled(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim()
}

/** The terms that a name or a sentence calls by a word they never go by. */
export function breaches(text: string, terms: readonly Term[]): readonly string[] {
  const said = ` ${spelled(text)} `
  return terms.flatMap(({ english, never }) =>
    never
      .filter((word) => said.includes(` ${word} `) || said.includes(` ${word}s `))
      .map((word) => `"${word}" is called ${english}`),
  )
}
