import { describe, expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'
import { linesOf, sectionsOf, tablesOf } from './text-of.ts'

const read = (text: string) => readBytes({ file: 'a.txt', bytes: new TextEncoder().encode(text) })

describe('what stands between the sentences', () => {
  test('page numbers go and tell the page; a bare number in a column stays', async () => {
    const { content, removed } = await read(
      '第一条 甲的第一句话。\n\n— 1 —\n\n第二条 数目如下。\n37\n45\n\n第 2 页 共 3 页\n第三条 丙。\n\n3\n',
    )
    expect(removed.map(({ why, text }) => [why, text])).toEqual([
      ['page-number', '— 1 —'],
      ['page-number', '第 2 页 共 3 页'],
      ['page-number', '3'],
    ])
    expect(linesOf(content)).toEqual(expect.arrayContaining(['数目如下。', '37', '45']))
    expect(sectionsOf(content).map(({ place }) => place.page)).toEqual([1, 2, 3])
  })

  test('form feeds part pages; the head that runs over the pages goes but for its first', async () => {
    const page = (text: string) => `某市公报 2031年\n${text}\n`
    const { content, removed } = await read(
      [page('第一条 甲。'), page('第二条 乙。'), page('第三条 丙。')].join('\f'),
    )
    expect(removed.map(({ why }) => why)).toEqual(['running-head', 'running-head'])
    expect(sectionsOf(content).map(({ address, place }) => [address, place.page])).toEqual([
      ['第1条', 1],
      ['第2条', 2],
      ['第3条', 3],
    ])
  })

  test('a text broken at one width is whole again, and its headings are left alone', async () => {
    const wrapped = `某市灯塔管理办法
第一章 总则
第一条 灯塔的管理应当遵循安全第一的原则
并且兼顾周围居民的生活以及海上船只的需要
任何单位不得以任何理由关闭正在使用的灯塔
第二条 守塔人应当每日记录灯塔的运行情况
并于每月末向主管部门报送书面的运行报告。
第二章 附则
第三条 本办法由主管部门负责解释并组织落
实，自公布之日起施行。
第四条 主管部门应当每年检查一次灯塔的运
行情况，并将检查结果向社会公布。`
    const { content } = await read(wrapped)
    expect(sectionsOf(content).map(({ address }) => address)).toEqual([
      '第一章',
      '第1条',
      '第2条',
      '第二章',
      '第3条',
      '第4条',
    ])
    expect(linesOf(content)).toContain('本办法由主管部门负责解释并组织落实，自公布之日起施行。')
  })

  test('a table over two pages is one: the repeated header and the page number go', async () => {
    const { content, removed } = await read(
      '附表\n\n\t序号\n\t名称\n\n\t1\n\t东\n\n2\n\n\t序号\n\t名称\n\n\t2\n\t西灯\n塔\n\n之后一句。\n'.replace(
        '附表',
        '一、灯塔\n附表',
      ),
    )
    expect(tablesOf(content)[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '东'],
      ['2', '西灯塔'],
    ])
    expect(removed.map(({ why }) => why)).toEqual(['page-number', 'repeated-header'])
    expect(linesOf(content).at(-1)).toBe('之后一句。')
  })

  test('columns made of spaces are a table; paragraphs begun with a tab are none', async () => {
    const spaced = await read('名称    年份    金额\n东塔    2031    12\n西塔    2032    15\n')
    expect(tablesOf(spaced.content)[0]?.rows).toHaveLength(2)
    const tabbed = await read('\t第一条 甲。\n\t第二条 乙。\n\n\t第三条 丙。\n')
    expect(sectionsOf(tabbed.content)).toHaveLength(3)
  })

  test('a missing and a repeated number are doubts, never silent', async () => {
    const { doubts } = await read('第1条 甲。\n第3条 乙。\n第3条 丙。\n一、子\n一、丑\n')
    expect(doubts.map(({ code, place }) => [code, place.line])).toEqual(
      expect.arrayContaining([
        ['number-missing', 2],
        ['number-again', 3],
        ['number-again', 5],
      ]),
    )
  })
})
