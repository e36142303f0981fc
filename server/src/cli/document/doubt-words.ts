import type { Doubt } from '../../reader/index.ts'

const WORDS: Readonly<Record<Doubt['code'], string>> = {
  'no-title': '没有找到题目 · no title was found',
  'no-issuer': '没有写明发布机关 · no issuer is printed',
  'number-missing': '之前缺号 · a number before it is missing',
  'number-again': '编号重复 · the number stands twice',
  'number-style': '编号写法与前一项不同 · written unlike the number before',
  'numbered-by-the-program':
    '由文字处理程序自动编号，正文里没有号 · numbered by the program, not in the text',
  'row-length': '与表头列数不同 · not as many cells as the header',
  'merged-cells': '跨行的单元格 · a cell over several rows',
}

export function doubtLine({ code, place, about }: Doubt): string {
  return `:${place.line} ${about === '' ? '' : `${about} `}${WORDS[code]}`
}
