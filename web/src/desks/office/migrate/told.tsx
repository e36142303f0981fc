import { useTranslation } from 'react-i18next'
import type { Migrated } from '../../../api/generated/types.gen.ts'
import { useSay } from '../../../words/say.ts'

type Props = { readonly result: Migrated; readonly says: 'done' | 'undo.done' }

/** For how many cases it was done, and why the others stay as they were. */
export function Told({ result, says }: Props) {
  const { t } = useTranslation('versions')
  const say = useSay()
  const stayed = result.lines.filter(({ stop }) => stop !== null)
  return (
    <div role="status" className="migrate-told">
      <p>{t(says, { count: result.lines.length - stayed.length })}</p>
      {stayed.length > 0 && <p>{t('done.stayed', { count: stayed.length })}</p>}
      <ul className="small">
        {stayed.map(({ caseId, party, stop }) => (
          <li key={caseId}>
            {party} · {stop && say(stop.says)}
          </li>
        ))}
      </ul>
    </div>
  )
}
