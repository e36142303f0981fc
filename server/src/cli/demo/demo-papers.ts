import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const TEMPLATE = `#set page(paper: "a4", margin: 3cm)
#set text(font: "Noto Serif SC", size: 12pt, lang: "zh")
#let about = json(bytes(sys.inputs.data))
#align(center)[#text(size: 20pt)[#about.title]]
#v(2cm)
#about.holder
#v(1cm)
#text(fill: luma(120))[演示材料，内容为虚构。A made-up paper of the demo.]`

/** Sets a one-page PDF for each paper of the demo, so that what is uploaded is a real document. */
export function demoPapers(): (title: string, holder: string) => Uint8Array {
  const find = createRequire(import.meta.url)
  const fonts = join(
    dirname(find.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
    '400Regular',
  )
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
  const made = new Map<string, Uint8Array>()
  return (title, holder) => {
    const key = JSON.stringify({ title, holder })
    const pdf = made.get(key) ?? compiler.pdf({ mainFileContent: TEMPLATE, inputs: { data: key } })
    made.set(key, pdf)
    return pdf
  }
}
