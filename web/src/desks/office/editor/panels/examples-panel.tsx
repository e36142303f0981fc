import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../../parts/margin/article-mark.tsx'
import { useSay } from '../../../../words/say.ts'
import type { Checked, Outline, TriedExample } from '../checked.ts'
import { type OnOpen, Panel, PlaceLine } from './panel.tsx'

type Props = { readonly checked: Checked | null; readonly onOpen: OnOpen }

/** The worked examples, run at every change: those that differ first, with what differs. */
export function ExamplesPanel({ checked, onOpen }: Props) {
  const { t } = useTranslation('editor')
  const tried = checked?.compiled?.tried
  if (!tried)
    return (
      <Panel heading={t('examples')}>
        <p className="small quiet">{checked ? t('examples.wait') : t('checking')}</p>
      </Panel>
    )
  const failing = tried.filter(({ differs }) => differs.length > 0)
  const passing = tried.filter(({ differs }) => differs.length === 0)
  return (
    <Panel heading={t('examples')} count={`${passing.length} / ${tried.length}`}>
      <ul className="pack-lines">
        {failing.map((one) => (
          <li key={`${one.file}:${one.line}`}>
            <PlaceLine file={one.file} line={one.line} onOpen={onOpen}>
              <b>{one.name}</b>
            </PlaceLine>
            <Differences of={one} outline={checked.outline} />
          </li>
        ))}
      </ul>
      <details className="pack-fold">
        <summary>{t('examples.pass', { count: passing.length })}</summary>
        <ul className="pack-lines">
          {passing.map((one) => (
            <li key={`${one.file}:${one.line}`}>
              <PlaceLine file={one.file} line={one.line} onOpen={onOpen}>
                <span>{one.name}</span>
              </PlaceLine>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

const ANSWERS = ['met', 'not-met', 'unknown', 'unavailable'] as const

/** What the author read off the article, against what the text makes of it. */
function Differences({ of, outline }: { of: TriedExample; outline: Outline }) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const say = useSay()
  const inWords = (answer: string | null) => {
    const known = ANSWERS.find((one) => one === answer)
    return known ? common(`answer.${known}`) : (answer ?? t('examples.nothing'))
  }
  const titleOf = (name: string | null) => {
    if (name === null) return t('examples.whole')
    const kinds = ['condition', 'value']
    return (
      say(outline.names.find((one) => one.name === name && kinds.includes(one.kind))?.title) || name
    )
  }
  return (
    <ul className="pack-differs small">
      {of.differs.map(({ condition, wanted, got }) => (
        <li key={condition ?? ''}>
          {t('examples.differs', {
            what: titleOf(condition),
            wanted: inWords(wanted),
            got: inWords(got),
          })}
        </li>
      ))}
      <li>
        <ArticleMark cite={of.cite} />
      </li>
    </ul>
  )
}
