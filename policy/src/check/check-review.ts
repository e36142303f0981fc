import type { Act } from '../procedure/acts.ts'
import type { ServiceText } from '../syntax/pack-shapes.ts'
import type { Known } from './known.ts'

const WITH_EXPERTS: readonly Act[] = ['assign', 'conclude-review']

/** Only where experts judge can they be kept from knowing whose case it is. */
export function checkBlind(known: Known, service: ServiceText): void {
  for (const { review, experts = 0, at, cite, act } of service.route) {
    if (review === undefined || (act === 'conclude-review' && experts > 0)) continue
    known.complaints.add({
      at,
      cite,
      code: 'review.without-experts',
      zh: `${act} 没有专家评审，不能写 review: ${review}`,
      en: `no expert reviews in ${act}, so review: ${review} has no meaning there`,
      suggestion: {
        zh: '写在 conclude-review 上，并用 experts 说明至少几名专家',
        en: 'write it on conclude-review, with experts for how many judge at least',
      },
    })
  }
}

/** Experts are seen by the offices themselves: a delegate assigns them under a delegation, not by its own step. */
export function checkReview(known: Known, service: ServiceText): void {
  if (!service.route.some(({ experts = 0 }) => experts > 0)) return
  for (const step of service.route) {
    const level = known.source.pack?.offices[step.by]?.level
    if (level !== 'delegate' || !WITH_EXPERTS.includes(step.act)) continue
    known.complaints.add({
      at: step.at,
      cite: step.cite,
      level: 'warning',
      code: 'review.by-delegate',
      zh: `受托机构 ${step.by} 看不到专家库，办不了 ${step.act}`,
      en: `the delegate ${step.by} does not see the pool of experts and cannot ${step.act}`,
      suggestion: {
        zh: `由委托机关办理这一步，再在 delegations 里委托 ${step.act}`,
        en: `name the office that delegates, and delegate ${step.act} under delegations`,
      },
    })
  }
}
