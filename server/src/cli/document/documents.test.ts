import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { banfa, banfaInside, packFolder, type Ran } from '../../../testing/command-line.ts'
import {
  type MeasureName,
  measures,
  measuresThere,
  pathOf,
  sourceOf,
} from '../../../testing/measures.ts'

// Own words, in the shape of a measure: official sentences are never copied into the repository.
const TEXT = `某市灯塔管理办法（试行）
（征求意见稿）
第一章  总则
第1条　为了写一个例子，制定本办法。
第2条　灯塔应当具备以下条件：
（一）高度不少于12米；
（二）守塔制度健全。
第3条　塔灯熄灭的，取消其灯塔资格，两年内不得再次申报。
第4条　本办法自2031年1月1日起施行，由某市灯塔局负责解释。
`

function errorOf({ code, out }: Ran): unknown {
  expect(code).toBe(1)
  const { error } = JSON.parse(out)
  expect(error).toMatchObject({
    what: { zh: expect.any(String), en: expect.any(String) },
    why: { zh: expect.any(String), en: expect.any(String) },
    next: { zh: expect.any(String), en: expect.any(String) },
  })
  return error.code
}

describe('banfa read', () => {
  it('shows people a tree with addresses and lines', async () => {
    const folder = await packFolder({ 'a.txt': TEXT })
    const { code, out } = await banfa(folder, 'read', 'a.txt')
    expect(code).toBe(0)
    expect(out).toMatch(/^某市灯塔管理办法（试行）\n征求意见稿\n/u)
    expect(out).toMatch(/^ {2}第2条 \[第2条 :5\]$/mu)
    expect(out).toMatch(/^ {4}（一） \[第2条\(一\) :6\]$/mu)
  })

  it('prints the whole reading as one JSON value', async () => {
    const folder = await packFolder({ 'a.txt': TEXT })
    const { code, out } = await banfaInside(folder, 'read', join(folder, 'a.txt'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      title: '某市灯塔管理办法（试行）',
      draft: '征求意见稿',
      content: expect.any(Array),
      removed: [],
    })
  })

  it('refuses what is no document with what, why and next step', async () => {
    const folder = await packFolder({
      'a.pdf': '%PDF-1.7',
      'b.txt': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0]),
    })
    const read = (file: string) => banfaInside(folder, 'read', join(folder, file), '--json')
    expect(errorOf(await read('a.pdf'))).toBe('reader.unknown-format')
    expect(errorOf(await read('b.txt'))).toBe('reader.not-text')
    expect(errorOf(await read('gone.txt'))).toBe('reader.not-readable')
  })
})

describe('banfa new', () => {
  const make = async (folder: string, ...more: string[]) =>
    banfaInside(
      folder,
      ...['new', '--from', join(folder, 'lighthouses.txt'), '--out', join(folder, 'new'), '--json'],
      ...more,
    )

  it('writes what the document prints, leaves empty what it does not, and copies no sentence', async () => {
    const folder = await packFolder({ 'lighthouses.txt': TEXT })
    expect((await make(folder)).code).toBe(0)
    const file = (name: string) => readFile(join(folder, 'new', name), 'utf8')
    expect((await readdir(join(folder, 'new'))).toSorted()).toEqual([
      'QUESTIONS.md',
      'gist.yaml',
      'pack.yaml',
    ])
    expect(parse(await file('pack.yaml'))).toEqual({
      format: 1,
      pack: 'lighthouses',
      version: '0-skeleton',
      state: 'consultation-draft',
      title: { zh: '某市灯塔管理办法（试行）', en: '' },
      issuer: '',
      language: 'zh',
      document: { file: 'lighthouses.txt' },
      validity: { from: '2031-01-01', until: null, cite: '第4条' },
      offices: {},
    })
    const { articles } = parse(await file('gist.yaml'))
    expect(articles).toHaveLength(4)
    expect(articles[1]).toEqual({
      article: '第2条',
      chapter: { zh: '总则', en: '' },
      gist: { zh: '', en: '' },
      mark: 'manual',
      reason: { zh: '尚未编码', en: 'Not encoded yet' },
      'carried-by': [],
    })
    const questions = await file('QUESTIONS.md')
    expect(questions).toContain('不少于12米 — >= 12 米 (:6)')
    expect(questions).toContain('两年内不得再次申报 (:8)')
    expect(questions).not.toMatch(/为了写一个例子|灯塔应当具备/u)
  })

  it('is read by banfa check, which asks only for what is empty', async () => {
    const folder = await packFolder({ 'lighthouses.txt': TEXT })
    await make(folder)
    const ran = await banfaInside(folder, 'check', join(folder, 'new'), '--json')
    expect(ran.code).toBe(1)
    expect(await emptyOnly(join(folder, 'new'), ran.out)).toBe(true)
  })

  it('does not write over a folder that is there, unless it is told to', async () => {
    const folder = await packFolder({ 'lighthouses.txt': TEXT, 'new/pack.yaml': 'mine: true\n' })
    expect(errorOf(await make(folder))).toBe('cli.pack-there')
    expect(await readFile(join(folder, 'new/pack.yaml'), 'utf8')).toBe('mine: true\n')
    expect((await make(folder, '--over')).code).toBe(0)
  })

  it('asks for an English name where the file has none', async () => {
    const folder = await packFolder({ '灯塔.txt': TEXT })
    const from = ['new', '--from', join(folder, '灯塔.txt'), '--out', join(folder, 'new'), '--json']
    expect(errorOf(await banfaInside(folder, ...from))).toBe('cli.pack-key')
    expect(errorOf(await banfaInside(folder, ...from, '--as', '../x'))).toBe('cli.pack-key')
    expect((await banfaInside(folder, ...from, '--as', 'lighthouses')).code).toBe(0)
  })
})

describe.skipIf(!measuresThere)('a skeleton of each document beside the repository', () => {
  it.each(Object.keys(measures) as MeasureName[])('%s', async (name) => {
    const folder = await packFolder()
    const out = join(folder, 'new')
    const made = await banfaInside(folder, 'new', '--from', pathOf(name), '--out', out)
    expect(made.code).toBe(0)
    const checked = await banfaInside(folder, 'check', out, '--json')
    expect(await emptyOnly(out, checked.out)).toBe(true)
    const written = await Promise.all(
      ['pack.yaml', 'gist.yaml', 'QUESTIONS.md'].map((file) => readFile(join(out, file), 'utf8')),
    )
    const sentences = (await sourceOf(name)).split(/[。；！？\n]/u).map((one) => one.trim())
    const copied = sentences.filter((one) => /，/u.test(one) && written.join('').includes(one))
    expect(copied).toEqual([])
  })
})

type Complained = { readonly complaints: readonly { file: string; line: number; code: string }[] }

/** Whether every complaint is about a line whose value a person has still to write. */
async function emptyOnly(folder: string, out: string): Promise<boolean> {
  const [{ complaints }] = JSON.parse(out) as [Complained]
  expect(complaints.length).toBeGreaterThan(0)
  for (const { file, line } of complaints) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n')
    expect(lines[line - 1]).toMatch(/: ""$/u)
  }
  return true
}
