import type { Payable, Review } from '../evaluate/outcome.ts'
import type { Program } from '../program/program.ts'
import type { Words } from '../program/words.ts'
import { inEnglish } from '../values/print.ts'
import { citationInWords } from './citation-in-words.ts'

/** What is payable and who bears it; or what is paid in its place, or may be; or that it is held. */
export function explainPayable(program: Program, pays: Payable): Words {
  const { cite, payable, givesWay, review } = pays
  const place = { zh: cite, en: citationInWords(cite, 'en') }
  if (givesWay) return givingWay(program, givesWay, place)
  if (payable === null)
    return {
      zh: `￥ 应付：待定（${place.zh}）`,
      en: `¥ Payable: not yet known (${place.en})`,
    }
  const { zh, en } = sharesOf(program, pays)
  const sum = { zh: `${payable}元`, en: inEnglish(`${payable}元`) }
  const head = review?.held
    ? { zh: `应付${sum.zh}，暂缓支付`, en: `Payable ${sum.en}, held` }
    : { zh: `应付：${sum.zh}`, en: `Payable: ${sum.en}` }
  return {
    zh: `￥ ${head.zh}（${place.zh}${zh && `；${zh}`}）`,
    en: `¥ ${head.en} (${place.en}${en && `; ${en}`})`,
  }
}

function sharesOf(program: Program, { split }: Payable): Words {
  const shares = split.map(({ by, yuan }) => ({ office: program.offices[by]?.title, yuan }))
  return {
    zh: shares.map(({ office, yuan }) => `${office?.zh}${yuan}元`).join('、'),
    en: shares.map(({ office, yuan }) => `${office?.en} ${inEnglish(`${yuan}元`)}`).join(', '),
  }
}

function givingWay(
  program: Program,
  { to, surely, byItself }: NonNullable<Payable['givesWay']>,
  cite: Words,
): Words {
  const titles = to.map((name) => program.services[name]?.title ?? { zh: name, en: name })
  const zh = titles.map((title) => `“${title.zh}”`).join('、')
  const en = titles.map((title) => title.en).join(', ')
  const own = {
    zh: byItself === null ? '待定' : `${byItself}元`,
    en: byItself === null ? 'not yet known' : inEnglish(`${byItself}元`),
  }
  return surely
    ? {
        zh: `￥ 应付：0元（${cite.zh}；从高不重复，付${zh}；单独计为${own.zh}）`,
        en: `¥ Payable: 0 yuan (${cite.en}; only the higher is paid: ${en}; by itself ${own.en})`,
      }
    : {
        zh: `￥ 应付：待定（${cite.zh}；从高不重复，可能改付${zh}；单独计为${own.zh}）`,
        en: `¥ Payable: not yet known (${cite.en}; only the higher is paid, perhaps ${en}; by itself ${own.en})`,
      }
}

/** The fair-competition review a reward rests on, and its end (公平竞争审查条例 12、13). */
export function explainReview({ by, on, until, held }: Review): Words {
  const day = { zh: on ? `${on}审查，` : '', en: on ? `on ${on}, ` : '' }
  const end = until
    ? { zh: `支付至${until}`, en: `to be paid until ${until}` }
    : { zh: '没有记载截止日期', en: 'no end recorded' }
  const sign = held ? '⏸' : '◦'
  const now = held
    ? { zh: '；已过截止日期，重新审查前不予支付', en: '; past its end, held until reviewed anew' }
    : { zh: '', en: '' }
  return {
    zh: `${sign} 公平竞争审查：${by.zh}，${day.zh}${end.zh}${now.zh}`,
    en: `${sign} Fair-competition review: ${by.en}, ${day.en}${end.en}${now.en}`,
  }
}
