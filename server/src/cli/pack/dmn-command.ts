import { writeFile } from 'node:fs/promises'
import { exportService, writeDmn } from '@banfa/policy/dmn'
import { refusal } from '../../kernel/index.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from './compiled.ts'

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

function write(file: string, text: string): Promise<void> {
  return writeFile(file, text).catch((problem: Error) =>
    refusal('cli.file-unwritable', { file, why: problem.message }),
  )
}
