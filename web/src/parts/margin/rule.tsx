import type { Condition, Program } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../words/say.ts'
import { Colon } from '../points.tsx'
import { titleOf } from '../program/reading.ts'
import { useOfficeTitle } from '../program/words.ts'

/** What is carried out for a condition: the formula as the pack prints it, the paper, the question. */
export function RuleOf({ program, condition }: { program: Program; condition: Condition }) {
  const { t } = useTranslation()
  const say = useSay()
  const officeTitle = useOfficeTitle(program)
  switch (condition.kind) {
    case 'computed':
      return (
        <code className="rule mono" lang="zh-CN">
          {condition.printed}
        </code>
      )
    case 'evidenced':
      return (
        <span className="rule">
          {t('kind.evidenced')}
          <Colon />
          {say(titleOf(program, condition.paper)) || condition.paper}
        </span>
      )
    case 'judged':
      return (
        <span className="rule">
          {t('finding.by', { office: officeTitle(condition.by) })}
          <Colon />
          {say(condition.question)}
        </span>
      )
    case 'at-least':
      return <span className="rule">{t('kind.at-least', { count: condition.count })}</span>
    default:
      return <span className="rule">{t(`kind.${condition.kind}`)}</span>
  }
}
