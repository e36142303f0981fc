import { useTranslation } from 'react-i18next'

const PHRASES = [
  ...(['Find', 'Replace', 'next', 'previous', 'all', 'match case'] as const),
  ...(['regexp', 'by word', 'replace', 'replace all', 'close', 'Completions'] as const),
]

/** CodeMirror's own words in the reader's language. */
export function usePhrases(): Readonly<Record<string, string>> {
  const { t } = useTranslation('editor')
  return Object.fromEntries(PHRASES.map((phrase) => [phrase, t(`find.${phrase}`)]))
}
