import type { Article, Program } from '@banfa/policy/run'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsequence, useLength } from '../../../parts/program/limits.ts'
import { useOfficeTitle } from '../../../parts/program/words.ts'
import { useSay } from '../../../words/say.ts'
import { ConditionTree } from './condition-tree.tsx'

type Props = { readonly program: Program; readonly article: Article }

/** What carries an article out: conditions as a tree, services, delegations, duties, sanctions. */
export function CarriedBy({ program, article }: Props) {
  return (
    <div className="carried">
      {article.carriedBy.map((name) => (
        <Carrier key={name} program={program} name={name} />
      ))}
    </div>
  )
}

function Carrier({ program, name }: { program: Program; name: string }) {
  const root = program.conditions[name]
  if (root) return <ConditionTree program={program} root={root} />
  const service = program.services[name]
  if (service) return <Line kind="service" title={service.title} />
  const delegation = program.delegations.find((one) => one.name === name)
  if (delegation) return <DelegationLine program={program} {...delegation} />
  const duty = program.duties.find((one) => one.name === name)
  if (duty) return <DutyLine program={program} {...duty} />
  const sanction = program.sanctions.find((one) => one.name === name)
  return sanction ? <SanctionLine {...sanction} /> : null
}

type LineProps = {
  kind: 'service' | 'delegation' | 'duty' | 'sanction'
  title: { zh: string; en: string }
  children?: ReactNode
}

function Line({ kind, title, children }: LineProps) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <p className="carrier">
      <span className="carrier-kind">{t(`measure.carried.${kind}`)}</span>
      <span>
        {say(title)}
        {children && <span className="small quiet">{children}</span>}
      </span>
    </p>
  )
}

function DelegationLine({
  program,
  from,
  to,
  title,
}: Program['delegations'][number] & { program: Program }) {
  const { t } = useTranslation('public')
  const office = useOfficeTitle(program)
  return (
    <Line kind="delegation" title={title}>
      {t('measure.delegated', { from: office(from), to: office(to) })}
    </Line>
  )
}

function DutyLine(duty: Program['duties'][number] & { program: Program }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const office = useOfficeTitle(duty.program)
  const length = useLength()
  const of = duty.of === 'recognised' ? t('measure.recognised') : office(duty.of)
  const clock = duty.clock && `${length(duty.clock)} · ${say(duty.clock.event)}`
  const later = duty.carriedOut ? null : t('measure.later')
  return (
    <Line kind="duty" title={duty.title}>
      {[t('measure.duty-of', { of }), clock, later].filter(Boolean).join(' · ')}
    </Line>
  )
}

function SanctionLine(sanction: Program['sanctions'][number]) {
  const { t } = useTranslation('public')
  const say = useSay()
  const consequence = useConsequence()
  const later = sanction.carriedOut ? null : t('measure.later')
  return (
    <Line kind="sanction" title={sanction.title}>
      {[say(sanction.upon), consequence(sanction), later].filter(Boolean).join(' · ')}
    </Line>
  )
}
