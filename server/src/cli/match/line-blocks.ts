import { type FileHandle, open } from 'node:fs/promises'
import { refusal } from '../../kernel/index.ts'
import type { Block, Position } from './block.ts'

const AT_ONCE = 1 << 20
/** No record is longer: a quotation mark that never closes must not swallow the file. */
const LONGEST = 8 << 20
const [QUOTE, NEWLINE] = [0x22, 0x0a]

type Scan = { quoted: boolean; lines: number; end: number; endLines: number; open: boolean }

/**
 * A file of lines as blocks that end where a record does: in CSV a newline between quotation marks
 * ends none (RFC 4180), so marks are counted. Refuses `cli.match-record` where a record has no end.
 */
export async function* lineBlocks(
  file: string,
  kind: Block['kind'],
  from: Position,
): AsyncGenerator<Block> {
  const handle = await open(file, 'r')
  try {
    yield* cut(handle, kind, from)
  } finally {
    await handle.close()
  }
}

async function* cut(handle: FileHandle, kind: Block['kind'], from: Position) {
  let at = from
  let rest: Buffer = Buffer.alloc(0)
  let ended = false
  while (!ended) {
    const read = await readOn(handle, rest, at.byte + rest.length)
    ended = read.length - rest.length < AT_ONCE
    const scan = scanned(read, kind, ended)
    rest = read.subarray(scan.end)
    if (rest.length > LONGEST || (ended && rest.length > 0)) {
      refusal('cli.match-record', { row: at.row + scan.endLines + 1 })
    }
    if (scan.end === 0) continue
    const next = { row: at.row + scan.endLines, byte: at.byte + scan.end, after: null }
    const bytes = new Uint8Array(read.subarray(0, scan.end))
    yield { kind, bytes, quoted: scan.quoted, first: at.row + 1, next } satisfies Block
    at = next
  }
}

async function readOn(handle: FileHandle, rest: Buffer, position: number): Promise<Buffer> {
  const room = Buffer.allocUnsafe(rest.length + AT_ONCE)
  rest.copy(room)
  let length = rest.length
  while (length < room.length) {
    const at = position + length - rest.length
    const { bytesRead } = await handle.read(room, length, room.length - length, at)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return room.subarray(0, length)
}

/** Where the last whole record ends, and the lines before that. */
function scanned(bytes: Buffer, kind: Block['kind'], ended: boolean): Scan {
  const so: Scan = { quoted: false, lines: 0, end: 0, endLines: 0, open: false }
  const marks = kind === 'csv'
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === NEWLINE) {
      so.lines += 1
      if (!so.open) {
        so.end = at + 1
        so.endLines = so.lines
      }
    } else if (marks && byte === QUOTE) {
      so.quoted = true
      so.open = !so.open
    }
  }
  if (!ended || so.open || so.end === bytes.length) return so
  return { ...so, end: bytes.length, endLines: so.lines + 1 }
}
