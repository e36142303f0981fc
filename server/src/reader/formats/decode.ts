import { refusal } from '../../kernel/index.ts'

export type Decoded = { readonly text: string; readonly encoding: string }

/** UTF-8, UTF-16 with its mark, or GB18030; what is none of them, or no text, is refused. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const encoding = marked(bytes) ?? (fits(bytes, 'utf-8') ? 'utf-8' : 'gb18030')
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) notText(file, 'NUL')
  const text = read(bytes, encoding)
  if (text === null) return notText(file, 'UTF-8, GB18030')
  if (strangers(text) > text.length / 200) notText(file, 'U+0001–U+001F, U+FFFD')
  return { text, encoding }
}

function marked([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  return read(bytes, encoding) !== null
}

/** TextDecoder drops the byte order mark by itself. */
function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Signs that no sentence has: controls but tab, line and page ends, and the private use area. */
function strangers(text: string): number {
  return text.match(/[^\P{Cc}\t\n\v\f\r\u0085]|[\uFFFD\uE000-\uF8FF]/gu)?.length ?? 0
}

function notText(file: string, found: string): never {
  return refusal('reader.not-text', {
    file,
    why: `字节不成文字 · the bytes are no text (${found})`,
  })
}
