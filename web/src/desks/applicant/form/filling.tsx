import type { Program } from '@banfa/policy/run'
import { useCallback } from 'react'
import { useCase } from '../../../api/case.ts'
import type { CaseView, PaperView } from '../../../api/generated/types.gen.ts'
import { useKeepCase } from '../use-case.ts'
import { Conflict } from './conflict.tsx'
import './filling.css'
import { FilingBlock } from './filing-block.tsx'
import { PartnerBlock } from './partner-block.tsx'
import { type Saved, withSaved } from './saved.ts'
import { SavedBar } from './saved-bar.tsx'
import { SectionBlock } from './section-block.tsx'
import { owed, sectionsOf } from './sections.ts'
import { useDraft } from './use-draft.ts'

type Props = { readonly view: CaseView; readonly program: Program }

/** Sections by article, the live check beside each, and the filing at the end. */
export function Filling({ view, program }: Props) {
  const keep = useKeepCase(view.id)
  const onSaved = useCallback(
    (saved: Saved) => keep((before) => withSaved(before, program, saved)),
    [keep, program],
  )
  const form = useDraft(view, onSaved)
  const refresh = useCase(view.id).refetch
  const onPaper = async (paper: PaperView) => {
    keep((before) => ({ ...before, papers: replaced(before.papers, paper) }))
    // A paper changes what the check sees; only the server knows what it accepted.
    await refresh()
  }
  const missing = owed(view.outcome.findings, view.papers)
  const joint = program.services[view.service]?.joint ?? false
  return (
    <div className="filling">
      {form.saving.state === 'conflict' && (
        <Conflict
          draft={form.draft}
          theirs={form.saving.theirs}
          program={program}
          onSettle={form.settle}
        />
      )}
      {joint && <PartnerBlock partner={form.draft.partner} onChange={form.setPartner} />}
      {sectionsOf(program, view.service).map((section) => (
        <SectionBlock
          key={section.cite}
          section={section}
          view={view}
          program={program}
          typed={form.draft.typed}
          onGive={form.give}
          onPaper={onPaper}
        />
      ))}
      <FilingBlock view={view} program={program} form={form} missing={missing} />
      <SavedBar view={view} saving={form.saving} missing={missing.length} onSave={form.save} />
    </div>
  )
}

function replaced(papers: CaseView['papers'], paper: PaperView): CaseView['papers'] {
  return papers.map((one) => (one.paper === paper.paper ? paper : one))
}
