import type { Question, QuestionKind } from './question.ts'

/** Words that make a person ask; what is printed around them is cut short of a sentence. */
const PATTERNS: readonly (readonly [QuestionKind, RegExp])[] = [
  ['conditions', /(?:应当|应|须|需)?(?:同时)?(?:具备|符合|满足)(?:以下|下列)(?:基本)?条件/gu],
  [
    'judged',
    /(?:较为|比较|较)?(?:健全|完善|丰富|紧密|明确|合理|良好|成熟|显著|突出|完备|规范|较强|较高|较好|一定)|(?:具有|具备|能够)(?=[^，。；]{0,20}(?:能力|提供|促进|汇聚))/gu,
  ],
  ['vague', /若干|多家|数家|多名|一批|多项|必要的|适当|有关规定|相关规定/gu],
  [
    'delegation',
    /(?:委托|授权)(?:第三方机构|[^，。；、委托]{2,16}?(?:局|部门|中心|联合会|协会|委员会|机构|单位|公司))/gu,
  ],
  [
    'sanction',
    /取消[^，。；]{0,6}资格|[0-9一二两三四五]+年内不得[^，。；]{0,6}|不得再次[^，。；]{0,4}|追回[^，。；]{0,8}|责令[^，。；]{0,6}|罚款|通报批评|撤销[^，。；]{0,6}|视[同为][^，。；]{0,8}|予以清退|不予[^，。；]{2,6}/gu,
  ],
  [
    'validity',
    /自[^，。；]{2,14}起(?:施行|实施|执行|生效)|有效期(?!内)[^，。；]{0,8}|同时废止|由[^，。；]{2,20}负责解释/gu,
  ],
  [
    'office',
    /(?:自治区|自治州|所在区（县）|各区（县）|区（县）|市|县|州|省)(?:(?![的级])[\u4e00-\u9fff]){0,12}?(?:局|主管部门|管理部门|中心|联合会|协会|委员会|管委会|人民政府)|管委会|第三方机构|专家(?!服务团)/gu,
  ],
]

/** The acts of a procedure with the glossary's names, as documents print them. */
const STEPS: readonly (readonly [string, RegExp])[] = [
  ['call', /发布[^，。；]{0,6}通知|发布[^，。；]{0,6}公告/gu],
  ['application', /提出申请|提交申请|组织申报|提交申报|网上申报/gu],
  ['acceptance', /受理/gu],
  ['correction', /补正|补齐/gu],
  ['preliminary review', /初审|合规审查|形式审查/gu],
  ['recommendation', /推荐意见|组织推荐|推荐(?!意见)/gu],
  ['expert review', /评审/gu],
  ['verification on site', /实地核查|现场核查|现场考察/gu],
  ['deliberation', /审议/gu],
  ['public notice', /公示/gu],
  ['objection', /异议/gu],
  ['decision', /予以认定|作出决定|确认为|审批|批准/gu],
  ['certificate', /颁发证书|发放证书|授牌|颁发牌匾/gu],
  ['change report', /变更报告|书面报备|备案/gu],
  ['appraisal', /绩效评价|年度考核/gu],
  ['revocation', /取消其?认定/gu],
]

type Standing = Question & { readonly at: number }

/** What else than numbers a text asks a person about; steps in the order they are printed. */
export function wordsIn(text: string): Question[] {
  const words = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([printed]): Question => ({ kind, printed })),
  )
  const steps = STEPS.flatMap(([step, pattern]) =>
    [...text.matchAll(pattern)].map(
      ({ 0: printed, index }): Standing => ({ kind: 'step', printed, step, at: index }),
    ),
  )
  const inOrder = steps.toSorted((a, b) => a.at - b.at).map(({ at: _, ...step }): Question => step)
  return [...words, ...inOrder]
}

const OTHER_TEXT = /《[^《》]{2,80}》(?:（[^（）]{2,10}〔\d{4}〕\d+号）)?/gu

/** Other texts that a text leans on, with their numbers. */
export function leansOn(text: string): Question[] {
  return [...text.matchAll(OTHER_TEXT)].map(([printed]) => ({ kind: 'leans-on', printed }))
}
