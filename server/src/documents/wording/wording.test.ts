import { describe, expect, test } from 'vitest'
import { aCaseFolder, useDocuments } from '../../../testing/documents.ts'
import { readPdf } from '../../../testing/read-pdf.ts'
import { day } from '../../kernel/index.ts'
import {
  issue,
  listTemplates,
  openIssued,
  previewTemplate,
  saveTemplate,
  WORDED_KINDS,
  type WordedKind,
  type Wording,
} from '../index.ts'
import { SAMPLES } from './samples.ts'
import { SHIPPED } from './shipped.ts'

useDocuments()

const FROM = { zh: '市科技局', en: 'City bureau' }
const hearing = SHIPPED.hearing

async function anOffice() {
  const folder = await aCaseFolder()
  const { zone, city, subject } = folder
  const [post] = city.posts
  if (!post) throw new Error('no post')
  const from = post.officeName
  const save = (kind: WordedKind, after: number, wording: Wording) =>
    zone.writing(city, (tx) => saveTemplate(tx, post, { kind, after, wording }))
  const preview = async (kind: WordedKind, wording: Wording = SHIPPED[kind]) =>
    readPdf(await zone.reading(city, (tx) => previewTemplate(tx, from, { kind, wording })))
  let count = 0
  const send = async () => {
    count += 1
    const letter = { ...SAMPLES.hearing, subject, from, number: `听${count}号` }
    const { id } = await zone.writing(city, (tx) => issue(tx, letter))
    const open = () => zone.reading(city, (tx) => openIssued(tx, { subject, id }))
    return async () => readPdf((await open()).bytes)
  }
  return { ...folder, post, save, preview, send }
}

const NO_TABLE = ['hearing', 'decision', 'sanction', 'reply']

describe('a letter as another reader finds it', () => {
  test.each(WORDED_KINDS)(
    '%s: its text, its language, its tags, nothing left to fill',
    async (kind) => {
      const { preview } = await anOffice()
      const read = await preview(kind)
      expect(read.language).toBe('zh-CN')
      expect(read.roles).toContain('H1')
      expect(read.roles).toContain('P')
      expect(read.text).not.toMatch(/[{}]/)
      expect(read.roles.includes('Table')).toBe(!NO_TABLE.includes(kind))
    },
  )

  test('a document keeps GB/T 9704: mark, number and date where the standard has them', async () => {
    const { preview, post } = await anOffice()
    const { lines, text, roles } = await preview('decision')
    const mm = (points: number) => (points * 25.4) / 72
    const [mark] = lines.filter((one) => one.text.startsWith(post.officeName.zh.slice(0, 2)))
    // 37 mm of margin and 35 mm above the mark, whose own height its baseline stands below.
    expect(mm(mark?.y ?? 0)).toBeGreaterThan(37 + 35 + 8)
    expect(mm(mark?.y ?? 0)).toBeLessThan(37 + 35 + 15)
    const body = lines.find((one) => one.text.includes('你单位依据'))
    expect(mm(body?.x ?? 0)).toBeCloseTo(28 + mm(32), 0)
    expect(text).toContain('2025年3月18日印发')
    expect(roles.filter((role) => role === 'H2')).toHaveLength(3)
  })
})

