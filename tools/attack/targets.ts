import { readFile } from 'node:fs/promises'

/** As much of a JSON schema as a sample value needs. */
type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly minLength?: number
  readonly minItems?: number
  readonly minimum?: number
}
type Operation = {
  readonly operationId: string
  readonly security?: readonly object[]
  readonly parameters?: readonly { in: string; name: string; schema: Schema }[]
  readonly requestBody?: { content: Readonly<Record<string, { schema: Schema }>> }
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** One operation of openapi.json, filled in so that it gets past the contract. */
export type Target = {
  readonly name: string
  readonly method: string
  readonly path: string
  /** The same; where there is no query, free text in the path is marked by an asterisk. */
  readonly marked: string
  /** What its addresses look like, whatever they are filled with. */
  readonly pattern: RegExp
  readonly body: string | null
  /** How many of its values are free text, which alone can reach a statement as they are. */
  readonly texts: number
  /** Visitors may ask. */
  readonly isOpen: boolean
}

/** What would end the attack itself. */
const LEFT_OUT = ['signOut', 'setDay', 'changePassword', 'closePerson', 'resetPerson']

/** Every operation that takes JSON or nothing, from server/openapi.json. */
export async function targets(ids: readonly string[]): Promise<readonly Target[]> {
  const text = await readFile(new URL('../../server/openapi.json', import.meta.url), 'utf8')
  const document: Document = JSON.parse(text)
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !LEFT_OUT.includes(operationId))
      .map(([method, of]) => targetOf({ path, method, of }, { document, ids })),
  )
}

type Around = { readonly document: Document; readonly ids: readonly string[] }
type At = { readonly path: string; readonly method: string; readonly of: Operation }

function targetOf({ path, method, of }: At, around: Around): Target {
  const parameters = of.parameters ?? []
  const filled = (one: { schema: Schema }) =>
    encodeURIComponent(String(sampleOf(one.schema, around)))
  const query = parameters.filter((one) => one.in === 'query')
  const withPath = (mark: string) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      const one = parameters.find((each) => each.in === 'path' && each.name === name)
      return one ? `${filled(one)}${isText(one.schema) ? mark : ''}` : 'x'
    })
  const url = withPath('')
  const marked = query.length === 0 ? withPath('*') : null
  const asked = query.map((one) => `${one.name}=${filled(one)}`).join('&')
  const schema = of.requestBody?.content['application/json']?.schema
  const body = schema ? JSON.stringify(sampleOf(schema, around)) : null
  return {
    name: of.operationId,
    method: method.toUpperCase(),
    path: asked === '' ? url : `${url}?${asked}`,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
    marked: marked ?? `${url}?${asked}`,
    body,
    texts: free(asked) + free(body ?? '') + (marked?.split('*').length ?? 1) - 1,
    isOpen: (of.security ?? [{}]).some((one) => Object.keys(one).length === 0),
  }
}

const FREE = 'free text'
/** How many values of a text are free. */
const free = (text: string) => decodeURIComponent(text).split(FREE).length - 1
const isText = ({ type, format, enum: of }: Schema) => type === 'string' && !format && !of

/** A value that fits; the first choice where there are several. */
function sampleOf(schema: Schema, around: Around, depth = 0): unknown {
  if (depth > 8) return null
  if (schema.$ref) {
    const named = around.document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return sampleOf(named ?? {}, around, depth + 1)
  }
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return sampleOf(schema.anyOf[0], around, depth + 1)
  return ofType([schema.type ?? 'string'].flat()[0] ?? 'string', { schema, around, depth })
}

type Of = { readonly schema: Schema; readonly around: Around; readonly depth: number }

function ofType(type: string, of: Of): unknown {
  const { schema, around, depth } = of
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, one]) => [
          name,
          sampleOf(one, around, depth + 1),
        ]),
      )
    case 'array':
      return schema.items ? [sampleOf(schema.items, around, depth + 1)] : []
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textOf(of)
  }
}

function textOf({ schema, around }: Of): string {
  if (schema.format === 'uuid') return around.ids[0] ?? '00000000-0000-4000-8000-000000000000'
  if (schema.format === 'date') return '2026-03-02'
  return FREE.padEnd(schema.minLength ?? 0, '.')
}
