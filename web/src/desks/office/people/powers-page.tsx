import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  whoHandlesOptions,
  whoHandlesQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { endPower } from '../../../api/generated/sdk.gen.ts'
import type { Matter } from '../../../api/generated/types.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Fold } from './fold.tsx'
import { PowerForm } from './power-form.tsx'
import './people.css'

const ALL = { query: { text: '' } }

/** The register of powers and duties 权责清单, as it holds today: entered and ended here. */
export function PowersPage() {
  const { t } = useTranslation('people')
  const query = useQuery(whoHandlesOptions(ALL))
  const queries = useQueryClient()
  const onChange = (matters: Matter[]) => queries.setQueryData(whoHandlesQueryKey(ALL), matters)
  return (
    <Page title={t('powers.title')} about={<p>{t('powers.about')}</p>}>
      <Block>
        <Await query={query} lines={8}>
          {(matters) => <Entries matters={matters} onChange={onChange} />}
        </Await>
        <Fold says={t('powers.enter')}>
          <PowerForm onChange={onChange} />
        </Fold>
      </Block>
    </Page>
  )
}

type Props = { readonly onChange: (matters: Matter[]) => void }

function Entries({ matters, onChange }: Props & { matters: readonly Matter[] }) {
  const { t } = useTranslation('people')
  const entries = matters.filter(({ from }) => from === 'register')
  if (entries.length === 0) return <Empty says={t('powers.none')} />
  return (
    <ul className="act-folds">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} onChange={onChange} />
      ))}
    </ul>
  )
}

function Entry({ entry, onChange }: Props & { entry: Matter }) {
  const { t } = useTranslation('people')
  const say = useSay()
  return (
    <li>
      <details>
        <summary>
          <span>
            <b>{say(entry.matter)}</b>{' '}
            <span className="small quiet">{t(`power.${entry.kind}` as 'power.licence')}</span>
          </span>
          <span className="small quiet">
            {entry.offices.map(({ name }) => say(name)).join(' ')}
          </span>
        </summary>
        <div className="act-form">
          <p>
            {entry.law} {entry.cite}
          </p>
          {entry.share && (
            <p>
              {t('who.share')} {say(entry.share)}
            </p>
          )}
          <Ending id={entry.id} onChange={onChange} />
        </div>
      </details>
    </li>
  )
}

function Ending({ id, onChange }: Props & { id: string }) {
  const { t } = useTranslation('people')
  const [reason, setReason] = useState('')
  const ending = useMutation({
    mutationFn: () => endPower({ path: { id }, body: { reason }, throwOnError: true }),
    onSuccess: ({ data }) => onChange(data),
  })
  return (
    <form
      className="form-stack managing"
      onSubmit={(event) => {
        event.preventDefault()
        ending.mutate()
      }}
    >
      <LabelledInput label={t('people.reason')} value={reason} onChange={setReason} />
      <p>
        <Button type="submit" disabled={ending.isPending}>
          {t('powers.end')}
        </Button>
      </p>
      {ending.isError && <RefusalNote error={ending.error} />}
    </form>
  )
}
