/*
 * The keywords of JSON Schema 2020-12 that the published schemas use, and no other: an unknown
 * keyword throws, so that nothing is accepted for want of understanding.
 */

type Schema = Readonly<Record<string, unknown>>
type Keyword = (value: unknown, schema: Schema, root: Schema) => boolean

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const schemas = (given: unknown) => given as readonly Schema[]
const names = (given: unknown) => given as readonly string[]

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $schema: () => true,
  $defs: () => true,
  title: () => true,
  type: (value, { type }) => [type].flat().some((one) => TYPES[String(one)]?.(value)),
  const: (value, schema) => value === schema.const,
  enum: (value, schema) => (schema.enum as readonly unknown[]).includes(value),
  pattern: (value, { pattern }) =>
    typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  minLength: (value, { minLength }) =>
    typeof value !== 'string' || value.length >= Number(minLength),
  minimum: (value, { minimum }) => typeof value !== 'number' || value >= Number(minimum),
  required: (value, { required }) =>
    !isObject(value) || names(required).every((name) => Object.hasOwn(value, name)),
  dependentRequired: (value, { dependentRequired }) =>
    Object.entries(dependentRequired as Record<string, string[]>).every(
      ([name, needs]) =>
        !isObject(value) ||
        !Object.hasOwn(value, name) ||
        needs.every((need) => Object.hasOwn(value, need)),
    ),
  properties: (value, { properties }, root) =>
    !isObject(value) ||
    Object.entries(properties as Record<string, Schema>).every(
      ([name, schema]) => !Object.hasOwn(value, name) || accepts(schema, value[name], root),
    ),
  additionalProperties: (value, { properties, additionalProperties }, root) => {
    if (!isObject(value)) return true
    const others = Object.keys(value).filter(
      (name) => !Object.hasOwn((properties ?? {}) as object, name),
    )
    if (additionalProperties === false) return others.length === 0
    return others.every((name) => accepts(additionalProperties as Schema, value[name], root))
  },
  propertyNames: (value, { propertyNames }, root) =>
    !isObject(value) ||
    Object.keys(value).every((name) => accepts(propertyNames as Schema, name, root)),
  items: (value, { items }, root) =>
    !Array.isArray(value) || value.every((one) => accepts(items as Schema, one, root)),
  anyOf: (value, { anyOf }, root) => schemas(anyOf).some((one) => accepts(one, value, root)),
  oneOf: (value, { oneOf }, root) =>
    schemas(oneOf).filter((one) => accepts(one, value, root)).length === 1,
  $ref: (value, { $ref }, root) => {
    const defs = root.$defs as Record<string, Schema> | undefined
    const target = defs?.[String($ref).replace('#/$defs/', '')]
    if (!target) throw new Error(`no ${String($ref)}`)
    return accepts(target, value, root)
  },
}

/** Whether a JSON value fits a schema. @throws when the schema uses a keyword not listed above */
export function accepts(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.keys(schema).every((keyword) => {
    const holds = KEYWORDS[keyword]
    if (!holds) throw new Error(`unknown keyword ${keyword}`)
    return holds(value, schema, root)
  })
}
