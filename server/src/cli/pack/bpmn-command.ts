import { writeFile } from 'node:fs/promises'
import { drawProcedure, writeBpmn } from '@banfa/policy/bpmn'
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

/** banfa bpmn: the procedure of a service as a BPMN 2.0 file that any modeller opens. */
export async function exportBpmn({ root, pack, service, to }: Exported, out: Out): Promise<void> {
  const { program } = await compiledPack(root, pack)
  const named = Object.values(program.services).filter(({ route }) => route.length > 0)
  if (!named.some(({ name }) => name === service)) {
    refusal('cli.service-not-found', { named: service, has: named.map(({ name }) => name) })
  }
  const drawing = drawProcedure(program, service)
  const xml = writeBpmn(drawing)
  if (to !== null) {
    await writeFile(to, xml).catch((problem: Error) =>
      refusal('cli.file-unwritable', { file: to, why: problem.message }),
    )
  }
  const { lanes, elements } = drawing
  print(out, {
    json: { file: to, lanes: lanes.length, elements: elements.length, ...(to === null && { xml }) },
    lines:
      to === null
        ? [xml.trimEnd()]
        : [`${to}：${lanes.length} 方 (lanes)，${elements.length} 个环节 (elements)`],
  })
}
