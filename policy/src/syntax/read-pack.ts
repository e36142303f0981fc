import type { Complaint, Position } from '../text/complaint.ts'
import { Complaints } from '../text/complaint.ts'
import { readYaml } from '../text/yaml-text.ts'
import {
  type ConditionText,
  conditionFileShape,
  type ExampleText,
  examplesShape,
  type FactText,
  type GistText,
  gistShape,
  type PackText,
  packShape,
  type RecordsText,
  type ServiceText,
  serviceShape,
  vocabularyShape,
} from './pack-shapes.ts'
import type { Shape } from './shape.ts'
import { type ValueText, valuesShape } from './value-shape.ts'

/** The text of a pack: file path → content. Paths are relative to the pack's folder. */
export type PackFiles = Readonly<Record<string, string>>

/** A pack as read: its shapes fit, its meaning is not checked yet. */
export type PackSource = {
  readonly vocabulary: Readonly<Record<string, FactText>>
  readonly records: Readonly<Record<string, RecordsText>>
  readonly pack: PackText | null
  readonly gist: GistText | null
  readonly conditions: readonly ConditionText[]
  readonly values: readonly ValueText[]
  readonly services: readonly ServiceText[]
  readonly examples: readonly (ExampleText & { readonly file: string })[]
  readonly complaints: readonly Complaint[]
}

/**
 * Reads the files of a pack and of the vocabulary. Never throws: whatever is wrong is a complaint
 * with its place, and the rest is read on.
 */
export function readPack(input: {
  readonly files: PackFiles
  readonly vocabulary: PackFiles
}): PackSource {
  const complaints = new Complaints()
  const read = <T>(file: string, content: string, shape: Shape<T>): T | null => {
    const text = readYaml(file, content, complaints)
    return (text && shape.read(text, complaints)) ?? null
  }
  const each = <T>(folder: string, shape: Shape<T>): readonly (readonly [string, T])[] =>
    filesIn(input.files, folder).flatMap(([file, content]) => {
      const got = read(file, content, shape)
      return got === null ? [] : [[file, got] as const]
    })
  const must = <T>(file: string, shape: Shape<T>): T | null => {
    const content = input.files[file]
    if (content !== undefined) return read(file, content, shape)
    complaints.add({
      at: { file, line: 1, column: 1 },
      code: 'pack.no-file',
      zh: `缺少文件 ${file}`,
      en: `the file ${file} is missing`,
    })
    return null
  }
  const { vocabulary, records } = readVocabulary(input.vocabulary, complaints, read)
  const pack = must('pack.yaml', packShape)
  const gist = must('gist.yaml', gistShape)
  const conditions = each('conditions/', conditionFileShape).map(([, condition]) => condition)
  const values = each('values/', valuesShape).flatMap(([, list]) => list.values)
  const services = each('services/', serviceShape).map(([, service]) => service)
  const examples = each('examples/', examplesShape).flatMap(([file, list]) =>
    list.examples.map((example) => ({ ...example, file })),
  )
  const parts = { pack, gist, conditions, values, services, examples }
  return { vocabulary, records, ...parts, complaints: complaints.sorted() }
}

type Read = <T>(file: string, content: string, shape: Shape<T>) => T | null

/** Facts and records of all files; a name defined twice is told. */
function readVocabulary(files: PackFiles, complaints: Complaints, read: Read) {
  const vocabulary: Record<string, FactText> = {}
  const records: Record<string, RecordsText> = {}
  const taken = new Map<string, Position>()
  for (const [file, content] of Object.entries(files)) {
    const found = read(file, content, vocabularyShape)
    const all = [...Object.entries(found?.facts ?? {}), ...Object.entries(found?.records ?? {})]
    for (const [name, { at }] of all) {
      const first = taken.get(name)
      if (first) complaints.add({ at, ...definedTwice(name, first) })
      else taken.set(name, at)
    }
    Object.assign(vocabulary, found?.facts)
    Object.assign(records, found?.records)
  }
  return { vocabulary, records }
}

function definedTwice(name: string, first: Position) {
  const place = `${first.file}:${first.line}`
  return {
    code: 'vocabulary.twice',
    zh: `事实 ${name} 定义了两次，已见于 ${place}`,
    en: `the fact ${name} is defined twice, first at ${place}`,
    suggestion: {
      zh: '是同一事实就用已有的，不是就另起名字',
      en: 'use the one that is there if it is the same fact, else give it another name',
    },
  }
}

function filesIn(files: PackFiles, folder: string): readonly (readonly [string, string])[] {
  return Object.entries(files)
    .filter(([file]) => file.startsWith(folder) && /\.ya?ml$/.test(file))
    .sort(([a], [b]) => a.localeCompare(b))
}
