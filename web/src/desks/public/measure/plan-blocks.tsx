import { type ActionItem, type Program, printQuantity, type Target } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Block } from '../../../parts/page.tsx'
import { useListed } from '../../../parts/points.tsx'
import { useOfficeTitle } from '../../../parts/program/words.ts'
import { useLanguage, useSay } from '../../../words/say.ts'

/** What a plan sets itself to reach, by year, and the work it gives to offices; nothing for other measures. */
export function PlanBlocks({ program }: { program: Program }) {
  const { targets, actions } = program
  return (
    <>
      {targets.length > 0 && <Targets targets={targets} />}
      {actions.length > 0 && <Tasks actions={actions} program={program} />}
    </>
  )
}

function Targets({ targets }: { targets: readonly Target[] }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const language = useLanguage()
  const years = [...new Set(targets.map(({ year }) => year))].sort((a, b) => a - b)
  const kinds = Map.groupBy(targets, ({ title, is }) => `${title.zh} ${is}`)
  return (
    <Block heading={t('measure.targets')}>
      <div className="table-hold">
        <table className="table small">
          <thead>
            <tr>
              <th scope="col">{t('measure.target')}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="num">
                  {year}
                </th>
              ))}
              <th scope="col">{t('measure.step.article')}</th>
            </tr>
          </thead>
          <tbody>
            {[...kinds].map(([key, [first, ...more]]) => (
              <tr key={key}>
                <td>{first && say(first.title)}</td>
                {years.map((year) => {
                  const one = [first, ...more].find((target) => target?.year === year)
                  return (
                    <td key={year} className="num">
                      {one &&
                        t(`measure.target.${one.is}`, {
                          figure: printQuantity(one.atLeast, one.unit, language),
                        })}
                    </td>
                  )
                })}
                <td>{first && <ArticleMark cite={first.cite} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

type TasksProps = { readonly actions: readonly ActionItem[]; readonly program: Program }

function Tasks({ actions, program }: TasksProps) {
  const { t } = useTranslation('public')
  const say = useSay()
  const listed = useListed()
  const titleOf = useOfficeTitle(program)
  return (
    <Block heading={t('measure.actions')}>
      <details className="unfold">
        <summary>{t('measure.actions.count', { count: actions.length })}</summary>
        <div className="table-hold">
          <table className="table small">
            <thead>
              <tr>
                <th scope="col">{t('measure.action')}</th>
                <th scope="col">{t('measure.action.offices')}</th>
                <th scope="col">{t('measure.step.article')}</th>
              </tr>
            </thead>
            <tbody>
              {actions.map(({ name, title, offices, cite }) => (
                <tr key={name}>
                  <td>{say(title)}</td>
                  <td>{listed(offices.map(titleOf))}</td>
                  <td>
                    <ArticleMark cite={cite} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Block>
  )
}
