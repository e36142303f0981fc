import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MigrationLine, UnderVersion } from '../../../api/generated/types.gen.ts'
import { StageTag } from '../../../parts/case/stage-tag.tsx'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { useListed } from '../../../parts/points.tsx'
import { VerdictMark } from '../../../parts/verdict.tsx'
import { useSay } from '../../../words/say.ts'

type Props = {
  readonly lines: readonly MigrationLine[]
  readonly chosen: readonly string[]
  readonly onChoose: (caseId: string) => void
}

const COLUMNS = ['party', 'stage', 'before', 'after', 'effect'] as const

/** Each open case under its version and under the one in force, side by side. */
export function Lines({ lines, chosen, onChoose }: Props) {
  const { t } = useTranslation('versions')
  return (
    <div className="table-hold">
      <table className="table migrate">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('col.choose')}</span>
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row
              key={line.caseId}
              line={line}
              isChosen={chosen.includes(line.caseId)}
              onChoose={() => onChoose(line.caseId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  readonly line: MigrationLine
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Row({ line, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation('versions')
  const say = useSay()
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`${t('col.choose')} ${line.party}`}
          disabled={line.stop !== null}
          checked={isChosen}
          onChange={onChoose}
        />
      </td>
      <td>
        <Link to="/office/cases/$id" params={{ id: line.caseId }}>
          {line.party}
        </Link>
        <div className="small quiet">
          <span className="num">{line.number}</span> · {say(line.service)}
        </div>
      </td>
      <td>
        <StageTag stage={line.stage} />
      </td>
      <td data-label={t('col.before')}>
        <Under of={line.before} other={null} />
      </td>
      <td data-label={t('col.after')}>
        {line.after && <Under of={line.after} other={line.before} />}
      </td>
      <td>
        <Effect line={line} />
      </td>
    </tr>
  )
}

/** One of the two texts; of the one moved to, what differs from the other. */
function Under({ of, other }: { of: UnderVersion; other: UnderVersion | null }) {
  const { t } = useTranslation('versions')
  const say = useSay()
  const { step, due } = of
  const isOther = step?.act !== other?.step?.act || step?.by.zh !== other?.step?.by.zh
  return (
    <>
      <VerdictMark verdict={of.answer} />{' '}
      {other === null && <span className="small quiet num">{of.version}</span>}
      {step && isOther && (
        <div className={other ? 'small migrate-other' : 'small quiet'}>
          {t('line.by', { step: say(step.title), by: say(step.by) })}
        </div>
      )}
      {due && due !== other?.due && (
        <div className={other ? 'small num migrate-other' : 'small num quiet'}>
          {t('line.due', { day: due })}
        </div>
      )}
    </>
  )
}

function Effect({ line: { before, after, missing, stop } }: { line: MigrationLine }) {
  const { t } = useTranslation('versions')
  const say = useSay()
  const listed = useListed()
  if (stop) {
    return (
      <span className="small">
        {t('line.stays', { why: say(stop.says) })}
        {stop.cite && (
          <>
            {' '}
            <ArticleMark cite={stop.cite} />
          </>
        )}
      </span>
    )
  }
  const isSame = before.answer === after?.answer && before.due === after.due && missing.length === 0
  return (
    <span className="small">
      {isSame && <span className="quiet">{t('line.same')}</span>}
      {before.answer !== after?.answer && (
        <span className="migrate-other">{t('line.answer')} </span>
      )}
      {missing.length > 0 && (
        <span className="migrate-other">
          {t('line.missing', { titles: listed(missing.map(({ title }) => say(title))) })}
        </span>
      )}
    </span>
  )
}
