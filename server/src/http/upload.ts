import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { refusal } from '../kernel/index.ts'
import type { Upload } from './call.ts'
import { refuseUnstorable } from './unstorable.ts'

export const UPLOAD_LIMIT_MB = 20

/** Reads the one file of a multipart request whole; larger ones are refused while they arrive. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) refusal('http.no-file')
  const limits = { fileSize: UPLOAD_LIMIT_MB * 1024 * 1024, files: 1, fields: 4, fieldSize: 200 }
  // The parser's own errors carry no status: what it cannot read holds no file.
  const part = await request.file({ limits }).catch(() => undefined)
  if (!part) return refusal('http.no-file')
  const bytes = await part.toBuffer().catch((problem: { code?: string }) => {
    if (problem.code !== 'FST_REQ_FILE_TOO_LARGE') return refusal('http.no-file')
    return refusal('http.file-too-large', { limit: UPLOAD_LIMIT_MB })
  })
  const fields = textIn(part)
  // A part of bytes may come without a name, whatever the type of the parser says.
  const fileName: string | undefined = part.filename
  if (fileName === undefined) return refusal('http.no-file')
  refuseUnstorable({ params: {}, query: {}, body: { ...fields, file: fileName } })
  return { fileName, bytes, fields }
}

function textIn({ fields }: MultipartFile): Upload['fields'] {
  const texts = Object.entries(fields).flatMap(([name, part]) =>
    part && 'value' in part && typeof part.value === 'string' ? [[name, part.value] as const] : [],
  )
  return Object.fromEntries(texts)
}
