import type { RefusalCatalogue } from '../kernel/index.ts'

export const refusals: RefusalCatalogue = {
  'simulation.ended': {
    what: { zh: '这次试算已经结束', en: 'This simulation has ended' },
    why: {
      zh: '试算十分钟不用即收起，只归开始的人使用',
      en: 'One unused for ten minutes is put away, and it is only for who began it',
    },
    next: { zh: '重新开始试算', en: 'Begin it again' },
  },
  'simulation.does-not-compile': {
    what: { zh: '草案还有错误，不能试算', en: 'The draft has errors and cannot be tried' },
    why: { zh: '{zh}', en: '{en}' },
    next: { zh: '在办法包编辑页改正后再试', en: 'Mend it in the pack editor first' },
  },
  'simulation.too-many': {
    what: { zh: '企业超过 {most} 户', en: 'There are more than {most} firms' },
    why: { zh: '网页试算的内存有限', en: 'The memory of a simulation on the page is limited' },
    next: {
      zh: '由管理员运行 banfa simulate',
      en: 'Have banfa simulate run instead',
    },
  },
}
