import { type Program, printValue, readSupplied } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { useLanguage, useSay } from '../../words/say.ts'

/** An office of the measure by its key, in words; the key itself where the program knows none. */
export function useOfficeTitle(program: Program | null): (key: string) => string {
  const say = useSay()
  return (key) => say(program?.offices[key]?.title) || key
}

/** Who can supply what is missing. */
export function useSupplier(program: Program | null): (from: string) => string {
  const { t } = useTranslation()
  const officeTitle = useOfficeTitle(program)
  return (from) =>
    from === 'applicant' || from === 'register'
      ? t(`why.from.${from}`)
      : t('why.from.office', { office: officeTitle(from) })
}

/** What a condition saw, in the language of the page; findings themselves print in the measure's. */
export function useSeen(
  program: Program | null,
): (seen: { readonly fact: string; readonly value: string }) => string {
  const language = useLanguage()
  return ({ fact: name, value }) => {
    const fact = program?.facts[name]
    if (!fact || language === 'zh') return value
    const read = readSupplied(fact, fact.type === 'flag' ? value === '是' : value)
    return 'value' in read ? printValue(fact, read.value, language) : value
  }
}
