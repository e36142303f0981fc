import type { Content, Section, Table } from './reading.ts'

/** Everything read, in its order, a line for each label, paragraph and row. */
export function linesOf(content: readonly Content[]): string[] {
  return content.flatMap((one) => {
    if (one.kind === 'paragraph') return [one.text]
    return one.kind === 'table' ? rowsOf(one) : [...headOf(one), ...linesOf(one.content)]
  })
}

function rowsOf({ header, rows }: Table): string[] {
  return [header, ...rows].map(({ cells }) => cells.join('\t'))
}

function headOf({ label, title }: Section): string[] {
  const head = `${label} ${title ?? ''}`.trim()
  return head === '' ? [] : [head]
}

/** Every section of a kind, in order, wherever it stands. */
export function sectionsOf(content: readonly Content[]): Section[] {
  return content.flatMap((one) =>
    one.kind === 'paragraph' || one.kind === 'table' ? [] : [one, ...sectionsOf(one.content)],
  )
}

/** Every table, in order, wherever it stands. */
export function tablesOf(content: readonly Content[]): Table[] {
  return content.flatMap((one) => {
    if (one.kind === 'paragraph') return []
    return one.kind === 'table' ? [one] : tablesOf(one.content)
  })
}
