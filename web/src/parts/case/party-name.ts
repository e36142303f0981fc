import { useTranslation } from 'react-i18next'

/** What a party is called; of a blind review the label, in the language of the page. */
export function usePartyName(): (name: string, blind: boolean) => string {
  const { t } = useTranslation()
  return (name, blind) => (blind ? t('party.blind', { code: name.split(' ').at(-1) ?? '' }) : name)
}
