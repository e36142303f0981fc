import type { Seen } from '../evaluate/outcome.ts'
import type { Program } from '../program/program.ts'
import type { Language } from '../program/words.ts'
import { inEnglish } from '../values/print.ts'

/** What was seen, in a language: options and yes or no by their words, numbers by their units. */
export function seenInWords(program: Program, seen: Seen, language: Language): string {
  if (language === 'zh') return seen.value
  const fact = program.facts[seen.fact] ?? program.values[seen.fact]
  if (!fact) return recordsInEnglish(seen.value)
  const option = fact.options.find(({ title }) => title.zh === seen.value)
  if (option) return option.title.en
  if (fact.type === 'flag') return seen.value === '是' ? 'yes' : 'no'
  return inEnglish(seen.value)
}

/** `3条` is how many records there are. */
function recordsInEnglish(value: string): string {
  const count = /^(\d+)条$/.exec(value)?.[1]
  return count ? `${count} record${count === '1' ? '' : 's'}` : value
}
