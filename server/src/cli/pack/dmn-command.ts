import { readFile, writeFile } from 'node:fs/promises'
import {
  exportService,
  type Imported,
  importTables,
  type Refused,
  UnreadableXml,
  writeDmn,
} from '@banfa/policy/dmn'
import { refusal } from '../../kernel/index.ts'
import { fail, type Out, print } from '../out.ts'
import { compiledPack } from './compiled.ts'
import { readVocabulary } from './pack-folder.ts'

type Exported = {
  readonly root: string
  readonly pack: string
  readonly service: string
  /** Where the file goes; standard output when nobody says. */
  readonly to: string | null
}

/** banfa dmn export: one service as a DMN file that a standard engine answers as we do. */
export async function exportDmn({ root, pack, service, to }: Exported, out: Out): Promise<void> {
  const { program } = await compiledPack(root, pack)
  if (!Object.hasOwn(program.services, service)) {
    refusal('cli.service-not-found', { named: service, has: Object.keys(program.services) })
  }
  const definitions = exportService(program, service)
  const xml = writeDmn(definitions)
  const { notes, items } = definitions
  const inputs = items.filter(({ logic }) => logic === null).length
  if (to !== null) await write(to, xml)
  print(out, {
    json: {
      file: to,
      inputs,
      decisions: items.length - inputs,
      notes,
      ...(to === null && { xml }),
    },
    lines:
      to === null
        ? [xml.trimEnd()]
        : [
            `${to}：${inputs} 项输入 (inputs)，${items.length - inputs} 项决策 (decisions)`,
            ...notes.map(({ zh, en }) => `  ! ${zh} · ${en}`),
          ],
  })
}

type Importing = {
  readonly root: string
  readonly file: string
  /** The pack whose facts and values the tables may name; the shared facts alone when nobody says. */
  readonly pack: string | null
  readonly to: string | null
}

/**
 * banfa dmn import: the decision tables of a DMN file as values of a pack. Fails when one of them is
 * refused; those that are taken are still written.
 */
export async function importDmn({ root, file, pack, to }: Importing, out: Out): Promise<void> {
  const xml = await readFile(file, 'utf8').catch((problem: Error) => unreadable(file, problem))
  const source =
    pack === null ? await readVocabulary(root) : (await compiledPack(root, pack)).source
  const imported = taken(file, xml, source)
  if (to !== null && imported.yaml !== '') await write(to, imported.yaml)
  const shown = to ?? imported.yaml.trimEnd()
  const refusals = imported.refused.map((one) => refusedLine(file, one))
  const notes = imported.notes.map(({ zh, en }) => `# ${zh} · ${en}`)
  tell({ json: { file: to, ...imported }, lines: [shown, ...notes] }, refusals, out)
}

type Told = { readonly json: unknown; readonly lines: readonly string[] }

/** What was taken goes to standard output, what was refused to standard error, and the code is 1. */
function tell({ json, lines }: Told, refusals: readonly string[], out: Out): void {
  if (refusals.length === 0) print(out, { json, lines })
  else if (out.json) fail(out, { json, lines })
  else {
    print(out, { json, lines })
    fail(out, { json, lines: refusals })
  }
}

function taken(file: string, xml: string, source: Parameters<typeof importTables>[1]): Imported {
  try {
    return importTables(xml, source)
  } catch (problem) {
    if (problem instanceof UnreadableXml) return unreadable(file, problem)
    throw problem
  }
}

function unreadable(file: string, { message }: Error): never {
  return refusal('cli.dmn-unreadable', { file, why: message })
}

/** `tables.dmn:12 积分 [人员数]: … / …`, which editors turn into a link. */
function refusedLine(file: string, { line, table, at, zh, en }: Refused): string {
  return `${file}:${line} ${table} [${at}]: ${zh} / ${en}`
}

function write(file: string, text: string): Promise<void> {
  return writeFile(file, text).catch((problem: Error) =>
    refusal('cli.file-unwritable', { file, why: problem.message }),
  )
}
