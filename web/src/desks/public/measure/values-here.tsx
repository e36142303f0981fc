import { type Program, type ValueDefinition, valueInWords } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { fallsUnder } from '../../../parts/program/reading.ts'
import { useSay } from '../../../words/say.ts'

/** What an article has worked out: ratios, bands, scores and amounts, each with its rule. */
export function ValuesHere({ program, cite }: { program: Program; cite: string }) {
  const here = Object.values(program.values).filter(
    (value) => fallsUnder(value.cite, cite) && !value.name.endsWith('-payable'),
  )
  if (here.length === 0) return null
  return (
    <div className="worked">
      {here.map((value) => (
        <OneValue key={value.name} program={program} value={value} />
      ))}
    </div>
  )
}

function OneValue({ program, value }: { program: Program; value: ValueDefinition }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const { formula, rows, parts, joined, scoredBy } = valueInWords(program, value)
  return (
    <section className="worked-one">
      <p className="worked-name">
        <b>{say(value.title)}</b> <ArticleMark cite={value.cite} />
      </p>
      {formula && <p className="worked-formula">{formula}</p>}
      {joined && (
        <p className="small">
          {t(`measure.value.${joined}`)} {parts.map(({ title }) => say(title)).join(' · ')}
        </p>
      )}
      {scoredBy && (
        <p className="small">
          ◇ {t('measure.value.scored', { office: say(scoredBy.office) })} {say(scoredBy.question)}
        </p>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
    </section>
  )
}

function Rows({ rows }: { rows: ReturnType<typeof valueInWords>['rows'] }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <table className="worked-rows">
      <tbody>
        {rows.map(({ when, gives }) => (
          <tr key={when.join(' · ')}>
            <th scope="row">
              {when.length === 0
                ? t('measure.value.else')
                : when.map((test) => (test === '-' ? t('measure.value.any') : test)).join(' · ')}
            </th>
            <td>{say(gives)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
