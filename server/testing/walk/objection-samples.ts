import { newId } from '../../src/kernel/index.ts'
import { multipart } from '../browser.ts'
import type { CaseSample } from './samples.ts'
import type { WalkedZone } from './zone.ts'

/** Requests about an objection to a case: its page for the post that answers it. */
export const objectionSamples = {
  viewObjection: ({ id, objection }) =>
    objection === null ? null : { url: `/api/cases/${id}/objections/${objection}` },
  openObjectionFile: ({ id, objection, objectionFile }) =>
    objectionFile === null
      ? null
      : { url: `/api/cases/${id}/objections/${objection}/files/${objectionFile}` },
  askObjector: ({ id, objection }) =>
    objection === null
      ? null
      : {
          url: `/api/cases/${id}/objections/${objection}/questions`,
          body: { says: '请补充转租合同。', days: 5 },
        },
} as const satisfies Record<string, CaseSample>

/** The key that the objector was told. */
function toldTo({ cases }: WalkedZone) {
  const key = cases.find((one) => one.objectionKey)?.objectionKey
  if (!key) throw new Error('nobody has objected')
  return key
}

/** Requests by a key, whoever shows it, and the list of the own office. */
export const followingSamples = {
  listObjections: () => ({ url: '/api/objections' }),
  followObjection: (zone: WalkedZone) => ({
    url: '/api/objections/followed',
    body: toldTo(zone),
  }),
  addToObjection: (zone: WalkedZone) => ({
    url: '/api/objections/followed/words',
    body: { ...toldTo(zone), says: '补充说明。' },
  }),
  attachToObjection: (zone: WalkedZone) => ({
    url: '/api/objections/followed/papers',
    ...multipart({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }, toldTo(zone)),
  }),
  openFollowedFile: (zone: WalkedZone) => ({
    url: '/api/objections/followed/files',
    body: {
      ...toldTo(zone),
      file: zone.cases.find((one) => one.objectionFile)?.objectionFile ?? newId(),
    },
  }),
}
