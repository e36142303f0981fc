import { describe, expect, test } from 'vitest'
import { docxOf, paragraph, table } from '../../testing/docx.ts'
import { readBytes } from './read-bytes.ts'
import type { Reading } from './reading.ts'
import { linesOf, sectionsOf, tablesOf } from './text-of.ts'

// Own words, in the shape of a measure: official sentences are never copied into the repository.
const PLAIN = `某市灯塔管理办法（试行）
（征求意见稿）
第一章  总则
第一条　为了写一个例子，制定本办法。
第二条　灯塔应当具备以下条件：
（一）高度不少于12米；
（二）守塔人3人以上。
第一条所称灯塔不包括模型。
第二章　附则
第三条　本办法自2031年1月1日起施行。
附件1
灯塔名录
序号\t名称\t高度（米）
1\t东灯塔\t15
2\t西灯塔\t12.5
`

const encoded = (text: string) => new TextEncoder().encode(text)
const read = (file: string, content: string | Uint8Array): Promise<Reading> =>
  readBytes({ file, bytes: typeof content === 'string' ? encoded(content) : content })

const ADDRESSES = ['第一章', '第1条', '第2条', '第2条(一)', '第2条(二)', '第二章', '第3条', '附件1']

function expectLighthouses(reading: Reading): void {
  expect(reading.title).toBe('某市灯塔管理办法（试行）')
  expect(reading.draft).toBe('征求意见稿')
  expect(sectionsOf(reading.content).map(({ address }) => address)).toEqual(ADDRESSES)
  expect(sectionsOf(reading.content).at(-1)?.title).toBe('灯塔名录')
  expect(tablesOf(reading.content).map(({ header, rows }) => [header.cells, rows.length])).toEqual([
    [['序号', '名称', '高度（米）'], 2],
  ])
  expect(linesOf(reading.content)).toContain('第一条所称灯塔不包括模型。')
}

describe('one measure in every format', () => {
  test('as text', async () => {
    expectLighthouses(await read('a.txt', PLAIN))
  })

  test('as text of GB18030, with a byte order mark, of UTF-16, with CRLF', async () => {
    const gb = Uint8Array.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3])
    const reading = await read('gb.txt', gb)
    expect(reading.encoding).toBe('gb18030')
    expect(linesOf(reading.content)).toEqual(['第一条', '甲。'])
    expectLighthouses(await read('bom.txt', `\uFEFF${PLAIN}`))
    expectLighthouses(await read('crlf.txt', PLAIN.replaceAll('\n', '\r\n')))
    const wide = Buffer.from(`\uFEFF${PLAIN}`, 'utf16le')
    expectLighthouses(await read('utf16.txt', wide))
    expectLighthouses(await read('utf16be.txt', Buffer.from(wide).swap16()))
  })

  test('as Markdown', async () => {
    const markdown = `# 某市灯塔管理办法（试行）

（征求意见稿）

## 第一章  总则

**第一条**　为了写一个例子，制定本办法。

**第二条**　灯塔应当具备以下条件：

- （一）高度不少于12米；
- （二）守塔人3人以上。

第一条所称灯塔不包括模型。

## 第二章　附则

**第三条**　本办法自2031年1月1日起施行。

附件1

灯塔名录

| 序号 | 名称 | 高度（米） |
| --- | --- | --- |
| 1 | 东灯塔 | 15 |
| 2 | 西灯塔 | 12.5 |
`
    expectLighthouses(await read('a.md', markdown))
  })

  test('as HTML, whose scripts and comments are listed as taken out', async () => {
    const paragraphs = (lines: string) =>
      lines.split('\n').map((line) => `<p style="color:red">${line}</p>`)
    const html = `<!doctype html><html><head><title>网站 - 灯塔</title><script>alert('第九条')</script></head>
<body onload="x()"><h1>某市灯塔管理办法（试行）</h1>${paragraphs(PLAIN.split('\n').slice(1, 12).join('\n')).join('\n')}
<!-- 第八条 -->
<table><thead><tr><th>序号</th><th>名称</th><th>高度（米）</th></tr></thead>
<tr><td>1<td><b>东</b>灯塔<td>15</tr><tr><td>2</td><td>西灯塔</td><td>12.5</td></tr></table></body></html>`
    const reading = await read('a.html', html)
    expectLighthouses(reading)
    expect(reading.removed.map(({ why, text }) => [why, text])).toEqual([
      ['metadata', '网站 - 灯塔'],
      ['script', "alert('第九条')"],
      ['comment', '第八条'],
    ])
  })

  test('as docx, whose places are paragraphs', async () => {
    const lines = PLAIN.split('\n')
      .slice(0, 12)
      .map((line) => paragraph(line))
    const bookmarked = `<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>`
    const rows = [
      ['序号', '名称', '高度（米）'],
      ['1', '东灯塔', '15'],
      ['2', '西灯塔', '12.5'],
    ]
    const reading = await read('a.docx', await docxOf(lines.join('') + bookmarked + table(rows)))
    expectLighthouses(reading)
    expect(sectionsOf(reading.content)[1]?.place).toEqual({ line: 4, page: null })
  })
})

test('what Word numbers by itself is doubtful: the number is not in the text', async () => {
  const numbered = (text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl>'
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>'
  const docx = await docxOf(numbered('甲。') + numbered('乙。'), {
    'word/numbering.xml': numbering,
    'word/_rels/document.xml.rels': relations,
  })
  const { content, doubts } = await read('a.docx', docx)
  expect(linesOf(content)).toEqual(['甲。', '乙。'])
  expect(doubts.map(({ code }) => code)).toContain('numbered-by-the-program')
})

test('Markdown keeps the numbers of its own lists', async () => {
  const { content } = await read('a.md', '1. 甲\n2. 乙\n   1. 丙\n')
  expect(sectionsOf(content).map(({ label }) => label)).toEqual(['1.', '2.', '1.'])
})

test('merged cells of HTML are told, spanned columns are empty cells', async () => {
  const html =
    '<table><tr><th colspan="2">甲</th></tr><tr><td rowspan="2">一</td><td>二</td></tr><tr><td>三</td></tr></table>'
  const { content, doubts } = await read('a.htm', html)
  expect(tablesOf(content)[0]?.header.cells).toEqual(['甲', ''])
  expect(doubts.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['merged-cells', 'row-length']),
  )
})

test('a page laid out as a table is read as paragraphs, the table inside it as a table', async () => {
  const html = `<table width="100%"><tr><td><p>第一条 甲。</p><p>第二条 乙。</p>
<table><tr><td>名称</td><td>数</td></tr><tr><td>东<br>塔</td><td>1</td></tr></table>
<p>第三条 丙。</p></td></tr></table>`
  const { content } = await read('a.html', html)
  expect(sectionsOf(content).map(({ address }) => address)).toEqual(['第1条', '第2条', '第3条'])
  expect(tablesOf(content)[0]?.rows.map(({ cells }) => cells)).toEqual([['东 塔', '1']])
  expect(linesOf(content).join('')).toBe('第一条甲。第二条乙。名称\t数东 塔\t1第三条丙。')
})

test('a title over two lines is one title', async () => {
  const { title } = await read('a.txt', '某市特别灯塔\n管理办法（试行）\n第一条 甲。\n')
  expect(title).toBe('某市特别灯塔管理办法（试行）')
})
