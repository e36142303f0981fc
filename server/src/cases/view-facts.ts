import { type AskedFact, factsAsked, isRecords } from './answers.ts'
import { isWithheld } from './blind/mask.ts'
import type { OpenCase } from './open-case.ts'
import type { FiledFact, SealedPaper } from './sealing.ts'
import type { Viewer } from './viewer.ts'
import type { FactView, PaperView } from './views.ts'

/** Every fact asked, in the order the articles need it; experts are not shown personal ones. */
export function viewFacts(
  open: OpenCase,
  values: readonly FiledFact[],
  viewer: Viewer,
): FactView[] {
  return factsAsked(open.program, open.service)
    .filter((fact) => viewer.isParty || viewer.isOfficer || fact.sensitivity !== 'personal')
    .map((asked) => {
      const { name, title } = asked
      const filed = values.find((one) => one.name === name)
      return {
        name,
        title,
        ...kindOf(asked),
        value: filed?.value ?? null,
        source: filed?.source ?? null,
        recordedOn: filed?.recordedOn ?? null,
        verifiedOn: filed?.verifiedOn ?? null,
        verifiedBy: filed?.verifiedBy ?? null,
        locked: Boolean(filed?.verifiedOn),
      }
    })
}

function kindOf(asked: AskedFact): Pick<FactView, 'type' | 'unit'> {
  return isRecords(asked) ? { type: 'records', unit: null } : { type: asked.type, unit: asked.unit }
}

export function viewPapers(open: OpenCase, papers: readonly SealedPaper[]): PaperView[] {
  return open.service.papers.map(({ name, title, cite, required, kinds, help }) => ({
    paper: name,
    title,
    cite,
    required,
    kinds,
    help,
    files: papers.find((one) => one.paper === name)?.files ?? [],
    withheld: isWithheld(open, name),
  }))
}
