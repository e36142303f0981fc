import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
} from 'yaml'
import type { Complaints, Position } from './complaint.ts'

/** A piece of YAML with its place; scalars are text, number, boolean or null as YAML 1.2 reads them. */
export type Text =
  | {
      readonly kind: 'scalar'
      readonly value: string | number | boolean | null
      readonly source: string
      readonly at: Position
    }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Text[]; readonly at: Position }

export type Entry = { readonly key: string; readonly keyAt: Position; readonly value: Text }

const TOO_LARGE = 2_000_000

/** Reads one YAML file with places. Null (with complaints) when it is not YAML; never throws. */
export function readYaml(file: string, source: string, complaints: Complaints): Text | null {
  const start: Position = { file, line: 1, column: 1 }
  if (source.length > TOO_LARGE) {
    complaints.add({
      at: start,
      code: 'text.too-large',
      zh: '文件超过200万字符',
      en: 'the file has more than 2 million characters',
    })
    return null
  }
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, merge: false })
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0])
    complaints.add({
      at: { file, line, column: col },
      code: 'text.not-yaml',
      zh: `不是合格的YAML：${firstLine(error.message)}`,
      en: `not valid YAML: ${firstLine(error.message)}`,
    })
  }
  if (document.errors.length > 0) return null
  return textOf(document.contents, { file, lines, complaints })
}

type Reading = {
  readonly file: string
  readonly lines: LineCounter
  readonly complaints: Complaints
}

function textOf(node: YamlNode | null, reading: Reading): Text {
  const at = placeOf(node, reading)
  if (isAlias(node)) {
    reading.complaints.add({
      at,
      code: 'text.alias',
      zh: '不能使用YAML别名（*）',
      en: 'YAML aliases (*) are not allowed',
      suggestion: { zh: '把内容写全', en: 'write the content out' },
    })
    return { kind: 'scalar', value: null, source: '', at }
  }
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = pair.key as YamlNode | null
      return {
        key: isScalar(key) ? String(key.value) : '',
        keyAt: placeOf(key, reading),
        value: textOf(pair.value as YamlNode | null, reading),
      }
    })
    return { kind: 'map', entries, at }
  }
  if (isSeq(node))
    return {
      kind: 'list',
      items: node.items.map((item) => textOf(item as YamlNode | null, reading)),
      at,
    }
  const value = isScalar(node) ? node.value : null
  const source = isScalar(node) ? (node.source ?? '') : ''
  return { kind: 'scalar', value: plainValue(value), source, at }
}

function plainValue(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : value === null || value === undefined
      ? null
      : String(value)
}

function placeOf(node: YamlNode | null, { file, lines }: Reading): Position {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
  return { file, line: line || 1, column: col || 1 }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
