import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { recognise } from './media.ts'
import { namesInZip } from './zip-names.ts'

const text = (written: string) => new TextEncoder().encode(written)

/** A ZIP of stored entries, as small as APPNOTE allows. */
function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  for (const [name, content] of Object.entries(parts)) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(content)]
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(bytes.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    const at = Buffer.alloc(4)
    at.writeUInt32LE(Buffer.concat(locals).length)
    central.push(
      Buffer.concat([
        text('PK\x01\x02'),
        Buffer.from([20, 0]),
        fields,
        Buffer.alloc(10),
        at,
        nameBytes,
      ]),
    )
    locals.push(Buffer.concat([text('PK\x03\x04'), fields, nameBytes, bytes]))
  }
  const [files, directory] = [Buffer.concat(locals), Buffer.concat(central)]
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(files.length, 12)
  return Buffer.concat([files, directory, text('PK\x05\x06'), end])
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const types = (part: string, type: string) =>
  `<Types><Override PartName="/${part}" ContentType="${OFFICE}.${type}.main+xml"/></Types>`

const docx = {
  '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
  'word/document.xml': '<w:document/>',
}
const xlsx = {
  '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
  'xl/workbook.xml': '<workbook/>',
}

describe('a file is what its content says, not its name', () => {
  test('PDF, images, Word and Excel are recognised', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
      'base64',
    )
    expect(await recognise(text('%PDF-1.7\n1 0 obj'))).toMatchObject({ kind: 'pdf' })
    expect(await recognise(png)).toEqual({ media: 'image/png', kind: 'image' })
    expect(await recognise(zipOf(docx))).toMatchObject({ kind: 'docx' })
    expect(await recognise(zipOf(xlsx))).toMatchObject({ kind: 'xlsx' })
  })

  test('a program, a page, a text, a plain ZIP are nothing a paper may be', async () => {
    const others = [
      Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      text('<!doctype html><script>alert(1)</script>'),
      text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      text('只是一段文字'),
      zipOf({ 'a.txt': 'a' }),
    ]
    for (const bytes of others) expect(await recognise(bytes)).toBeNull()
  })

  test('an office file with macros, without its main part, or cut off is not taken', async () => {
    const macros = zipOf({ ...docx, 'word/vbaProject.bin': 'x' })
    const hollow = zipOf({ '[Content_Types].xml': docx['[Content_Types].xml'] })
    const cut = zipOf(docx).subarray(0, 300)
    for (const bytes of [macros, hollow, cut]) expect(await recognise(bytes)).toBeNull()
  })

  test('the names in a ZIP are read whatever its end says', () => {
    expect(namesInZip(zipOf(docx))).toEqual(['[Content_Types].xml', 'word/document.xml'])
    const lying = Buffer.from(zipOf(docx))
    lying.writeUInt32LE(0xfffffff0, lying.length - 6)
    expect(namesInZip(lying)).toEqual([])
    expect(namesInZip(text('PK'))).toEqual([])
  })
})
