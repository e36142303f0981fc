import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articlesOf } from './articles-of.ts'
import { readBytes } from './read-bytes.ts'
import { numberOf } from './structure/numeral.ts'

// Own words, in the shape of a measure: official sentences are never copied into the repository.
const TEXT = `
某市某办法（试行）
第一章  总则
第1条   为了写一个例子，制定本办法。
第2条 所称例子，是指：
（一）短的；
第一条所称办法也包括它自己；
（二）长的。
第二章  附则
第十一条的说法只是一行正文。
第3条　自公布之日起施行。
附件1
第1条 附件里的条不算。
 `

const articlesIn = async (text: string) =>
  articlesOf(await readBytes({ file: 'a.txt', bytes: new TextEncoder().encode(text) }))

describe('the articles of a measure', () => {
  test('each has its own text; chapters, the title and annexes are left out', async () => {
    expect(await articlesIn(TEXT)).toEqual([
      { article: '第1条', text: '为了写一个例子，制定本办法。' },
      {
        article: '第2条',
        text: '所称例子，是指：\n（一）短的；\n第一条所称办法也包括它自己；\n（二）长的。',
      },
      { article: '第3条', text: '自公布之日起施行。' },
    ])
  })

  test('Chinese numerals count as digits do', async () => {
    const written = '一 十 十一 二十 二十三 一百 一百零二 一百一十 １２ 7'.split(' ')
    expect(written.map(numberOf)).toEqual([1, 10, 11, 20, 23, 100, 102, 110, 12, 7])
    const read = await articlesIn('第一条 甲\n第２条 乙')
    expect(read.map((one) => one.article)).toEqual(['第1条', '第2条'])
  })

  test('a text without articles gives none', async () => {
    expect(await articlesIn('关于开展申报工作的通知\n各有关单位：')).toEqual([])
  })

  test('any number of articles comes back in order and whole', async () => {
    const bodies = fc.array(fc.stringMatching(/^[甲乙丙丁，。]{1,20}$/u), {
      minLength: 1,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(bodies, async (texts) => {
        const written = texts.map((text, at) => `第${at + 1}条 ${text}`).join('\n')
        expect((await articlesIn(written)).map((one) => one.text)).toEqual(texts)
      }),
    )
  })
})
