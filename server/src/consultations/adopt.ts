import { record, refusal, type WriteTx } from '../kernel/index.ts'
import { getMeasure } from '../rulebook/index.ts'
import { type ConsultationId, subjectOf } from './consultation.ts'
import { writeConsultation } from './consultation-store.ts'
import { lockHeld } from './hold-of.ts'

export type AdoptInput = {
  readonly id: ConsultationId
  readonly pack: string
  readonly version: string
}

/**
 * Names the version that was adopted after the consultation, so that everybody may compare. It must
 * be installed, and published or in force. Refuses `consultation.not-summarised` before the summary.
 */
export async function linkAdopted(tx: WriteTx, input: AdoptInput): Promise<void> {
  const { id, pack, version } = input
  const { of, as } = await lockHeld(tx, id, 'consultation.publish')
  if (of.summary === null) refusal('consultation.not-summarised')
  if (of.adopted) refusal('consultation.adopted-already', of.adopted)
  const { program, enactments } = await getMeasure(tx, pack, version)
  const isEnacted = enactments.some((one) => one.version === version)
  if (program.state === 'consultation-draft' && !isEnacted)
    refusal('consultation.not-adopted', { version }, { field: 'version' })
  await writeConsultation(tx, id, { adopted_pack: pack, adopted_version: version })
  const detail = { pack, version, digest: program.digest }
  await record(tx, { act: 'consultation.adopted', subject: subjectOf(id), as, detail })
}
