import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docxOf, paragraph } from '../../testing/docx.ts'
import { explainRefusal, Refusal } from '../kernel/index.ts'
import { linesOf, readDocument, refusals } from './index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banfa-reader-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function refusedAs(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return codeOf(file)
}

/** The code, once its three sentences are there in both languages. */
async function codeOf(file: string): Promise<string> {
  const refused = await readDocument(file).then(
    () => null,
    (problem: unknown) => problem,
  )
  if (!(refused instanceof Refusal)) throw refused ?? new Error(`${file} was read`)
  const { what, why, next, code } = explainRefusal(refused, refusals)
  for (const words of [what, why, next])
    for (const sentence of [words.zh, words.en]) expect(sentence).toMatch(/^[^{}]+$/u)
  return code
}

describe('a document that is none is refused, with what, why and next step', () => {
  test('50 MB', async () => {
    const file = join(folder, 'big.txt')
    await writeFile(file, '第一条 甲。')
    await truncate(file, 50 * 1024 * 1024)
    expect(await codeOf(file)).toBe('reader.too-large')
  })

  test('a docx that unpacks to more than it may', async () => {
    const bomb = await docxOf(paragraph('甲'), { 'word/x.xml': new Uint8Array(80 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusedAs('bomb.docx', bomb)).toBe('reader.too-large')
  })

  test('a docx that lies about its size', async () => {
    const docx = await docxOf(paragraph('甲'.repeat(100_000)))
    const told = new DataView(docx.buffer, docx.byteOffset)
    for (let at = 0; at < docx.length - 46; at += 1)
      if (told.getUint32(at, true) === 0x02014b50) told.setUint32(at + 24, 10, true)
    expect(await refusedAs('liar.docx', docx)).toBe('reader.broken')
  })

  test('markdown with quotes in quotes', async () => {
    expect(await refusedAs('deep.md', `${'>'.repeat(1_700)}第一条 甲。`)).toBe('reader.too-deep')
  })

  test('docx nested deep, or cut off, or no docx at all', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5_000)}${'</w:sdtContent></w:sdt>'.repeat(5_000)}`
    expect(await refusedAs('deep.docx', await docxOf(deep))).toMatch(/^reader\.(too-deep|broken)$/u)
    const docx = await docxOf(paragraph('甲'))
    expect(await refusedAs('cut.docx', docx.slice(0, docx.length / 2))).toMatch(/^reader\./u)
    expect(await refusedAs('text.docx', '第一条 甲。')).toBe('reader.not-text')
  })

  test.each([
    ['html', '<div>'.repeat(100_000)],
    ['html', '<table><tr><td>'.repeat(50_000)],
    ['md', `${'> '.repeat(5000)}甲`],
  ])('deep nesting in %s', async (ending, content) => {
    expect(await refusedAs(`deep.${ending}`, content)).toMatch(/^reader\.too-(deep|slow)$/u)
  })

  test('a program, a picture, a PDF or noise called .txt', async () => {
    expect(await refusedAs('elf.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]))).toBe(
      'reader.not-text',
    )
    expect(await refusedAs('pdf.txt', '%PDF-1.7\n%âãÏÓ\n1 0 obj')).toBe('reader.not-text')
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)
    expect(await refusedAs('noise.txt', noise)).toBe('reader.not-text')
    const damaged = Buffer.from(`第一条 ${'好'.repeat(100)}`)
    damaged[30] = 0x20
    expect(await refusedAs('damaged.txt', damaged)).toBe('reader.not-text')
    const controls = Uint8Array.from({ length: 400 }, (_, at) => 1 + (at % 8))
    expect(await refusedAs('controls.txt', controls)).toBe('reader.not-text')
  })

  test('nothing in it, an unknown format, a folder, no file', async () => {
    expect(await refusedAs('empty.txt', '')).toBe('reader.empty')
    expect(await refusedAs('blank.html', '<html><script>x</script></html>')).toBe('reader.empty')
    expect(await refusedAs('a.pdf', '%PDF-1.7')).toBe('reader.unknown-format')
    expect(await refusedAs('a', '第一条 甲。')).toBe('reader.unknown-format')
    expect(await codeOf(folder)).toBe('reader.not-readable')
    expect(await codeOf(join(folder, 'gone.txt'))).toBe('reader.not-readable')
  })
})

test('long texts are read in time: a line of 2 MB, 100 000 tabs, 100 000 broken lines', async () => {
  const long = {
    'line.txt': `第一条 ${'甲乙丙丁，'.repeat(140_000)}`,
    'tabs.txt': '\t第一格\n'.repeat(100_000),
    'broken.txt': '没有说完的一句话，\n'.repeat(100_000),
    'brackets.md': '['.repeat(4_000),
    'table.html': `<table>${'<tr><td>一<td>二'.repeat(50_000)}</table>`,
  }
  for (const [name, content] of Object.entries(long)) {
    await writeFile(join(folder, name), content)
    const { content: read } = await readDocument(join(folder, name))
    expect(linesOf(read).length).toBeGreaterThan(0)
  }
}, 60_000)
