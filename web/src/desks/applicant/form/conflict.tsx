import type { Fact, Program, Records } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { type Given, isList, isNotApplying } from '../../../parts/form/answer.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { type Draft, differences } from './draft.ts'

type Props = {
  readonly draft: Draft
  readonly theirs: Draft
  readonly program: Program
  readonly onSettle: (keep: 'mine' | 'theirs', theirs: Draft) => void
}

/** Two pages saved the same draft: what differs, and which to keep. Nothing typed is lost meanwhile. */
export function Conflict({ draft, theirs, program, onSettle }: Props) {
  const { t } = useTranslation('applicant')
  const rows = differences(draft, theirs)
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{t('form.conflict')}</b>
      </p>
      <p>{t('form.conflict.about')}</p>
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('form.conflict.item')}</th>
              <th scope="col">{t('form.conflict.here')}</th>
              <th scope="col">{t('form.conflict.there')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, here, there }) => (
              <Row
                key={name}
                asked={program.facts[name] ?? program.records[name]}
                here={here}
                there={there}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className="acts-row">
        <Button look="main" onClick={() => onSettle('mine', theirs)}>
          {t('form.conflict.mine')}
        </Button>
        <Button onClick={() => onSettle('theirs', theirs)}>{t('form.conflict.theirs')}</Button>
      </p>
    </div>
  )
}

function Row({ asked, here, there }: { asked: Asked | undefined; here: Given; there: Given }) {
  const say = useSay()
  const printed = usePrinted(asked)
  return (
    <tr>
      <td>{say(asked?.title)}</td>
      <td>{printed(here)}</td>
      <td>{printed(there)}</td>
    </tr>
  )
}

type Asked = Fact | Records

function usePrinted(asked: Asked | undefined): (given: Given) => string {
  const { t } = useTranslation()
  const say = useSay()
  return (given) => {
    if (isList(given)) return t('records.count', { count: given.length })
    if (isNotApplying(given)) return t('input.not-applying')
    if (typeof given === 'boolean') return t(given ? 'input.yes' : 'input.no')
    return given === null ? t('figure.none') : plain(given, asked, say)
  }
}

function plain(given: Given, asked: Asked | undefined, say: ReturnType<typeof useSay>): string {
  if (!asked || 'fields' in asked) return String(given)
  const option = asked.options.find(({ value }) => value === given)
  return option ? say(option.title) : [String(given), asked.unit].filter(Boolean).join(' ')
}
