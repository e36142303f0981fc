import type { Program } from '@banfa/policy/run'
import { useCallback, useEffect, useState } from 'react'
import { useCase } from '../../../api/case.ts'
import type { CaseView, PaperView } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Skeleton } from '../../../parts/await.tsx'
import { useKeepCase } from '../use-case.ts'
import { Conflicts } from './conflict.tsx'
import { type Draft, draftOf } from './draft.ts'
import './filling.css'
import { FilingBlock } from './filing-block.tsx'
import { holdPage, takeUpKept } from './kept-drafts.ts'
import { PartnerBlock } from './partner-block.tsx'
import { type Saved, withSaved } from './saved.ts'
import { SavedBar } from './saved-bar.tsx'
import { SectionBlock } from './section-block.tsx'
import { owed, sectionsOf } from './sections.ts'
import { useDraft } from './use-draft.ts'

type Props = { readonly view: CaseView; readonly program: Program }

/** First takes up what this device still keeps unsent from before; then the form. */
export function Filling({ view, program }: Props) {
  const person = usePerson()?.id ?? ''
  const [draft, setDraft] = useState<Draft | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refreshed view must not undo what is typed
  useEffect(() => {
    holdPage()
    const kept = takeUpKept({ person, caseId: view.id }, draftOf(view))
    void kept.then(setDraft)
  }, [person, view.id])
  if (!draft) return <Skeleton lines={10} />
  return <Form view={view} program={program} draft={draft} person={person} />
}

type FormProps = Props & { readonly draft: Draft; readonly person: string }

/** Sections by article, the live check beside each, and the filing at the end. */
function Form({ view, program, draft, person }: FormProps) {
  const keep = useKeepCase(view.id)
  const onSaved = useCallback(
    (saved: Saved) => keep((before) => withSaved(before, program, saved)),
    [keep, program],
  )
  const form = useDraft({ view, draft, of: { person, caseId: view.id } }, onSaved)
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
      <Conflicts
        conflicts={form.conflicts}
        values={form.values}
        program={program}
        onChoose={form.choose}
      />
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
