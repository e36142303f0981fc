import { useLanguage } from '../words/say.ts'

/** A colon as the language sets it: full-width in Chinese, with a space after it in English. */
export function Colon() {
  return useLanguage() === 'zh' ? '：' : ': '
}

/** Joins a list as the language does: 甲、乙 or a, b. */
export function useListed(): (items: readonly string[]) => string {
  const point = useLanguage() === 'zh' ? '、' : ', '
  return (items) => items.join(point)
}

export function Listed({ of }: { of: readonly string[] }) {
  return useListed()(of)
}
