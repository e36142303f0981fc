import { MATRIX, type Right, type Rule } from '../identity/index.ts'
import type { Route } from './contract/route.ts'

type Content = Readonly<Record<string, { readonly schema: object }>>
type Answer = { readonly description?: string; readonly $ref?: string; readonly content?: Content }
type Answers = Readonly<Record<string, Answer>>
/** One operation of openapi.json, as far as this file adds to it. */
export type Operation = {
  readonly operationId: string
  readonly requestBody?: object
  readonly responses: Answers
}

/** The cookie that signing in sets; everything an operation asks of a browser. */
export const waysIn = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'banfa_session',
    description: 'Set by signIn, signInByPasskey, endSignOn and takeInvitation',
  },
} as const

const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
})

/** Answers that every route may give, by the status they come with. */
export const ofAllRoutes = {
  Refused: refused('What, why (with the article) and the next step; nothing was changed'),
  Broken: refused('A fault: nothing was changed, and the trace finds it in the log'),
  Away: refused('The database or the disk is away: nothing was changed, try again'),
} as const

const NOT_DONE = {
  '4XX': { $ref: '#/components/responses/Refused' },
  '500': { $ref: '#/components/responses/Broken' },
  '503': { $ref: '#/components/responses/Away' },
} as const

/** What the emitter cannot tell from schemas: files, uploads, sign-in, and faults. */
export function describeRoute(operation: Operation, route: Route): Operation {
  return {
    ...operation,
    ...(route.upload && { requestBody: multipartBody(route.upload.fields) }),
    security: isOpen(route) ? [{}, { session: [] }] : [{ session: [] }],
    responses: answersOf(operation.responses, route),
  } as Operation
}

/** Visitors may ask too. */
function isOpen({ right }: Route): boolean {
  const rule: Rule = MATRIX[right as Right]
  return rule.anybody === true
}

function multipartBody(fields: readonly string[]): object {
  const file = { type: 'string', format: 'binary' }
  const texts = fields.map((name) => [name, { type: 'string' }] as const)
  const schema = {
    type: 'object',
    properties: { ...Object.fromEntries(texts), file },
    required: [...fields, 'file'],
  }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function answersOf(emitted: Answers, route: Route): Answers {
  const content = route.answer === 'file' ? filesOf(route.media) : emitted['200']?.content
  return { '200': { description: 'Done', ...(content && { content }) }, ...NOT_DONE }
}

function filesOf(media: readonly string[]): Content {
  return Object.fromEntries(media.map((one) => [one, { schema: fileSchema(one) }]))
}

const IS_TEXT = /^text\/|^application\/(xml|vc\+jwt)$/

function fileSchema(media: string): object {
  return IS_TEXT.test(media) ? { type: 'string' } : { type: 'string', format: 'binary' }
}
