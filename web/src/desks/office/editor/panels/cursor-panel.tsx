import { useTranslation } from 'react-i18next'
import type { Outline } from '../checked.ts'
import { articleOf, citeAround, foundAt } from '../text/look-up.ts'
import type { Known } from '../use-known.ts'
import { Panel } from './panel.tsx'

type Props = {
  readonly outline: Outline
  readonly line: { file: string; number: number; text: string; column: number }
  readonly known: Known
}

/** The article in the margin: what the cursor stands on, and the article its line rests on. */
export function CursorPanel({ outline, line, known }: Props) {
  const { t } = useTranslation('editor')
  const found = foundAt(outline, line.text, line.column)
  const cite = found?.kind === 'article' ? null : citeAround(outline, line)
  const cards = [
    ...(found ? [known(found)] : []),
    ...(cite
      ? [known({ kind: 'article', cite, article: articleOf(outline, cite), from: 0, to: 0 })]
      : []),
  ]
  return (
    <Panel heading={t('cursor')} count={`${line.file.replace(/^.*\//, '')}:${line.number}`}>
      {cards.length === 0 && <p className="small quiet">{t('cursor.none')}</p>}
      {cards.map(([first, ...rest]) => (
        <div key={first?.text} className="pack-card">
          <b className="song">{first?.text}</b>
          {rest.map(({ text, quiet }) => (
            <p key={text} className={quiet ? 'small quiet' : 'small'}>
              {text}
            </p>
          ))}
        </div>
      ))}
    </Panel>
  )
}
