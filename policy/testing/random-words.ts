import type { Fact, Program } from '../src/run.ts'

export const words = (text: string) => ({ zh: `${text}甲`, en: text })
export const cite = '第1条' as Program['articles'][number]['article']

export const OPTIONS = ['red', 'green', 'blue']

export function fact(name: string, type: Fact['type'], unit: string | null): Fact {
  const chosen = type === 'choice' || type === 'choices'
  return {
    name,
    title: words(name),
    type,
    unit,
    options: chosen ? OPTIONS.map((value) => ({ value, title: words(value) })) : [],
    subject: 'party',
    from: name.length % 2 === 0 ? 'register' : 'applicant',
    sensitivity: 'public',
    ask: words(name),
    help: null,
  }
}
