import { useTranslation } from 'react-i18next'
import type { MeasureView } from '../../../api/generated/types.gen.ts'
import { useLanguage, useSay } from '../../../words/say.ts'
import type { Outline, OutlinedName } from './checked.ts'
import type { Found } from './text/look-up.ts'

export type Known = (found: Found) => readonly { readonly text: string; readonly quiet: boolean }[]

const SUPPLIERS: readonly string[] = ['applicant', 'register']
const TYPES = [
  ...['amount', 'area', 'count', 'share', 'number', 'day', 'flag', 'choice', 'choices', 'text'],
  ...['records', 'all', 'any', 'none', 'at-least', 'variants', 'that', 'judged', 'evidenced'],
  ...['table', 'score', 'best-of', 'scored', 'piecewise'],
] as const

/** What is known of a thing found: an article's gist and text, a name's title, type and source. */
export function useKnown(outline: Outline, texts: MeasureView['texts']): Known {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const say = useSay()
  const between = language === 'zh' ? '：' : ': '
  const said = (text: string, quiet = false) => ({ text, quiet })
  const typeOf = ({ type }: OutlinedName) =>
    (TYPES as readonly string[]).includes(type ?? '') ? t(`type.${type}` as 'type.amount') : type
  const supplier = ({ from, kind }: OutlinedName) => {
    if (from === null) return ''
    const office = outline.names.find((one) => one.kind === 'office' && one.name === from)
    const who = SUPPLIERS.includes(from) ? t(`from.${from}` as 'from.register') : say(office?.title)
    return `${t(kind === 'condition' ? 'judged-by' : 'supplied-by')}${between}${who || from}`
  }
  const ofName = (name: OutlinedName) => {
    const about = [t(`kind.${name.kind}`), typeOf(name), name.unit].filter(Boolean).join(' · ')
    const options = name.options.map(({ value, title }) => `${say(title)} (${value})`).join(', ')
    return [
      said(say(name.title)),
      said(`${name.name} · ${about}`, true),
      ...[supplier(name), options, name.cite ?? ''].filter(Boolean).map((text) => said(text, true)),
    ]
  }
  return (found) => {
    if (found.kind === 'name') return ofName(found.name)
    const { cite, article } = found
    if (!article) return [said(cite), said(t('article.none'), true)]
    const official = texts.find((one) => one.article === article.article)?.text
    return [
      said(`${cite} ${say(article.chapter)}`),
      said(say(article.gist)),
      ...(official ? [said(`${t('article.text')}${between}${official}`, true)] : []),
    ]
  }
}
