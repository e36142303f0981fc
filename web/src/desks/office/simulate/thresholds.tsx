import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulationView } from '../../../api/generated/types.gen.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'

type Threshold = SimulationView['thresholds'][number]
export type Moved = { condition: string; number: number }

type Props = { of: readonly Threshold[]; onMove: (moved: Moved[]) => void }

const WAIT_MS = 150

/** What if: numbers of the draft on sliders; letting one rest counts the firms again. */
export function Thresholds({ of, onMove }: Props) {
  const { t } = useTranslation('office')
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({})
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const put = (next: Readonly<Record<string, number>>) => {
    setMoved(next)
    window.clearTimeout(timer.current)
    const asked = Object.entries(next).map(([condition, number]) => ({ condition, number }))
    timer.current = window.setTimeout(() => onMove(asked), WAIT_MS)
  }
  if (of.length === 0) return null
  return (
    <details className="act-fold" open>
      <summary>{t('simulate.what-if')}</summary>
      <div className="thresholds">
        {of.map((one) => (
          <Slider
            key={one.condition}
            of={one}
            value={moved[one.condition] ?? one.number}
            onChange={(number) => put({ ...moved, [one.condition]: number })}
          />
        ))}
      </div>
      {Object.keys(moved).length > 0 && (
        <p className="acts-row">
          <Button onClick={() => put({})}>{t('simulate.back')}</Button>
        </p>
      )}
    </details>
  )
}

type SliderProps = { of: Threshold; value: number; onChange: (number: number) => void }

function Slider({ of, value, onChange }: SliderProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  const step = stepOf(of.number)
  const most = Math.max(of.number * 2, step * 10)
  return (
    <label className="threshold">
      <span>
        <ArticleMark cite={of.cite} /> {say(of.fact)}
      </span>
      <input
        type="range"
        min={0}
        max={most}
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="num">
        {of.is} {value}
        {of.unit}
        {value !== of.number && (
          <span className="small quiet"> {t('simulate.was', { number: of.number })}</span>
        )}
      </span>
    </label>
  )
}

/** A hundredth of the number, as a round one. */
const stepOf = (number: number): number =>
  number <= 100 && Number.isInteger(number) ? 1 : 10 ** Math.floor(Math.log10(number / 20))
