import type { Language, Words } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

/** Reads a text that comes in both languages; nothing for nothing. */
export function useSay(): (words: Words | null | undefined) => string {
  const language = useLanguage()
  return (words) => words?.[language] ?? ''
}
