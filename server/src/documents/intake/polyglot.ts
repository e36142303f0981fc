/** Where readers look for the header of a PDF: anywhere in the first kilobyte (ISO 32000-1, note 15). */
const HEAD = 1024
const PAGE = /<(?:!doctype\s+html|html|script|svg|iframe|body)\b|<\?php/i

/**
 * True when other programs would read the same bytes as something else: a page or a PDF in an image,
 * an archive behind a PDF, anything before or behind an office package.
 */
export function isPolyglot(media: string, bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, HEAD)
  if (media !== 'application/pdf' && head.includes('%PDF-')) return true
  if (PAGE.test(media === 'application/pdf' ? head.slice(0, 16) : head)) return true
  if (media.startsWith('image/')) return hidesBehindImage(media, bytes)
  if (media === 'application/pdf') return !head.startsWith('%PDF-') || endsAsArchive(bytes)
  return !fillsItsFile(bytes)
}

function hidesBehindImage(media: string, bytes: Buffer): boolean {
  const end = endOfImage(media, bytes)
  const rest = bytes.subarray(end)
  if (media !== 'image/jpeg') return rest.length > 0
  // Telephones write a second picture or a preview behind the first: that is no other program's file.
  return endsAsArchive(bytes) || PAGE.test(rest.toString('latin1')) || rest.includes('%PDF-')
}

function endOfImage(media: string, bytes: Buffer): number {
  if (media === 'image/png') return bytes.lastIndexOf('IEND') + 8
  if (media === 'image/webp') {
    const length = bytes.readUInt32LE(4)
    return Math.min(bytes.length, 8 + length + (length & 1))
  }
  return bytes.indexOf(Buffer.from([0xff, 0xd9])) + 2
}

/**
 * An archive's directory stands right before its end record; readers find both from the end, so it
 * may stand behind anything (APPNOTE 4.3.16).
 */
function endsAsArchive(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('PK\x05\x06')
  if (end < 0 || end + 22 > bytes.length) return false
  const directory = end - bytes.readUInt32LE(end + 12)
  return directory >= 0 && bytes.toString('latin1', directory, directory + 4) === 'PK\x01\x02'
}

/** A package begins with its first part and ends with its directory: nothing before, behind, between. */
function fillsItsFile(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0 || end + 22 > bytes.length) return false
  const directory = bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16)
  const comment = bytes.readUInt16LE(end + 20)
  const isPlain = bytes.readUInt32LE(end + 16) !== 0xffffffff
  return (
    bytes.toString('latin1', 0, 4) === 'PK\x03\x04' &&
    end + 22 + comment === bytes.length &&
    (!isPlain || directory === end)
  )
}
