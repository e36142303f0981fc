import { useTranslation } from 'react-i18next'
import type { Stage } from '../../api/generated/types.gen.ts'
import './case.css'

/** Shapes of their own, so that no stage is taken for one of the five verdicts. */
const SHAPES: Record<Stage, readonly [sign: string, tone: string]> = {
  draft: ['▱', 'quiet'],
  filed: ['▷', 'open'],
  returned: ['◁', 'turn'],
  accepted: ['▷', 'open'],
  recommended: ['▷', 'open'],
  reviewed: ['▷', 'open'],
  deliberated: ['▷', 'open'],
  publicised: ['▤', 'open'],
  objected: ['△', 'turn'],
  proposed: ['▷', 'open'],
  decided: ['■', 'done'],
  certified: ['■', 'done'],
  refused: ['×', 'ended'],
  withdrawn: ['－', 'quiet'],
  revoked: ['×', 'ended'],
}

export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const [sign, tone] = SHAPES[stage]
  return (
    <span className={`stage stage-${tone}`}>
      <span aria-hidden="true">{sign}</span>
      {t(`stage.${stage}`)}
    </span>
  )
}
