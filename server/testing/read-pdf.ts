import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = {
  /** Every page's text as a reader extracts it, without spaces between the pieces. */
  readonly text: string
  readonly pages: number
  /** Roles of the tags in order of reading: `H1`, `P`, `Table`. */
  readonly roles: readonly string[]
  readonly attachments: readonly string[]
  readonly language: string
  /** Text that is set below the top of the first page, in points from its upper edge. */
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}

/** What another program than the one that made it finds in a PDF (pdf.js). */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const [texts, roles, lines]: [string[], string[], { text: string; x: number; y: number }[]] = [
    [],
    [],
    [],
  ]
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at)
    const placed = await piecesOf(page)
    texts.push(...placed.map((one) => one.text))
    if (at === 1) lines.push(...placed)
    collect((await page.getStructTree()) as Tag | null, roles)
  }
  const { info } = (await document.getMetadata()) as { info: { Language?: string } }
  const attachments = Object.keys((await document.getAttachments()) ?? {})
  const answer = {
    pages: document.numPages,
    language: info.Language ?? '',
    attachments,
    lines,
    roles,
  }
  await task.destroy()
  return { ...answer, text: texts.join('') }
}

async function piecesOf(page: PDFPageProxy): Promise<ReadPdf['lines']> {
  const { items } = await page.getTextContent()
  return items
    .filter((item) => 'str' in item)
    .filter((item) => item.str !== '')
    .map(({ str, transform }) => ({
      text: str,
      x: transform[4],
      y: (page.view[3] ?? 0) - transform[5],
    }))
}

type Tag = { role?: string; children?: readonly Tag[] }

function collect(tag: Tag | null, roles: string[]): void {
  if (!tag) return
  if (tag.role && tag.role !== 'Root') roles.push(tag.role)
  for (const child of tag.children ?? []) collect(child, roles)
}