describe('an office words its own letters', () => {
  test('a new version is used from then on; what was sent stays as it was sent', async () => {
    const { save, send } = await anOffice()
    const before = await send()
    await save('hearing', 0, { ...hearing, closing: '请准时到场，联系方式：{联系方式}。' })
    const after = await send()
    expect((await before()).text).not.toContain('请准时到场')
    expect((await after()).text).toContain('请准时到场')
  })

  test('versions are listed with who wrote them; another office keeps its own', async () => {
    const { zone, city, district, post, save } = await anOffice()
    await save('hearing', 0, { ...hearing, title: '听证会通知书' })
    await save('hearing', 1, hearing)
    const listed = await zone.reading(city, (tx) => listTemplates(tx, post))
    const own = listed.find(({ kind }) => kind === 'hearing')
    expect(own).toMatchObject({ version: 2, wording: hearing })
    expect(own?.versions.map(({ version, writtenBy }) => [version, writtenBy])).toEqual([
      [2, city.name],
      [1, city.name],
    ])
    const [theirs] = district.posts
    if (!theirs) throw new Error('no post')
    const others = await zone.reading(district, (tx) => listTemplates(tx, theirs))
    expect(others.every(({ version }) => version === 0)).toBe(true)
    const meddling = zone.writing(district, (tx) =>
      saveTemplate(tx, post, { kind: 'hearing', after: 2, wording: hearing }),
    )
    await expect(meddling).rejects.toThrow('row-level security')
  })

  test('of two who edit one version, the second is told', async () => {
    const { save } = await anOffice()
    await save('hearing', 0, hearing)
    await expect(save('hearing', 0, hearing)).rejects.toMatchObject({
      code: 'documents.template-stale',
      params: { version: 1 },
    })
  })

  test('an unknown placeholder is refused with the nearest there is, in a preview too', async () => {
    const { save, preview } = await anOffice()
    const wrong = { ...hearing, body: '听证定于{听证日间}举行。' }
    const refused = { code: 'documents.unknown-placeholder', fields: ['body'] }
    const params = { name: '听证日间', nearest: '听证时间' }
    await expect(save('hearing', 0, wrong)).rejects.toMatchObject({ ...refused, params })
    await expect(preview('hearing', wrong)).rejects.toMatchObject(refused)
  })

  test('a table in a sentence or outside the body is refused', async () => {
    const { save } = await anOffice()
    const inSentence = { ...SHIPPED.correction, body: '请补正：{补正清单}' }
    const inClosing = { ...SHIPPED.correction, closing: '{补正清单}' }
    for (const wording of [inSentence, inClosing]) {
      await expect(save('correction', 0, wording)).rejects.toMatchObject({
        code: 'documents.misplaced-table',
      })
    }
  })

  test('what people write is text, whatever it looks like to the compiler', async () => {
    const { zone, city, subject, preview } = await anOffice()
    const code = '#read("/etc/passwd") $x$ *a* {申报单位} = 标题'
    expect((await preview('hearing', { ...hearing, closing: code })).text).toContain(
      '#read("/etc/passwd")',
    )
    const { content } = SAMPLES.refusal as Extract<typeof SAMPLES.refusal, { kind: 'refusal' }>
    const letter = {
      kind: 'refusal' as const,
      content: { ...content, reason: '{申报单位}#x', findings: [] },
    }
    const { id } = await zone.writing(city, (tx) =>
      issue(tx, { ...letter, subject, from: FROM, number: '否1号' }),
    )
    const { bytes } = await zone.reading(city, (tx) => openIssued(tx, { subject, id }))
    const { text } = await readPdf(bytes)
    expect(text).toContain('{申报单位}#x')
    expect(text).not.toContain('逐条审查结论如下')
  })

  test('a line whose name has nothing to stand for is left out', async () => {
    const { zone, city, subject } = await anOffice()
    const { content } = SAMPLES.correction as Extract<
      typeof SAMPLES.correction,
      { kind: 'correction' }
    >
    const sent = async (traits: object) => {
      const number = `补${Object.keys(traits).length}号`
      const letter = { kind: 'correction' as const, content: { ...content, ...traits } }
      const { id } = await zone.writing(city, (tx) =>
        issue(tx, { ...letter, subject, from: FROM, number }),
      )
      return readPdf((await zone.reading(city, (tx) => openIssued(tx, { subject, id }))).bytes)
    }
    expect((await sent({})).text).toContain('补正截止日期：2026年3月2日')
    const bare = await sent({ until: null, remarks: '', partner: null })
    for (const left of ['补正截止日期', '另外说明', '合作申报单位'])
      expect(bare.text).not.toContain(left)
    expect(day('2026-03-02')).toBe(content.until)
  })
})
