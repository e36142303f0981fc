import type { Program } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import type { CaseView, PaperView } from '../../../api/generated/types.gen.ts'
import { Figure } from '../../../parts/figure.tsx'
import { type FindingSeen, isVeto, verdictWithin } from '../../../parts/finding.ts'
import { WhyButton } from '../../../parts/findings-list.tsx'
import { type Given, isList } from '../../../parts/form/answer.ts'
import { FactInput } from '../../../parts/form/fact-input.tsx'
import { PaperUploader } from '../../../parts/form/paper-uploader.tsx'
import { Block } from '../../../parts/page.tsx'
import { askName } from '../../../parts/program/reading.ts'
import { RecordsEditor } from '../../../parts/records/records-editor.tsx'
import { VerdictMark } from '../../../parts/verdict.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../words/say.ts'
import type { Answers } from './draft.ts'
import type { Section } from './sections.ts'

type Props = {
  readonly section: Section
  readonly view: CaseView
  readonly program: Program
  readonly typed: Answers
  readonly onGive: (name: string, given: Given) => void
  readonly onPaper: (paper: PaperView) => void
}

/** What one provision asks for on the left, how it stands on the right, the article in the rail. */
export function SectionBlock(props: Props) {
  const { section, view } = props
  const { t } = useTranslation('applicant')
  const say = useSay()
  const language = useLanguage()
  const heading =
    say(section.heading) || t('form.section', { cite: citeIn(section.cite, language) })
  const findings = view.outcome.findings.filter(
    (finding) => finding.cite === section.cite && finding.of.length === 0,
  )
  return (
    <Block heading={heading} cites={[section.cite]}>
      <div className="section">
        <div className="section-asks">
          {section.asks.map((ask) => (
            <AskHere key={askName(ask)} {...props} ask={ask} />
          ))}
        </div>
        <Standing findings={findings} view={view} />
      </div>
    </Block>
  )
}

function AskHere({ ask, view, typed, onGive, onPaper }: Props & { ask: Section['asks'][number] }) {
  if (ask.kind === 'paper') {
    const paper = view.papers.find((one) => one.paper === ask.paper.name)
    return paper ? <PaperUploader caseId={view.id} paper={paper} onChange={onPaper} /> : null
  }
  if (ask.kind !== 'fact' && ask.kind !== 'records') return null
  const name = askName(ask)
  const known = view.facts.find((fact) => fact.name === name)
  if (known?.locked) return <Figure fact={known} />
  if (ask.kind === 'records') {
    const given = typed[name]
    return (
      <RecordsEditor
        records={ask.records}
        fields={ask.fields}
        given={isList(given) ? given : null}
        onGive={(next) => onGive(name, next)}
      />
    )
  }
  return <FactInput fact={ask.fact} given={typed[name]} onGive={(given) => onGive(name, given)} />
}

/** The conditions of this provision as they stand now. */
function Standing({ findings, view }: { findings: readonly FindingSeen[]; view: CaseView }) {
  const say = useSay()
  return (
    <ul className="standing" aria-live="polite">
      {findings.map((finding) => (
        <li key={finding.condition}>
          <span>{say(finding.title)}</span>
          <span className="standing-answer">
            <VerdictMark
              verdict={verdictWithin(finding, view.outcome.findings)}
              veto={isVeto(finding, view.outcome.findings)}
            />
            <WhyButton finding={finding} findings={view.outcome.findings} facts={view.facts} />
          </span>
        </li>
      ))}
    </ul>
  )
}
