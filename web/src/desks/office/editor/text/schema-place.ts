import type { Schema, Schemas } from '../checked.ts'

/** Which schema a file of a pack follows, by its path. */
export function schemaOf(schemas: Schemas, file: string): Schema | null {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^vocabulary\//, 'vocabulary'],
    [/^pack\.ya?ml$/, 'pack'],
    [/^gist\.ya?ml$/, 'gist'],
    [/^conditions\//, 'condition'],
    [/^values\//, 'values'],
    [/^services\//, 'service'],
    [/^examples\//, 'examples'],
  ]
  const kind = kinds.find(([path]) => path.test(file))?.[1]
  return kind ? (schemas[kind] ?? null) : null
}

const isSchema = (one: unknown): one is Schema => typeof one === 'object' && one !== null
const partOf = (schema: Schema, key: string): Schema | null => {
  const part = schema[key]
  return isSchema(part) ? part : null
}

/** A schema with what it points at and what it may be, one by one. */
function resolved(root: Schema, schema: Schema): readonly Schema[] {
  const { $ref, anyOf } = schema
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/$defs/', '')
    const found = partOf(partOf(root, '$defs') ?? {}, name)
    return found ? resolved(root, found) : []
  }
  if (Array.isArray(anyOf)) return anyOf.filter(isSchema).flatMap((one) => resolved(root, one))
  return [schema]
}

/** What may stand at the end of a path; several where the schema leaves a choice. */
export function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, step) =>
      schemas.flatMap((schema) => {
        const properties = partOf(schema, 'properties')
        const next =
          step === '[]'
            ? partOf(schema, 'items')
            : ((properties && partOf(properties, step)) ?? partOf(schema, 'additionalProperties'))
        return next ? resolved(root, next) : []
      }),
    resolved(root, root),
  )
}

/** Keys that a map at this place may have, the required first. */
export function keysAt(root: Schema, path: readonly string[]) {
  const keys = schemasAt(root, path).flatMap((schema) => {
    const required = Array.isArray(schema.required) ? schema.required : []
    return Object.keys(partOf(schema, 'properties') ?? {}).map((key) => ({
      key,
      isRequired: required.includes(key),
    }))
  })
  return [...new Map(keys.map((one) => [one.key, one])).values()].sort(
    (a, b) => Number(b.isRequired) - Number(a.isRequired),
  )
}

/** Values the schema itself lists. */
export function choicesAt(root: Schema, path: readonly string[]): readonly string[] {
  return schemasAt(root, path).flatMap((schema) => {
    if (schema.type === 'boolean') return ['true', 'false']
    return Array.isArray(schema.enum) ? schema.enum.map(String) : []
  })
}
