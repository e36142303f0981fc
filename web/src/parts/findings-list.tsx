import type { Program } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/generated/types.gen.ts'
import { useSay } from '../words/say.ts'
import {
  asTree,
  count,
  type FindingSeen,
  isVeto,
  leafKind,
  type Row,
  verdictWithin,
} from './finding.ts'
import { ArticleMark } from './margin/article-mark.tsx'
import { useGround, useMargin } from './margin/margin.tsx'
import { Listed } from './points.tsx'
import { useOfficeTitle, useSeen, useSupplier } from './program/words.ts'
import './findings-list.css'
import { VerdictMark } from './verdict.tsx'

type Props = {
  readonly findings: readonly FindingSeen[]
  readonly program: Program | null
  /** Inputs with lineage, shown behind "Why?". */
  readonly facts?: readonly FactView[]
}

/** Condition · seen · verdict · article, in the order the article prints; groups above their members. */
export function FindingsList({ findings, program, facts = [] }: Props) {
  const { t } = useTranslation()
  return (
    <div className="findings">
      <p className="findings-head" aria-hidden="true">
        <span>{t('finding.article')}</span>
        <span>{t('finding.condition')}</span>
        <span>{t('finding.saw')}</span>
        <span>{t('finding.answer')}</span>
      </p>
      <ul aria-label={t('finding.list')}>
        {asTree(findings).map((row, at, rows) => (
          <FindingRow
            key={row.finding.condition}
            row={row}
            again={rows[at - 1]?.finding.cite === row.finding.cite}
            all={findings}
            program={program}
            facts={facts}
          />
        ))}
      </ul>
    </div>
  )
}

type RowProps = {
  row: Row
  /** The row above rests on the same provision. */
  again: boolean
  all: readonly FindingSeen[]
  program: Program | null
  facts: readonly FactView[]
}

function FindingRow({ row: { finding, depth }, again, all, program, facts }: RowProps) {
  const say = useSay()
  const group = finding.of.length > 0
  return (
    <li
      className={`finding ${group ? 'finding-group' : ''}`}
      style={{ '--depth': depth } as object}
    >
      <span className={`finding-cite ${again ? 'finding-same' : ''}`}>
        <ArticleMark cite={finding.cite} />
      </span>
      <span className="finding-title">{say(finding.title)}</span>
      <span className="finding-saw">
        <Sight finding={finding} program={program} />
      </span>
      <span className="finding-answer">
        <VerdictMark verdict={verdictWithin(finding, all)} veto={isVeto(finding, all)} />
      </span>
      <span className="finding-why no-print">
        <WhyButton finding={finding} findings={all} facts={facts} />
      </span>
    </li>
  )
}

/** What was seen; where nothing was, who is to supply it. */
function Sight({ finding, program }: { finding: FindingSeen; program: Program | null }) {
  const { t } = useTranslation()
  const supplier = useSupplier(program)
  const seenAs = useSeen(program)
  const officeTitle = useOfficeTitle(program)
  if (finding.of.length > 0) {
    const known = finding.kind === 'any' ? t('kind.any') : ''
    return <span className="quiet">{known}</span>
  }
  if (finding.kind === 'computed' && finding.saw.length > 0)
    return (
      <span className="num">
        <Listed of={finding.saw.map(seenAs)} />
      </span>
    )
  const from = finding.missing[0]?.from
  if (finding.kind === 'judged' && from)
    return <span className="quiet">{t('finding.by', { office: officeTitle(from) })}</span>
  return <span className="quiet">{from ? supplier(from) : t(`kind.${leafKind(finding)}`)}</span>
}

type WhyProps = {
  finding: FindingSeen
  findings: readonly FindingSeen[]
  facts?: readonly FactView[]
}

/** "Why? 为什么" beside a result: opens the margin without leaving the page. */
export function WhyButton({ finding, findings, facts = [] }: WhyProps) {
  const { t } = useTranslation()
  const say = useSay()
  const ground = useGround()
  const { open } = useMargin()
  if (!ground) return null
  return (
    <button
      type="button"
      className="why"
      aria-label={`${t('why.button')} ${say(finding.title)}`}
      onClick={() => open({ kind: 'why', ground, finding, findings, facts })}
    >
      {t('why.button')}
    </button>
  )
}

/** One line of how the leaves came out. */
export function FindingsCount({ findings }: { findings: readonly FindingSeen[] }) {
  const { t } = useTranslation()
  const counted = count(findings)
  return (
    <span className="num">
      {t('finding.count', {
        met: counted.met,
        notMet: counted['not-met'],
        unknown: counted.unknown + counted.unavailable,
        person: counted.person,
      })}
    </span>
  )
}
