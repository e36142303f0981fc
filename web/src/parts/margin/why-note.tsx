import {
  type Condition,
  conditionNamed,
  explainFinding,
  type Finding,
  type Language,
  type Program,
  requirement,
} from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import type { FactView } from '../../api/generated/types.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { citeIn } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import { Figure } from '../figure.tsx'
import { type FindingSeen, isVeto, leavesInTheWay, verdictWithin } from '../finding.ts'
import { Colon } from '../points.tsx'
import { titleOf } from '../program/reading.ts'
import { useOfficeTitle, useSeen, useSupplier } from '../program/words.ts'
import { VerdictMark } from '../verdict.tsx'
import { ArticleNote } from './article-note.tsx'
import type { Ground } from './margin.tsx'
import { RuleOf } from './rule.tsx'

type Props = {
  readonly ground: Ground
  readonly finding: FindingSeen
  readonly findings: readonly FindingSeen[]
  readonly facts: readonly FactView[]
}

/** Why a condition came out so: the rule, what was seen with its source, what is missing, what would change it. */
export function WhyNote({ ground, finding, findings, facts }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const program = useProgram(ground.pack, ground.version)
  const rule = program ? conditionNamed(program, finding.condition) : undefined
  const reads = finding.reads ?? (program && explainFinding(program, finding as Finding))
  return (
    <>
      <p>
        <VerdictMark
          verdict={verdictWithin(finding, findings)}
          veto={isVeto(finding, findings)}
          large
        />
      </p>
      <p>
        <b>{say(finding.title)}</b> <span className="song">{citeIn(finding.cite, language)}</span>
      </p>
      {reads && <p>{say(reads)}</p>}
      {program && rule && <RuleOf program={program} condition={rule} />}
      <Saw finding={finding} facts={facts} program={program} />
      <MissingOf finding={finding} program={program} />
      <h3>{t('why.change')}</h3>
      <Change finding={finding} findings={findings} program={program} />
      <hr className="panel-rule" />
      <ArticleNote ground={ground} cite={finding.cite} />
    </>
  )
}

type SawProps = { finding: FindingSeen; facts: readonly FactView[]; program: Program | null }

function Saw({ finding, facts, program }: SawProps) {
  const seenAs = useSeen(program)
  const { t } = useTranslation()
  const say = useSay()
  if (finding.of.length > 0) return null
  return (
    <>
      <h3>{t('why.saw')}</h3>
      {finding.saw.length === 0 && <p className="quiet">{t('why.saw-nothing')}</p>}
      {finding.saw.map((seen) => {
        const known = facts.find((fact) => fact.name === seen.fact)
        if (known) return <Figure key={seen.fact} fact={known} />
        return (
          <p key={seen.fact}>
            {say(seen.title)}
            <Colon />
            <b className="num">{seenAs(seen)}</b>
          </p>
        )
      })}
    </>
  )
}

function MissingOf({ finding, program }: { finding: FindingSeen; program: Program | null }) {
  const { t } = useTranslation()
  const say = useSay()
  const supplier = useSupplier(program)
  if (finding.missing.length === 0) return null
  return (
    <>
      <h3>{t('why.missing')}</h3>
      <ul>
        {finding.missing.map((missing) => (
          <li key={missing.fact}>
            {say(missing.title)}
            <span className="quiet small"> {supplier(missing.from)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

type ChangeProps = {
  readonly finding: FindingSeen
  readonly findings: readonly FindingSeen[]
  readonly program: Program | null
}

function Change({ finding, findings, program }: ChangeProps) {
  const { t } = useTranslation()
  const needed = leavesInTheWay(finding, findings)
  if (needed.length === 0) return <p>{t('why.settled')}</p>
  return (
    <>
      <JoinedBy finding={finding} />
      <ul className="panel-list">
        {needed.map((leaf) => (
          <li key={leaf.condition}>
            <ChangeOf leaf={leaf} program={program} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** How the members of a group count together; a leaf stands alone and says nothing. */
function JoinedBy({ finding }: { finding: FindingSeen }) {
  const { t } = useTranslation()
  if (finding.kind !== 'all' && finding.kind !== 'any') return null
  return <p className="small quiet">{t(`why.change.${finding.kind}`)}</p>
}

/** The one thing that would turn a leaf to met. */
export function ChangeOf({ leaf, program }: { leaf: FindingSeen; program: Program | null }) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const officeTitle = useOfficeTitle(program)
  const rule = program ? conditionNamed(program, leaf.condition) : undefined
  if (!program || !rule) return <>{say(leaf.title)}</>
  if (rule.kind === 'judged') return <>{t('why.change.judged', { office: officeTitle(rule.by) })}</>
  if (rule.kind === 'evidenced')
    return <>{t('why.change.evidenced', { paper: say(titleOf(program, rule.paper)) })}</>
  if (rule.kind === 'computed')
    return <>{t('why.change.computed', { rule: wanted({ program, leaf, rule }, language) })}</>
  return <>{say(leaf.title)}</>
}

type Wanted = {
  readonly program: Program
  readonly leaf: FindingSeen
  readonly rule: Extract<Condition, { kind: 'computed' }>
}

/** What a formula asks for in words, with the fact it asks it of; as printed where words fail. */
function wanted({ program, leaf, rule }: Wanted, language: Language): string {
  const asked = requirement(program, rule.test, language)
  const [about] = [...leaf.saw, ...leaf.missing]
  if (!asked || !about) return rule.printed
  return language === 'zh' ? `${about.title.zh}${asked}` : `${about.title.en} ${asked}`
}
