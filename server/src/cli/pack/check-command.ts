import type { Complaint } from '@banfa/policy'
import { fail, type Out, print } from '../out.ts'
import { compilePack, listPacks, readPackFolder } from './pack-folder.ts'

/** banfa check: every complaint of every pack named (all, when none is), with file, line, article. */
export async function checkPacks(root: string, named: readonly string[], out: Out): Promise<void> {
  const packs = named.length > 0 ? named : await listPacks(root)
  const checked = []
  for (const name of packs) {
    const pack = await readPackFolder(root, name)
    const { program, complaints } = compilePack(pack)
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
