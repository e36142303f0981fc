import { inflateSync } from 'node:zlib'

/** Names that make a reader run something: scripts, programs, films (ISO 32000-1, 12.6.4). */
const ACTION = /\/(?:JavaScript|JS|Launch|RichMedia)(?![A-Za-z0-9])/
const MOST_STREAMS = 2000
const MOST_UNPACKED = 64 * 1024 * 1024

/**
 * True when a PDF carries actions: in its own objects, spelt with `#` or not, or inside compressed
 * object streams. What cannot be unpacked within the limit counts as carrying one.
 */
export function carriesActions(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  if (ACTION.test(spelled(outsideStreams(text)))) return true
  let [left, count] = [MOST_UNPACKED, 0]
  for (const { index, 0: opening } of text.matchAll(/\/ObjStm\b[\s\S]{0,400}?stream\r?\n/g)) {
    count += 1
    if (count > MOST_STREAMS) return true
    const from = index + opening.length
    const unpacked = unpack(bytes.subarray(from, text.indexOf('endstream', from)), left)
    if (unpacked === 'too-much') return true
    left -= unpacked.length
    if (ACTION.test(spelled(unpacked.toString('latin1')))) return true
  }
  return false
}

/** Streams hold pictures and fonts, in whose bytes any name may stand by chance. */
function outsideStreams(text: string): string {
  return text.replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, ' ')
}

/** `/J#61vaScript` means `/JavaScript`. */
function spelled(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function unpack(stream: Buffer, limit: number): Buffer | 'too-much' {
  if (limit <= 0) return 'too-much'
  try {
    return inflateSync(stream, { maxOutputLength: limit, finishFlush: 2 })
  } catch (error) {
    const isTooMuch =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooMuch ? 'too-much' : stream
  }
}
