import type { Admission } from '@banfa/policy/rank'
import type { Ranking } from '@banfa/policy/run'
import type { Words } from '../../kernel/index.ts'
import type { Line } from './frozen.ts'

/** Why a case is inside or not, in the words of the list. */
export function reasonFor(ranking: Ranking, line: Line, admission: Admission): Words {
  const name = 'quota' in admission ? admission.quota : undefined
  const quota = ranking.quotas?.of.find((one) => one.quota === name)?.title
  const full = quota ?? { zh: '名额', en: 'the quota' }
  switch (admission.is) {
    case 'in':
      return { zh: '名额之内', en: 'Within every quota' }
    case 'tied':
      return {
        zh: `得分相同，超出“${full.zh}”，待会议确定`,
        en: `Equal points, more than ${full.en} holds: the meeting chooses`,
      }
    case 'open':
      return admission.because === 'tie'
        ? { zh: '待前面得分相同的确定后再定', en: 'Waits for the tie above' }
        : {
            zh: `缺少计算“${full.zh}”所需的事实`,
            en: `What ${full.en} is counted by is not known`,
          }
    case 'out':
      return reasonOut(line, admission.because, full)
  }
}

type Why = Extract<Admission, { is: 'out' }>['because']

function reasonOut({ place }: Line, why: Why, full: Words): Words {
  switch (why) {
    case 'grade':
      return place === null
        ? { zh: '没有得分，不排名', en: 'Without a score, not ranked' }
        : { zh: '没有达到入围的等次', en: 'Below the grade that is asked for' }
    case 'quota':
      return { zh: `“${full.zh}”已满`, en: `${full.en}: no place left` }
    case 'tie':
      return {
        zh: `得分相同，超出“${full.zh}”，按办法都不入围`,
        en: `Equal points, more than ${full.en} holds: none comes in`,
      }
    case 'meeting':
      return { zh: '得分相同，经会议确定不入围', en: 'Equal points; the meeting chose others' }
  }
}
