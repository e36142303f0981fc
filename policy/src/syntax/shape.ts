import type { Words } from '../program/words.ts'
import type { Complaints, Position } from '../text/complaint.ts'
import { nearest } from '../text/nearest.ts'
import type { Text } from '../text/yaml-text.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/**
 * A shape reads a piece of YAML and says its own JSON Schema: one declaration for both, so that
 * the published schema and the checker cannot disagree.
 */
export type Shape<T> = {
  readonly read: (text: Text, complaints: Complaints) => T | undefined
  readonly schema: JsonSchema
  readonly wanted: string
}

export type Of<S> = S extends Shape<infer T> ? T : never

function wrong(text: Text, complaints: Complaints, wanted: string): undefined {
  if (text.kind === 'scalar' && (text.value === '' || text.value === null)) {
    complaints.add({
      at: text.at,
      code: 'shape.empty',
      zh: `这里还空着，应填${wanted}`,
      en: `this is still empty; wanted: ${wanted}`,
    })
    return undefined
  }
  complaints.add({
    at: text.at,
    code: 'shape.wrong',
    zh: `这里应为${wanted}`,
    en: `expected here: ${wanted}`,
  })
  return undefined
}

/** Text, not empty; numbers written without quotes are taken as printed. */
export const text: Shape<string> = {
  wanted: '文字 (text)',
  schema: { type: 'string', pattern: '\\S' },
  read: (node, complaints) => {
    if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value.trim() === '') {
      return wrong(node, complaints, '文字 (text)')
    }
    return node.value.trim()
  },
}

export const flag: Shape<boolean> = {
  wanted: 'true / false',
  schema: { type: 'boolean' },
  read: (node, complaints) =>
    node.kind === 'scalar' && typeof node.value === 'boolean'
      ? node.value
      : wrong(node, complaints, 'true / false'),
}

export const count: Shape<number> = {
  wanted: '非负整数 (whole number)',
  schema: { type: 'integer', minimum: 0 },
  read: (node, complaints) =>
    node.kind === 'scalar' &&
    typeof node.value === 'number' &&
    Number.isSafeInteger(node.value) &&
    node.value >= 0
      ? node.value
      : wrong(node, complaints, '非负整数 (whole number)'),
}

/** A key: English kebab-case. */
export const key: Shape<string> = {
  wanted: '英文短横线名 (kebab-case key)',
  schema: { type: 'string', pattern: KEY().source },
  read: (node, complaints) =>
    node.kind === 'scalar' && typeof node.value === 'string' && KEY().test(node.value)
      ? node.value
      : wrong(node, complaints, '英文短横线名 (kebab-case key)'),
}

function KEY(): RegExp {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
}

export function matching(pattern: RegExp, wanted: string): Shape<string> {
  return {
    wanted,
    schema: { type: 'string', pattern: pattern.source },
    read: (node, complaints) =>
      node.kind === 'scalar' && typeof node.value === 'string' && pattern.test(node.value)
        ? node.value
        : wrong(node, complaints, wanted),
  }
}

export function oneOf<const T extends string | number>(...values: readonly T[]): Shape<T> {
  const wanted = values.join(' / ')
  return {
    wanted,
    schema: { enum: values },
    read: (node, complaints) => {
      const found =
        node.kind === 'scalar' ? values.find((value) => value === node.value) : undefined
      return found ?? wrong(node, complaints, wanted)
    },
  }
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return {
    wanted: `${shape.wanted} / null`,
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    read: (node, complaints) =>
      node.kind === 'scalar' && node.value === null ? null : shape.read(node, complaints),
  }
}

/** Items that do not fit are complained of and left out; the rest is read. */
export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    wanted: '列表 (list)',
    schema: { type: 'array', items: shape.schema },
    read: (node, complaints) => {
      if (node.kind !== 'list') return wrong(node, complaints, '列表 (list)')
      return node.items.flatMap((item) => {
        const read = shape.read(item, complaints)
        return read === undefined ? [] : [read]
      })
    },
  }
}

/** A map whose keys are names chosen by the author. */
export function mapOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    wanted: '键值表 (map)',
    schema: { type: 'object', propertyNames: key.schema, additionalProperties: shape.schema },
    read: (node, complaints) => {
      if (node.kind !== 'map') return wrong(node, complaints, '键值表 (map)')
      const pairs: [string, T][] = []
      for (const entry of node.entries) {
        key.read(
          { kind: 'scalar', value: entry.key, source: entry.key, at: entry.keyAt },
          complaints,
        )
        const value = shape.read(entry.value, complaints)
        if (value !== undefined) pairs.push([entry.key, value])
      }
      return Object.fromEntries(pairs)
    },
  }
}

type Fields = Readonly<Record<string, Shape<unknown>>>
type Required<F extends Fields> = { readonly [K in keyof F]: Of<F[K]> }
type Optional<F extends Fields> = { readonly [K in keyof F]?: Of<F[K]> }
export type Placed = { readonly at: Position }

/** A map with the fields named; unknown fields are complained of with the nearest known one. */
export function fields<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional: O = {} as O,
): Shape<Required<R> & Optional<O> & Placed> {
  const all: Fields = { ...required, ...optional }
  return {
    wanted: Object.keys(required).join(' + '),
    schema: {
      type: 'object',
      required: Object.keys(required),
      properties: Object.fromEntries(
        Object.entries(all).map(([name, shape]) => [name, shape.schema]),
      ),
      additionalProperties: false,
    },
    read: (node, complaints) => {
      if (node.kind !== 'map') return wrong(node, complaints, mapWith(Object.keys(required)))
      const read = readFields(node, all, complaints)
      const missing = Object.keys(required).filter(
        (name) => !node.entries.some((entry) => entry.key === name),
      )
      for (const name of missing) {
        complaints.add({
          at: node.at,
          code: 'shape.missing',
          zh: `缺少 ${name}`,
          en: `${name} is missing`,
          suggestion: { zh: `补上 ${name}: …`, en: `add ${name}: …` },
        })
      }
      if (Object.keys(required).some((name) => !Object.hasOwn(read, name))) return undefined
      return { ...read, at: node.at } as Required<R> & Optional<O> & Placed
    },
  }
}

function mapWith(names: readonly string[]): string {
  return names.length === 0 ? '键值表 (map)' : `{ ${names.map((name) => `${name}: …`).join(', ')} }`
}

/** In `{ a: b, c }` a comma ends a value: text that holds one wants quotation marks. */
const COMMA = {
  zh: '花括号里的文字若有逗号，请加引号',
  en: 'text with a comma inside { … } wants quotation marks',
}

function suggested(name: string, guess: string | null): Words | null {
  if (guess) return { zh: `是否为 ${guess}？`, en: `did you mean ${guess}?` }
  return name.includes(' ') ? COMMA : null
}

function readFields(node: Extract<Text, { kind: 'map' }>, all: Fields, complaints: Complaints) {
  const read: Record<string, unknown> = {}
  for (const { key: name, keyAt, value } of node.entries) {
    const shape = Object.hasOwn(all, name) ? all[name] : undefined
    if (!shape) {
      const guess = nearest(name, Object.keys(all))
      complaints.add({
        at: keyAt,
        code: 'shape.unknown',
        zh: `不认识的字段 ${name}`,
        en: `unknown field ${name}`,
        suggestion: suggested(name, guess),
      })
      continue
    }
    const got = shape.read(value, complaints)
    if (got !== undefined) read[name] = got
  }
  return read
}
