import { fileTypeFromBuffer } from 'file-type'
import type { PaperKind } from './folder.ts'
import { namesInZip } from './zip-names.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const KIND_OF: Readonly<Record<string, PaperKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  [DOCX]: 'docx',
  [XLSX]: 'xlsx',
}

/** The part without which a package is no document of its kind. */
const MAIN_PART: Readonly<Record<string, string>> = {
  [DOCX]: 'word/document.xml',
  [XLSX]: 'xl/workbook.xml',
}

export type Recognised = { readonly media: string; readonly kind: PaperKind }

/** What the bytes are, whatever their name says; null for anything a paper may not be. */
export async function recognise(bytes: Uint8Array): Promise<Recognised | null> {
  const found = await fileTypeFromBuffer(bytes)
  const kind = found ? KIND_OF[found.mime] : undefined
  if (!found || !kind) return null
  return isWhatItSays(found.mime, bytes) ? { media: found.mime, kind } : null
}

/** An office file must have its main part and must not carry macros. */
function isWhatItSays(media: string, bytes: Uint8Array): boolean {
  const main = MAIN_PART[media]
  if (!main) return true
  const names = namesInZip(bytes)
  const macros = names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))
  return names.includes('[Content_Types].xml') && names.includes(main) && !macros
}
