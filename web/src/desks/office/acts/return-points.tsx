import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'

/** One thing to correct; `about` is a fact or a paper, empty for the whole. */
export type Point = { readonly key: string; readonly about: string; readonly says: string }

type Props = {
  readonly view: CaseView
  readonly points: readonly Point[]
  readonly onChange: (points: readonly Point[]) => void
}

/** What a machine cannot see, point by point, each under the item it is about. */
export function ReturnPoints({ view, points, onChange }: Props) {
  const { t } = useTranslation('office')
  const change = (key: string, part: Partial<Point>) =>
    onChange(points.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () => onChange([...points, { key: crypto.randomUUID(), about: '', says: '' }])
  return (
    <fieldset className="points">
      <legend>{t('return.points')}</legend>
      {points.map((point) => (
        <div key={point.key} className="point">
          <About
            view={view}
            about={point.about}
            onChange={(about) => change(point.key, { about })}
          />
          <input
            className="field"
            required
            minLength={4}
            maxLength={2000}
            aria-label={t('return.point.says')}
            placeholder={t('return.point.says')}
            value={point.says}
            onChange={(event) => change(point.key, { says: event.target.value })}
          />
          <Button onClick={() => onChange(points.filter((one) => one.key !== point.key))}>
            {t('return.point.remove')}
          </Button>
        </div>
      ))}
      <Button onClick={add}>{t('return.point.add')}</Button>
    </fieldset>
  )
}

type AboutProps = { view: CaseView; about: string; onChange: (about: string) => void }

function About({ view, about, onChange }: AboutProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <select
      className="field"
      aria-label={t('return.point.about')}
      value={about}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('return.point.whole')}</option>
      {view.papers.map(({ paper, title }) => (
        <option key={paper} value={paper}>
          {say(title)}
        </option>
      ))}
      {view.facts.map(({ name, title }) => (
        <option key={name} value={name}>
          {say(title)}
        </option>
      ))}
    </select>
  )
}
