import type { Kernel } from '../../kernel/index.ts'
import { articlesOf, readDocument } from '../../reader/index.ts'
import { install, installText } from '../../rulebook/index.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from '../pack/compiled.ts'
import { listPacks } from '../pack/pack-folder.ts'
import type { Machine } from '../settings.ts'

export type Installing = { readonly packs: readonly string[]; readonly document: string | null }

/** banfa install: packs into the rulebook and, with --text, the user's own document beside one. */
export async function installPacks(machine: Machine, asked: Installing, out: Out): Promise<void> {
  const { root } = machine.settings
  const names = asked.packs.length > 0 ? asked.packs : await listPacks(root)
  const office = await machine.openOffice({ demo: false })
  try {
    const done = []
    for (const name of names)
      done.push(await installPack(office.kernel, { root, name, document: asked.document }))
    print(out, {
      json: done,
      lines: done.map(
        ({ pack, version, digest, text }) =>
          `${pack} ${version} ${digest.slice(0, 12)}：已安装 (installed)${text ? `，正文 ${text.articles} 条 (${text.articles} articles of text)` : ''}`,
      ),
    })
  } finally {
    await office.close()
  }
}

type One = { readonly root: string; readonly name: string; readonly document: string | null }

/** Compiles and installs one pack; installing the same again changes nothing. */
export async function installPack(kernel: Kernel, { root, name, document }: One) {
  const { program, files } = await compiledPack(root, name)
  const text = document === null ? null : await readText(document)
  return kernel.writing({ kind: 'system', job: 'install' }, async (tx) => {
    const installed = await install(tx, program, { files })
    const { pack, version } = installed
    return { ...installed, text: text && (await installText(tx, { pack, version, ...text })) }
  })
}

async function readText(document: string) {
  const reading = await readDocument(document)
  const { file, sha256 } = reading
  return { fileName: file, sha256, articles: articlesOf(reading) }
}
