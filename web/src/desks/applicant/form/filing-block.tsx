import type { Program } from '@banfa/policy/run'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileApplication } from '../../../api/generated/sdk.gen.ts'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { count } from '../../../parts/finding.ts'
import { isGiven } from '../../../parts/form/answer.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Block } from '../../../parts/page.tsx'
import { Colon } from '../../../parts/points.tsx'
import { useConsequence } from '../../../parts/program/limits.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useKeepCase } from '../use-case.ts'
import { Missing } from './missing.tsx'
import type { Owed } from './sections.ts'
import type { useDraft } from './use-draft.ts'

type Props = {
  readonly view: CaseView
  readonly program: Program
  readonly form: ReturnType<typeof useDraft>
  readonly missing: readonly Owed[]
}

/** The act of filing: what is missing, what will be sealed, what follows on false material; then the seal. */
export function FilingBlock({ view, program, form, missing }: Props) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const [sure, setSure] = useState(false)
  const filing = useFiling(view, form)
  const may = view.may.find(({ act }) => act === 'file')
  const unmet = count(view.outcome.findings)['not-met']
  return (
    <Block heading={t('file.title')} cites={may?.cite ? [may.cite] : []} id="filing">
      <Missing missing={missing} joint={needsPartner(program, view, form)} />
      <div className="filing">
        <p>{t('file.about')}</p>
        <p className="small quiet num">
          {t('file.contents', {
            facts: view.facts.filter((fact) =>
              isGiven(form.draft.typed[fact.name] ?? (fact.value as never)),
            ).length,
            papers: view.papers.reduce((sum, paper) => sum + paper.files.length, 0),
          })}
        </p>
        {unmet > 0 && <p className="filing-warn">{t('file.not-met', { count: unmet })}</p>}
        {(missing.length === 0 ? (may?.warns ?? []) : []).map((warning) => (
          <p key={warning.zh} className="filing-warn">
            {say(warning)}
          </p>
        ))}
        <Sanctions program={program} />
        <label className="option">
          <input
            type="checkbox"
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
          <span>{t('file.confirm')}</span>
        </label>
        {filing.isError && <RefusalNote error={filing.error} />}
        <p>
          <Button
            look="seal"
            hotkey="f"
            disabled={!sure || !may || filing.isPending || Object.keys(form.conflicts).length > 0}
            onClick={() => filing.mutate()}
          >
            {t(filing.isPending ? 'file.wait' : 'file.do')}
          </Button>
        </p>
      </div>
    </Block>
  )
}

/** What is still unsaved is saved first, so that the seal holds what the page shows. */
function useFiling(view: CaseView, form: Props['form']) {
  const keep = useKeepCase(view.id)
  const go = useNavigate()
  return useMutation({
    mutationFn: async () => {
      await form.save()
      const { isUnsent, revision } = form.standing()
      if (isUnsent) throw new TypeError('what was typed has not arrived')
      const body = { revision }
      return (await fileApplication({ path: { id: view.id }, body, throwOnError: true })).data
    },
    onSuccess: (filed) => {
      keep(() => filed)
      return go({ to: '/apply/cases/$id', params: { id: view.id } })
    },
  })
}

function needsPartner(program: Program, view: CaseView, { draft }: Props['form']): boolean {
  const joint = program.services[view.service]?.joint ?? false
  return joint && !(draft.partner?.name.trim() && draft.partner.country.trim())
}

/** What the measure says follows on false material, with its article: data of the measure, not words of ours. */
function Sanctions({ program }: { program: Program }) {
  const say = useSay()
  const consequence = useConsequence()
  const upon = program.sanctions.filter((sanction) => sanction.carriedOut && sanction.bar)
  return (
    <ul className="filing-sanctions small">
      {upon.map((sanction) => (
        <li key={sanction.name}>
          <ArticleMark cite={sanction.cite} /> {say(sanction.upon)}
          <Colon />
          {consequence(sanction)}
        </li>
      ))}
    </ul>
  )
}
