import { type Service, stepFor } from '@banfa/policy/run'
import { type PartyId, type ReadTx, sha256 } from '../../kernel/index.ts'
import type { OpenCase } from '../open-case.ts'

/** Whether a service's experts are not told whose case they judge 匿名评审. */
export function isReviewedBlind(service: Service): boolean {
  return stepFor(service, 'conclude-review')?.review === 'blind'
}

/** A reader by name has been assigned to judge: whatever else they are, of a blind case they see a label. */
export function isMaskedFor({ actor }: ReadTx, { state, data }: Pick<OpenCase, 'state' | 'data'>) {
  return state.blind === true && actor.kind === 'person' && data.readers.includes(actor.person)
}

/** What stands in the name's place: of this case alone, and nothing of the party is in it. */
export function labelOf(caseId: string): string {
  return `匿名申报单位 ${sha256(`blind ${caseId}`).slice(0, 6).toUpperCase()}`
}

/** A party's id would lead to its name. */
export function partyIdFor(caseId: string): PartyId {
  return caseId as unknown as PartyId
}
