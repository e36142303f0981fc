import { newId } from '../../src/kernel/index.ts'
import { multipart } from '../browser.ts'
import type { CaseSample } from './samples.ts'

const ASKED = { number: '异〔2026〕999号', key: 'a key that nobody was told' }

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

/** Requests by a key, here by one that opens nothing, and the list of the own office. */
export const followingSamples = {
  listObjections: () => ({ url: '/api/objections' }),
  followObjection: () => ({ url: '/api/objections/followed', body: ASKED }),
  addToObjection: () => ({
    url: '/api/objections/followed/words',
    body: { ...ASKED, says: '补充说明。' },
  }),
  attachToObjection: () => ({
    url: '/api/objections/followed/papers',
    ...multipart({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }),
  }),
  openFollowedFile: () => ({
    url: '/api/objections/followed/files',
    body: { ...ASKED, file: newId() },
  }),
}

/** Of these, who may ask is told that there is no such objection. */
export const ABOUT_NO_OBJECTION = [
  'followObjection',
  'addToObjection',
  'attachToObjection',
  'openFollowedFile',
] as const
