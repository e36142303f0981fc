import { beforeAll, describe, expect, test } from 'vitest'
import {
  type MeasureName,
  measures,
  measuresThere,
  pathOf,
  sourceOf,
} from '../../testing/measures.ts'
import { linesOf, type Reading, readDocument, type Section, sectionsOf, tablesOf } from './index.ts'

// Everything expected here was read off the documents by hand: rows counted, sums added there.
const names = Object.keys(measures) as MeasureName[]

describe.skipIf(!measuresThere)('the five documents beside the repository', () => {
  const readings = new Map<MeasureName, Reading>()
  beforeAll(async () => {
    for (const name of names) readings.set(name, await readDocument(pathOf(name)))
  })
  const of = (name: MeasureName): Reading => {
    const reading = readings.get(name)
    if (!reading) throw new Error(`${name} was not read`)
    return reading
  }
  const addresses = (name: MeasureName, kind?: Section['kind']) =>
    sectionsOf(of(name).content)
      .filter((one) => kind === undefined || one.kind === kind)
      .map(({ address }) => address)
  const section = (name: MeasureName, address: string): Section => {
    const found = sectionsOf(of(name).content).find((one) => one.address === address)
    if (!found) throw new Error(`${name} has no ${address}`)
    return found
  }

  test.each(names)(
    '%s: every sign is in the reading, in its order, or in the list of dirt',
    async (name) => {
      expect(squeezed(linesOf(of(name).content).join(''))).toBe(
        withoutDirt(name, await sourceOf(name)),
      )
    },
  )

  test.each(names)('%s: every sentence is found whole, one after the other', async (name) => {
    const read = squeezed(linesOf(of(name).content).join(''))
    let from = 0
    for (const sentence of withoutDirt(name, await sourceOf(name)).split(/(?<=[。；！？])/u)) {
      const at = read.indexOf(sentence, from)
      expect(at, sentence).toBe(from)
      from = at + sentence.length
    }
    expect(from).toBe(read.length)
  })

  test.each(names)('%s: the list of dirt is what a reader of the file finds', (name) => {
    const found = of(name).removed.map(({ place, why, text }) => [place.line, why, text])
    expect(found).toEqual(DIRT[name])
  })

  test.each(names)('%s: no address stands for two places', (name) => {
    const all = addresses(name)
    expect(new Set(all).size).toBe(all.length)
  })

  test('the trial measures have six chapters, twenty articles and their items', () => {
    expect(of('incubators')).toMatchObject({
      title: '乌鲁木齐市国际孵化器管理办法（试行）',
      draft: '征求意见稿',
      issuer: null,
    })
    expect(addresses('incubators', 'chapter')).toEqual(
      ['一', '二', '三', '四', '五', '六'].map((one) => `第${one}章`),
    )
    expect(addresses('incubators', 'article')).toEqual(upTo(20).map((one) => `第${one}条`))
    const items = (article: string) =>
      section('incubators', article).content.filter(({ kind }) => kind === 'item').length
    expect(['第6条', '第7条', '第8条', '第14条', '第15条'].map(items)).toEqual([7, 8, 4, 2, 3])
    expect(section('incubators', '第7条(四)').place.line).toBe(24)
  })

  test('the regulation has 26 articles printed in Chinese numerals, two of them with items', () => {
    expect(of('regulation').title).toBe('昌吉高新技术产业开发区管理条例')
    expect(addresses('regulation', 'article')).toEqual(upTo(26).map((one) => `第${one}条`))
    expect(section('regulation', '第5条').label).toBe('第五条')
    expect(addresses('regulation', 'item')).toHaveLength(8 + 5)
  })

  test('the action plan has a notice, five parts and their numbered tasks', () => {
    const { title, notice, issuer, issued } = of('actionPlan')
    expect(title).toBe('乌鲁木齐市高新技术企业发展三年行动方案（2023—2025年）')
    expect(notice).toBe(`关于印发《${title}》的通知`)
    expect([issuer, issued]).toEqual(['乌鲁木齐市人民政府办公室', '2023年2月3日'])
    const parts = ['一、', '二、', '三、', '四、', '五、']
    expect(
      of('actionPlan').content.flatMap((one) => ('address' in one ? one.address : [])),
    ).toEqual(parts)
    const tasks = parts.map(
      (part) => section('actionPlan', part).content.filter(({ kind }) => kind === 'item').length,
    )
    expect(tasks).toEqual([2, 3, 10, 4, 3])
  })

  test('the drafting note lists its chapters in sentences, which open no chapter', () => {
    expect(addresses('draftingNote')).toEqual([
      '一、',
      '二、',
      '二、(一)',
      '二、(二)',
      '二、(三)',
      '三、',
      '四、',
    ])
    expect(section('draftingNote', '四、').content).toHaveLength(1 + 7)
  })

  test('sentences that a page’s end broke are whole again', () => {
    const whole = [
      '探索开辟海内外人才创新创业服务工作站',
      '创新发展基因检测技术',
      '与阿里云达成战略合作',
      '进一步促进本地区技术升级',
      '（京东、顺丰、菜鸟等）',
    ]
    const paragraphs = linesOf(of('basePlan').content)
    for (const words of whole) expect(paragraphs.some((one) => one.includes(words))).toBe(true)
    expect(of('basePlan').joined.map(({ place }) => place.line)).toEqual([56, 65, 73, 81, 88, 97])
  })

  test('the base plan prints one page number only, so later pages are not known', () => {
    expect(section('basePlan', '前言').place.page).toBe(1)
    expect(section('basePlan', '一、').place.page).toBeNull()
  })

  test('the base plan says where its numbers fail', () => {
    expect(of('basePlan').doubts).toEqual([
      { code: 'no-title', place: { line: 1, page: null }, about: '' },
      { code: 'no-issuer', place: { line: 1, page: null }, about: '' },
      expect.objectContaining({ code: 'number-style', about: '（4）' }),
      expect.objectContaining({ code: 'number-missing', about: '（二）' }),
    ])
    expect(addresses('basePlan', 'box')).toHaveLength(16)
  })

  test('annex 1 of the base plan lists 30 policies', () => {
    const annex = section('basePlan', '附件(一)')
    expect(annex.title).toBe('乌鲁木齐高新区（新市区）示范基地双创主要支持政策清单')
    expect(annex.content.map((one) => ('number' in one ? one.number : null))).toEqual(upTo(30))
  })

  test('annex 2 of the base plan has 13 indicators with 2020 and 2023', () => {
    const [table] = tablesOf(section('basePlan', '附件(二)').content)
    expect(table?.header.cells).toEqual(['序号', '指标名称', '2020年', '2023年'])
    expect(table?.rows.map(({ cells: [number, , was, target] }) => [number, was, target])).toEqual([
      ['1', '37', '45'],
      ['2', '16', '25'],
      ['3', '1762', '2381'],
      ['4', '168', '234'],
      ['5', '1', '1.5'],
      ['6', '1', '3'],
      ['7', '18.09', '22.33'],
      ['8', '76', '78'],
      ['9', '26', '31'],
      ['10', '5', '7'],
      ['11', '2', '5'],
      ['12', '26', '28'],
      ['13', '2', '2.25'],
    ])
  })

  test('annex 3 of the base plan has 35 platforms in three grades, broken cells whole', () => {
    const [table] = tablesOf(section('basePlan', '附件(三)').content)
    expect(table?.header.cells).toEqual(['序号', '名称', '依托单位', '类型', '级别'])
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual(upTo(35).map(String))
    const graded = (grade: string) => table?.rows.filter(({ cells }) => cells[4] === grade).length
    expect(['国家级', '自治区级', '市级'].map(graded)).toEqual([10, 21, 4])
    expect(table?.rows[0]?.cells[1]).toBe('全国纤维标准化技术委员会天然彩色棉分技术委员会')
    expect(table?.rows.every(({ cells }) => cells.length === 5)).toBe(true)
  })

  test('annex 4 of the base plan has 34 projects of 3 786 980.2万元; it prints no total', () => {
    const [table] = tablesOf(section('basePlan', '附件(四)').content)
    expect(table?.header.cells).toEqual(['项目名称', '建设年限', '项目性质', '总投资（万元）'])
    expect(table?.rows).toHaveLength(34)
    const tenths = table?.rows.map(({ cells }) => Math.round(Number(cells[3]) * 10)) ?? []
    expect(tenths.reduce((sum, one) => sum + one, 0)).toBe(37_869_802)
    expect(linesOf(of('basePlan').content).join('')).not.toMatch(/合计|总计|共计/u)
  })
})

const bookmark = (line: number, name: string) => [line, 'bookmark', `[bookmark: ${name}]`] as const

const DIRT: Readonly<Record<MeasureName, readonly (readonly [number, string, string])[]>> = {
  regulation: [[11, 'comment', 'INFO END']],
  actionPlan: [bookmark(3, 'OLE_LINK1'), bookmark(21, '_Toc6909770')],
  basePlan: [[9, 'page-number', '1'], bookmark(175, '_Toc488827278')],
  incubators: [],
  draftingNote: [bookmark(8, '_GoBack')],
}

/** The file without its dirt, Markdown's marks and white space, told without the reader's help. */
function withoutDirt(name: MeasureName, source: string): string {
  const lines = source.split('\n').map((line, at) => {
    const dirt = DIRT[name].find(([number]) => number === at + 1)
    const bare = dirt ? line.replace(dirt[2], '') : line
    return name === 'regulation' ? bare.replace(/^(#+|-)\s|<!--\s*-->/u, '') : bare
  })
  return squeezed(lines.join(''))
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, '')
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1)
}
