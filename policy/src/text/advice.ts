import type { Words } from '../program/words.ts'

/** What to do where the complaint itself has nothing nearer to say, by its code. */
const ADVICE: Readonly<Record<string, Words>> = {
  'cite.no-article': {
    zh: '在 gist.yaml 写上这一条，或改正出处',
    en: 'add the article to gist.yaml, or correct the citation',
  },
  'condition.after-the-end': {
    zh: '核对日期和有效期（validity）',
    en: 'check the day and the validity',
  },
  'condition.always': {
    zh: '核对门槛和比较方向；确无条件可写的就删去',
    en: 'check the threshold and the sign; drop it if there is nothing to ask',
  },
  'condition.never': { zh: '核对门槛和比较方向', en: 'check the threshold and the sign' },
  'example.boundary': {
    zh: '在这个数上、少一点、多一点各写一个样例',
    en: 'write an example on it, just below and just above',
  },
  'example.misfit': {
    zh: '按事实词汇中的类型和单位改正',
    en: 'correct it to the type and unit of the vocabulary',
  },
  'fact.nobody': {
    zh: '改由 applicant、register 或本办法的机构提供',
    en: 'let applicant, register or an office of this measure supply it',
  },
  'formula.wrong': {
    zh: '对照 docs/language.md 的公式一节',
    en: 'see the formulas in docs/language.md',
  },
  'interpretation.idle': {
    zh: '在 touches 写上所涉条件的名字',
    en: 'name what rests on it under touches',
  },
  'judged.by-nobody': { zh: '在某一步的 judges 中列出', en: 'list it under judges of a step' },
  'name.twice': { zh: '给其中一个另起名字', en: 'give one of them another name' },
  'name.unknown': { zh: '改正名字，或先声明它', en: 'correct the name, or declare it first' },
  'paper.not-asked': { zh: '在 papers 中列出这份材料', en: 'list the paper under papers' },
  'reward.fair-review': {
    zh: '写上 fair-review：由谁审查、到哪天',
    en: 'write fair-review: by whom and until when',
  },
  'service.contradiction': {
    zh: '核对条文：是否应为 any，或者门槛写反',
    en: 'check the article: should it be any, or is a threshold the wrong way round?',
  },
  'shape.missing': {
    zh: '补上这一项；形状见 policy/schema',
    en: 'add it; the shapes are in policy/schema',
  },
  'shape.unknown': {
    zh: '删去或改正这一项；形状见 policy/schema',
    en: 'drop or correct it; the shapes are in policy/schema',
  },
  'table.gap': { zh: '补上一行，或写 else', en: 'add a row, or write else' },
  'table.overlap': {
    zh: '改正区间两端的开闭，或写 hit: first',
    en: 'correct the ends of the band, or write hit: first',
  },
  'table.never': { zh: '删去这一行，或改正区间', en: 'drop the row, or correct its band' },
  'table.width': { zh: '每行的 when 与 of 一样多', en: 'give each row as many tests as of has' },
}

export function adviceFor(code: string): Words | null {
  return Object.hasOwn(ADVICE, code) ? (ADVICE[code] ?? null) : null
}
