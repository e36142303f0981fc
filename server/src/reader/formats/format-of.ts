import { fileTypeFromBuffer } from 'file-type'
import { refusal } from '../../kernel/index.ts'
import type { Format } from '../reading.ts'

const BY_ENDING: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  docx: 'docx',
}

/** The format by the file's name, provided its bytes do not say that it is something else. */
export async function formatOf(file: string, bytes: Uint8Array): Promise<Format> {
  const ending = /\.([^./\\]{1,10})$/u.exec(file)?.[1]?.toLowerCase() ?? ''
  const format = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined
  if (!format) return refusal('reader.unknown-format', { file, found: ending || '?' })
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext ?? null
  if (format === 'docx') return isDocx(found, file)
  if (found && found !== 'xml')
    refusal('reader.not-text', {
      file,
      why: `内容是 ${found}，名称却是 .${ending} · it is ${found} and is called .${ending}`,
    })
  return format
}

function isDocx(found: string | null, file: string): 'docx' {
  if (found === 'docx' || found === 'zip') return 'docx'
  return refusal('reader.not-text', {
    file,
    why: `内容不是 docx${found ? `，是 ${found}` : ''} · its bytes are no docx`,
  })
}
