import fc from 'fast-check'

/** As much of JSON Schema 2020-12 as openapi.json uses. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
}

export type Ground = {
  readonly schemas: Readonly<Record<string, Schema>>
  /** Identifiers that are there, for requests that get past the door. */
  readonly ids: readonly string[]
}

/** Text that has broken other software. */
const NASTY = [
  '',
  '\u0000',
  "' or 1=1 --",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\ud800',
  '𠮷野家',
  '﷽'.repeat(40),
  '9'.repeat(400),
  '-0',
  '1e400',
  '{"$ref":"#"}',
  '=cmd()',
  '2026-02-30',
  '‮evil',
]

const MISFIT = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 1e308, [], {}, [[]], Number.MAX_SAFE_INTEGER),
  fc.constantFrom(...NASTY),
)

/** Values of a schema; now and then, deep inside, one that does not fit. */
export function valuesOf(schema: Schema, ground: Ground, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, ground, depth)
  return fc.oneof({ weight: 19, arbitrary: fitting }, { weight: 1, arbitrary: MISFIT })
}

function fittingOf(schema: Schema, ground: Ground, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return fc.constant(null)
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return fittingOf(ground.schemas[name] ?? {}, ground, depth + 1)
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, ground, depth + 1)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  const [type = 'string'] = [schema.type ?? []].flat()
  return ofType(type, { schema, ground, depth })
}

type Of = { readonly schema: Schema; readonly ground: Ground; readonly depth: number }

function ofType(type: string, { schema, ground, depth }: Of): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return anObject({ schema, ground, depth })
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, ground, depth + 1), {
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      })
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -10, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 10_000, 2 ** 31 - 1),
      })
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return aText({ schema, ground, depth })
  }
}

function anObject({ schema, ground, depth }: Of): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {})
  if (properties.length === 0) {
    const { additionalProperties: of } = schema
    const value = typeof of === 'object' ? valuesOf(of, ground, depth + 1) : MISFIT
    return fc.dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 3 })
  }
  const shape = properties.map(([name, of]) => [name, valuesOf(of, ground, depth + 1)] as const)
  const whole = fc.record(Object.fromEntries(shape))
  const torn = fc.record(Object.fromEntries(shape), { requiredKeys: [] })
  return fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: torn })
}

function aText({ schema, ground }: Of): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ground.ids), fc.uuid())
  if (schema.format === 'date') return fc.constantFrom('2026-03-02', '2026-03-30', '2099-12-31')
  const least = schema.minLength ?? 0
  const most = Math.max(least, Math.min(schema.maxLength ?? 60, 60))
  return fc.oneof(
    fc.string({ minLength: least, maxLength: most, unit: 'grapheme' }),
    fc.constantFrom(...NASTY),
    fc.constant('材料真实完整，符合条件。'.padEnd(least, '。')),
  )
}
