import { createHash } from 'node:crypto'

/** What stands before the object that holds the statement; a reader takes it for a comment. */
const MARK = '%banfa-credential'
export const CREDENTIAL_NAME = 'credential.jwt'

export type SealOrder = {
  /** Told what the token's digest is over; answers a token of the same length every time. */
  readonly sign: (digest: string) => Promise<string>
  /** `20260318040000Z`: when the attachment was made. */
  readonly madeAt: string
}

/**
 * Appends the signed statement to a PDF as an attachment, in an incremental update (ISO 32000-1,
 * 7.5.6) with the entries PDF/A-3 asks of an associated file. Its digest is over every byte of the
 * finished file with the token itself read as spaces, so nothing can be changed, added or cut off.
 * @throws Error for a PDF whose catalog already has names
 */
export async function sealFile(pdf: Buffer, { sign, madeAt }: SealOrder): Promise<Buffer> {
  const length = (await sign('0'.repeat(64))).length
  const { file, at } = withHole(pdf, { length, madeAt })
  const token = await sign(sha256(file))
  if (token.length !== length) throw new Error('the token changed its length')
  file.write(token, at, 'latin1')
  return file
}

export type Unsealed = { readonly token: string; readonly digest: string }

/** The token in a file and the digest of all around it; null when the file holds none. */
export function unsealFile(file: Buffer): Unsealed | null {
  const mark = file.lastIndexOf(`${MARK}\n`)
  const opens = mark < 0 ? -1 : file.indexOf('stream\n', mark)
  const at = opens + 'stream\n'.length
  const end = opens < 0 ? -1 : file.indexOf('\nendstream', at)
  if (end < 0) return null
  const token = file.toString('latin1', at, end)
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return null
  const around = Buffer.from(file)
  around.fill(' ', at, end)
  return { token, digest: sha256(around) }
}

function withHole(pdf: Buffer, hole: { length: number; madeAt: string }) {
  const text = pdf.toString('latin1')
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const number = (name: string) => Number(new RegExp(`/${name} (\\d+)`).exec(trailer)?.[1])
  const prev = Number(/startxref\s+(\d+)/.exec(trailer)?.[1])
  const info = /\/Info \d+ 0 R/.exec(trailer)?.[0] ?? ''
  const id = /\/ID \[[^\]]*\]/.exec(trailer)?.[0] ?? ''
  const [size, root] = [number('Size'), number('Root')]
  const base = text.endsWith('\n') ? text : `${text}\n`
  const objects = [
    [size, attached(hole)],
    [size + 1, FILE_SPEC(size)],
    [root, catalogWith(text, root, size + 1)],
  ] as const
  const places = new Map<number, number>()
  let out = `${base}${MARK}\n`
  for (const [object, body] of objects) {
    places.set(object, Buffer.byteLength(out, 'latin1'))
    out += `${object} 0 obj\n${body}\nendobj\n`
  }
  const at = out.indexOf('stream\n', base.length) + 'stream\n'.length
  const xref = out.length
  const line = (object: number) => `${String(places.get(object)).padStart(10, '0')} 00000 n \n`
  out += `xref\n${root} 1\n${line(root)}${size} 2\n${line(size)}${line(size + 1)}`
  out += `trailer\n<< /Size ${size + 2} /Root ${root} 0 R ${info} ${id} /Prev ${prev} >>\n`
  out += `startxref\n${xref}\n%%EOF\n`
  return { file: Buffer.from(out, 'latin1'), at }
}

const attached = ({ length, madeAt }: { length: number; madeAt: string }) =>
  `<< /Type /EmbeddedFile /Subtype /application#2Fvc+jwt /Length ${length} ` +
  `/Params << /ModDate (D:${madeAt}) /Size ${length} >> >>\nstream\n${' '.repeat(length)}\nendstream`

const FILE_SPEC = (file: number) =>
  `<< /Type /Filespec /F (${CREDENTIAL_NAME}) /UF (${CREDENTIAL_NAME}) /AFRelationship /Data ` +
  `/Desc (W3C Verifiable Credential, JWS) /EF << /F ${file} 0 R /UF ${file} 0 R >> >>`

function catalogWith(text: string, root: number, spec: number): string {
  const from = text.indexOf('<<', text.lastIndexOf(`\n${root} 0 obj`))
  const body = text.slice(from, text.indexOf('endobj', from)).trimEnd()
  if (/\/(Names|AF)\b/.test(body)) throw new Error('the catalog already has names')
  const names = `/Names << /EmbeddedFiles << /Names [(${CREDENTIAL_NAME}) ${spec} 0 R] >> >>`
  return `${body.slice(0, -2)}  ${names}\n  /AF [${spec} 0 R]\n>>`
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
