import type { Worked } from '../evaluate/outcome.ts'
import type { Program } from '../program/program.ts'
import type { Words } from '../program/words.ts'
import { citationInWords } from './citation-in-words.ts'
import { seenInWords } from './seen.ts'
import { supplierInWords } from './supplier.ts'

/** A value said in both languages: `研发得分 = 40（第2条(一)：[5%..6%)；研发占比5.2%）`. */
export function explainValue(program: Program, worked: Worked): Words {
  return { zh: inChinese(program, worked), en: inWords(program, worked) }
}

function inChinese(program: Program, { title, cite, gives, row, saw, missing }: Worked): string {
  if (gives === null) {
    const names = missing.map(
      (one) => `${one.title.zh}（${supplierInWords(program, one.from).zh}）`,
    )
    return `＝ ${title.zh}：待定（${cite}${names.length > 0 ? `；缺${names.join('、')}` : ''}）`
  }
  const from = saw.map((seen) => `${seen.title.zh}${seen.value}`)
  const because = [row ?? '', from.join('、')].filter((part) => part !== '').join('；')
  return `＝ ${title.zh}：${gives}（${cite}${because && `；${because}`}）`
}

function inWords(program: Program, { value, title, cite, gives, ...more }: Worked): string {
  const place = citationInWords(cite, 'en')
  if (gives === null) {
    const names = more.missing.map(
      (one) => `${one.title.en} (${supplierInWords(program, one.from).en})`,
    )
    return `= ${title.en}: not yet known (${place}${names.length > 0 ? `; missing ${names.join(', ')}` : ''})`
  }
  const from = more.saw.map((seen) => `${seen.title.en} ${seenInWords(program, seen, 'en')}`)
  const because = [more.row ?? '', from.join(', ')].filter((part) => part !== '').join('; ')
  const said = seenInWords(program, { fact: value, title, value: gives }, 'en')
  return `= ${title.en}: ${said} (${place}${because && `; ${because}`})`
}
