import { z } from 'zod'
import * as i from './inputs.ts'
import { caseId, Objected, PAPER, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const Says = z.string().trim().min(4).max(4000)
const key = {
  number: z.string().trim().min(3).max(40),
  key: z.string().trim().min(16).max(80),
}
const Key = named('ObjectionKey', z.object(key))
const answered = z
  .object({ on: Day, upheld: z.boolean(), reason: z.string(), by: z.string() })
  .nullable()

const Word = named(
  'ObjectionWord',
  z.object({
    kind: z.enum(['ask', 'add']),
    says: z.string(),
    on: Day,
    until: Day.nullable(),
    by: Words.nullable(),
  }),
)

const course = {
  number: z.string().nullable(),
  on: Day,
  notice: z.object({ id: Id, number: z.string(), title: Words }),
  party: z.string(),
  grounds: z.string(),
  words: z.array(Word),
  papers: z.array(
    z.object({
      id: Id,
      name: z.string(),
      scan: z.enum(['unscanned', 'waiting', 'clean', 'infected']),
      uploadedOn: Day,
    }),
  ),
  clock: z
    .object({
      due: Day.nullable(),
      left: z.number().int().nullable(),
      cite: z.string(),
      basis: Words,
      assumed: z.boolean(),
    })
    .nullable(),
  asked: Word.nullable(),
  answered,
  letters: z.array(z.object({ id: Id, title: Words, number: z.string() })),
}
const Course = named('ObjectionCourse', z.object(course))
const Handled = named(
  'HandledObjection',
  z.object({
    ...course,
    id: Id,
    name: z.string().nullable(),
    contact: z.string().nullable(),
    case: z.object({ id: Id, number: z.string().nullable() }),
    alike: z.number().int(),
    others: z.array(z.object({ id: Id, number: z.string().nullable() })),
    may: z.array(z.enum(['ask', 'answer'])),
  }),
)

const one = z.object({ id: Id, objection: Id })

/** Lodged and followed without an account. */
const followingRoutes = {
  objectTo: {
    method: 'POST',
    strangers: 'writes',
    url: '/api/notices/:id/objections',
    right: 'case.object',
    says: 'Object to one name on a notice, inside its window',
    params: caseId,
    body: i.ObjectInput,
    answer: Objected,
  },
  followObjection: {
    method: 'POST',
    url: '/api/objections/followed',
    right: 'objection.follow',
    says: 'How one’s objection stands, by its number and key',
    body: Key,
    answer: Course,
  },
  addToObjection: {
    method: 'POST',
    strangers: 'writes',
    url: '/api/objections/followed/words',
    right: 'objection.follow',
    says: 'Say more about one’s objection',
    body: named('AddToObjection', z.object({ ...key, says: Says })),
    answer: Course,
  },
  attachToObjection: {
    method: 'POST',
    strangers: 'uploads',
    url: '/api/objections/followed/papers',
    right: 'objection.follow',
    says: 'A paper to one’s objection (multipart: fields "number" and "key", then "file")',
    answer: Course,
    upload: { fields: ['number', 'key'] },
  },
  openFollowedFile: {
    method: 'POST',
    url: '/api/objections/followed/files',
    right: 'objection.follow',
    says: 'A paper or letter of one’s objection',
    body: named('FollowedFile', z.object({ ...key, file: Id })),
    answer: 'file',
    media: PAPER,
  },
} as const satisfies Record<string, Route>

export const objectionRoutes = {
  ...followingRoutes,
  listObjections: {
    method: 'GET',
    url: '/api/objections',
    right: 'objection.list',
    says: 'Objections one’s posts answer, open ones first',
    answer: z.array(
      named(
        'ObjectionRow',
        z.object({
          id: Id,
          number: z.string().nullable(),
          caseId: Id,
          party: z.string(),
          on: Day,
          due: Day.nullable(),
          left: z.number().int().nullable(),
          waits: z.boolean(),
          answered: z.object({ on: Day, upheld: z.boolean() }).nullable(),
        }),
      ),
    ),
  },
  viewObjection: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/objections/:objection',
    right: 'case.answer-objection',
    says: 'One objection, for the post that answers it',
    params: one,
    answer: Handled,
  },
  askObjector: {
    method: 'POST',
    personal: true,
    url: '/api/cases/:id/objections/:objection/questions',
    right: 'case.answer-objection',
    says: 'Ask the objector for more; the clock stands still until then',
    params: one,
    body: named(
      'AskObjector',
      z.object({ says: Says, days: z.number().int().min(1).max(30).default(5) }),
    ),
    answer: Handled,
  },
  openObjectionFile: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/objections/:objection/files/:file',
    right: 'case.answer-objection',
    says: 'A paper of the objector or the letter with the answer',
    params: z.object({ id: Id, objection: Id, file: Id }),
    answer: 'file',
    media: PAPER,
  },
} as const satisfies Record<string, Route>
