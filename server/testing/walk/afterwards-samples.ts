import { newId } from '../../src/kernel/index.ts'
import { multipart } from '../browser.ts'
import type { Seeded } from './zone.ts'

const REASON = '材料真实完整，符合条件。'
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n')
const on =
  (path: string, body?: unknown) =>
  ({ id }: Seeded) => ({ url: `/api/cases/${id}${path}`, ...(body === undefined ? {} : { body }) })

/** Asked of what is not there: whoever may take the step is told so, nobody else. */
const onSanction = (step: string, body: unknown) => on(`/sanctions/${newId()}/${step}`, body)
const onChange = (step: string, body: unknown) => on(`/changes/${newId()}/${step}`, body)

/** Requests about what comes after a certificate: changes and sanctions. */
export const afterwardsSamples = {
  viewChanges: on('/changes'),
  reportChange: on('/changes', { kind: 'name', plannedOn: '2026-06-01', said: REASON }),
  photographChange: ({ id }: Seeded) => ({
    url: `/api/cases/${id}/changes/${newId()}/photos`,
    ...multipart({ name: 'a.pdf', bytes: pdf }),
  }),
  verifyChange: onChange('verify', {
    visitedOn: '2026-03-09',
    remote: false,
    asReported: true,
    found: REASON,
  }),
  fileChange: onChange('file', { said: REASON }),
  settleChange: onChange('settle', { effect: 'kept', reason: REASON }),
  viewSanctions: on('/sanctions'),
  proposeSanction: on('/sanctions', { sanction: 'fraud', grounds: REASON, foundOn: '2026-03-09' }),
  serveSanction: onSanction('serve', { on: '2026-03-10', how: 'post' }),
  acknowledgeSanction: onSanction('acknowledge', {}),
  answerSanction: onSanction('answer', { statement: REASON, hearing: false }),
  summonToHearing: onSanction('summon', {
    day: '2026-04-10',
    hour: '10时',
    place: '三楼会议室',
    chair: '王某',
    contact: '0991-0000000',
  }),
  holdHearing: onSanction('hear', { present: ['王某'], attended: true, said: REASON }),
  decideSanction: onSanction('decide', { impose: true, reason: REASON }),
  liftSanction: onSanction('lift', { reason: REASON, cite: '第3条' }),
}
