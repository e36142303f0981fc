import { type Condition, type Program, requirement } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Colon } from '../../../parts/points.tsx'
import { titleOf } from '../../../parts/program/reading.ts'
import { useOfficeTitle } from '../../../parts/program/words.ts'
import { useLanguage, useSay } from '../../../words/say.ts'

type Props = { readonly program: Program; readonly root: Condition }

/** Conditions as the article prints them, each with how it is answered: formula, paper or person. */
export function ConditionTree({ program, root }: Props) {
  const say = useSay()
  return (
    <div className="tree">
      <p className="tree-root">{say(root.title)}</p>
      <Members program={program} root={root} />
    </div>
  )
}

function Members({ program, root }: Props) {
  const { t } = useTranslation()
  if (!('of' in root)) return <Leaf program={program} root={root} />
  return (
    <ul className="tree-list">
      {root.of.map((member, at) => (
        <li key={member.name}>
          <p className="tree-row">
            <span className="tree-cite">
              {(root.of[at - 1]?.cite ?? root.cite) !== member.cite && (
                <ArticleMark cite={member.cite} />
              )}
            </span>
            {root.kind === 'variant' && (
              <span className="how">
                {root.printed[at] === 'true' ? t('kind.else') : root.printed[at]}
              </span>
            )}
            <Row program={program} root={member} />
          </p>
          {'of' in member && <Members program={program} root={member} />}
        </li>
      ))}
    </ul>
  )
}

function Row({ program, root }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  if (!('of' in root)) return <Leaf program={program} root={root} />
  const joined =
    root.kind === 'at-least' ? t('kind.at-least', { count: root.count }) : t(`kind.${root.kind}`)
  return (
    <span>
      <b>{say(root.title)}</b> <span className="small quiet">{joined}</span>
    </span>
  )
}

function Leaf({ program, root }: Props) {
  const say = useSay()
  return (
    <span>
      {say(root.title)}
      <span className={`how how-${root.kind}`}>
        <How program={program} root={root} />
      </span>
    </span>
  )
}

function How({ program, root }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const office = useOfficeTitle(program)
  if (root.kind === 'judged') return <>◇ {t('finding.by', { office: office(root.by) })}</>
  if (root.kind === 'evidenced')
    return (
      <>
        {t('kind.evidenced')}
        <Colon />
        {say(titleOf(program, root.paper))}
      </>
    )
  if (root.kind !== 'computed') return null
  if (asksForFlag(root)) return null
  const asked = requirement(program, root.test, language)
  return <span title={root.printed}>{asked ?? root.printed}</span>
}

/** A yes-or-no needs no second saying: the title is the requirement. */
function asksForFlag(condition: Extract<Condition, { kind: 'computed' }>): boolean {
  const { test } = condition
  return (
    test.kind === 'compare' && test.right.kind === 'literal' && test.right.value.kind === 'flag'
  )
}
