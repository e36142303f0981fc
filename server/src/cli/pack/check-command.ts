import { watch } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { type Complaint, type OfficialText, soundNumbers } from '@banfa/policy'
import { linesOf, readDocument, sectionsOf } from '../../reader/index.ts'
import { fail, type Out, print } from '../out.ts'
import { compilePack, listPacks, readPackFolder } from './pack-folder.ts'

export type Checking = {
  readonly root: string
  readonly packs: readonly string[]
  /** The user's own document, whose numbers are compared with the pack's; null without one. */
  readonly document: string | null
}

/** banfa check: every complaint of every pack named (all, when none is), with file, line, article. */
export async function checkPacks({ root, packs: named, document }: Checking, out: Out) {
  const packs = named.length > 0 ? named : await listPacks(root)
  const official = document === null ? null : await officialText(document)
  const checked = []
  for (const name of packs) {
    const pack = await readPackFolder(root, name)
    const { program, complaints: found } = compilePack(pack)
    const numbers = official ? soundNumbers(pack.source, official) : []
    const complaints = [...found, ...numbers]
    checked.push({ pack: name, folder: pack.folder, program, complaints })
  }
  const answer = {
    json: checked.map(({ pack, program, complaints }) => ({
      pack,
      version: program?.version ?? null,
      digest: program?.digest ?? null,
      complaints,
    })),
    lines: checked.flatMap(({ pack, folder, program, complaints }) => [
      ...complaints.map((complaint) => complaintLine(folder, complaint)),
      ...(program
        ? [`${pack} ${program.version}：${summary(complaints)} · ${program.digest.slice(0, 12)}`]
        : []),
    ]),
  }
  if (checked.some(({ program }) => !program)) fail(out, answer)
  else print(out, answer)
}

/** A document by citation: its articles and items, or the headings of a numbered plan. */
async function officialText(document: string): Promise<OfficialText> {
  const { content } = await readDocument(document)
  return new Map(
    sectionsOf(content).map((section) => [
      section.address.replaceAll(/[、.]/g, ''),
      linesOf([section]).join('\n'),
    ]),
  )
}

/** The vocabulary, and every pack or those named, wherever they lie. */
async function foldersOf({ root, packs }: Checking): Promise<readonly string[]> {
  const own = ['packs', 'vocabulary'].map((folder) => join(root, folder))
  const named = await Promise.all(packs.map((name) => readPackFolder(root, name)))
  const elsewhere = named
    .map(({ folder }) => resolve(root, folder))
    .filter((folder) => !own.some((parent) => folder.startsWith(`${parent}${sep}`)))
  return [...own, ...elsewhere]
}

/**
 * banfa check --watch: checks again whenever a file of a pack or of the vocabulary is saved, until
 * it is stopped.
 */
export async function watchPacks(checking: Checking, out: Out): Promise<void> {
  const again = () => checkPacks(checking, out).catch((problem: Error) => console.error(problem))
  const folders = await foldersOf(checking)
  const changes = folders.map((folder) => watch(folder, { recursive: true }))
  let due: NodeJS.Timeout | undefined
  for (const change of changes) {
    change.on('change', () => {
      clearTimeout(due)
      due = setTimeout(again, 100)
    })
  }
  await again()
  await new Promise<void>((resolve) => process.once('SIGINT', resolve))
  for (const change of changes) change.close()
}

function summary(warnings: readonly Complaint[]): string {
  return warnings.length === 0
    ? '没有问题 (no complaints)'
    : `可用，${warnings.length}处请再看 (compiles; ${warnings.length} to look at again)`
}

/** `packs/x/conditions/y.yaml:12:5 第7条(四) formula.wrong: … (…)`, which editors turn into a link. */
export function complaintLine(folder: string, complaint: Complaint): string {
  const { file, line, column, level, cite, code, says, suggestion } = complaint
  const path = file.startsWith('vocabulary/') ? file : `${folder}/${file}`
  const hint = suggestion ? ` → ${suggestion.zh} / ${suggestion.en}` : ''
  return `${path}:${line}:${column} ${cite ?? '-'} ${level === 'warning' ? 'warning ' : ''}${code}: ${says.zh} / ${says.en}${hint}`
}
