import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Order, Printed } from './press.ts'

// Runs in its own thread. The compiler sees only the folder of templates and the fonts; an order's
// data is an input, so that a `#` in a company's name is a sign and not code.
const templates = fileURLToPath(new URL('./templates', import.meta.url))
const { fontFolders } = workerData as { fontFolders: readonly string[] }

const find = createRequire(import.meta.url)
const noto = (family: string) => dirname(find.resolve(`@expo-google-fonts/${family}/package.json`))
const shipped = ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) =>
  ['400Regular', '600SemiBold'].map((weight) => join(noto(family), weight)),
)

const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontPaths: [...fontFolders, ...shipped] }],
})

function print({ id, template, data }: Order): Printed {
  const main = join(templates, `${template}.typ`)
  const compiled = compiler.compile({ mainFilePath: main, inputs: { data } })
  if (!compiled.result) {
    const trouble = compiled.takeDiagnostics()
    const said = trouble ? JSON.stringify(compiler.fetchDiagnostics(trouble)) : 'no diagnostics'
    return { id, error: `typst could not set ${template}: ${said.slice(0, 2000)}` }
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-3a' })
  compiler.evictCache(10)
  return { id, pdf }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(print(order)))
