import { refusal } from '../../kernel/index.ts'

export type Decoded = { readonly text: string; readonly encoding: string }

/** UTF-8, UTF-16 with its mark, or GB18030; what is none of them, or no text, is refused. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const encoding = marked(bytes) ?? (read(bytes, 'utf-8') === null ? 'gb18030' : 'utf-8')
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) notText(file, 'NUL')
  if (encoding === 'gb18030' && isBrokenUtf8(bytes)) notText(file, 'UTF-8, U+FFFD')
  const text = read(bytes, encoding)
  if (text === null) return notText(file, 'UTF-8, GB18030')
  if (strangers(text, encoding) > text.length / 200) notText(file, 'U+0001–U+001F, U+E000')
  return { text, encoding }
}

function marked([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** UTF-8 with a byte damaged here and there would still decode, to nonsense, as GB18030. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/gu)?.length ?? 0
  const whole = text.match(/[^\0-\u007F\uFFFD]/gu)?.length ?? 0
  return whole > broken * 10
}

/** TextDecoder drops the byte order mark by itself. */
function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085]/gu
const CONTROLS_OR_PRIVATE = /[^\P{Cc}\t\n\v\f\r\u0085]|[\uE000-\uF8FF]/gu

/**
 * Signs that no sentence has: controls but tab, line and page ends; in GB18030, which noise decodes
 * as too, also the private use area, where Word keeps its bullets in Unicode.
 */
function strangers(text: string, encoding: string): number {
  const signs = encoding === 'gb18030' ? CONTROLS_OR_PRIVATE : CONTROLS
  return text.match(signs)?.length ?? 0
}

function notText(file: string, found: string): never {
  return refusal('reader.not-text', {
    file,
    why: `字节不成文字 · the bytes are no text (${found})`,
  })
}
