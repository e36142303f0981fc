import { type FileHandle, open } from 'node:fs/promises'
import { refusal } from '../../kernel/index.ts'
import type { Block, Position } from './block.ts'

const AT_ONCE = 1 << 20
/** However short the lines are: each of them has an answer a service. */
const MOST_LINES = 8_192
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
  let read: Buffer = Buffer.alloc(0)
  let ended = false
  for (;;) {
    const scan = scanned(read, kind, ended)
    if (scan.end === 0) {
      if (ended && read.length === 0) return
      if (ended || read.length > LONGEST) refusal('cli.match-record', { row: at.row + 1 })
      const more = await readOn(handle, read, at.byte + read.length)
      ended = more.length - read.length < AT_ONCE
      read = more
      continue
    }
    const next = { row: at.row + scan.endLines, byte: at.byte + scan.end, after: null }
    const bytes = new Uint8Array(read.subarray(0, scan.end))
    yield { kind, bytes, quoted: scan.quoted, first: at.row + 1, next } satisfies Block
    read = read.subarray(scan.end)
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

/** Where the last whole record ends that still belongs to the block, and the lines before that. */
function scanned(bytes: Buffer, kind: Block['kind'], ended: boolean): Scan {
  const so: Scan = { quoted: false, lines: 0, end: 0, endLines: 0, open: false }
  const marks = kind === 'csv'
  for (let at = 0; at < bytes.length && (so.open || so.endLines < MOST_LINES); at += 1) {
    const byte = bytes[at]
    if (byte === NEWLINE) endLine(so, at)
    else if (marks && byte === QUOTE) {
      so.quoted = true
      so.open = !so.open
    }
  }
  if (so.endLines >= MOST_LINES) return so
  if (!ended || so.open || so.end === bytes.length) return so
  return { ...so, end: bytes.length, endLines: so.lines + 1 }
}

function endLine(so: Scan, at: number): void {
  so.lines += 1
  if (so.open) return
  so.end = at + 1
  so.endLines = so.lines
}
