import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMandatesOptions,
  listMandatesQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { endMandate } from '../../../api/generated/sdk.gen.ts'
import type { Mandate } from '../../../api/generated/types.gen.ts'
import { useProgram } from '../../../api/measure.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Fold } from './fold.tsx'
import { MandateForm } from './mandate-form.tsx'

/** The written delegations; the security administrator enters and ends them. */
export function Mandates() {
  const { t } = useTranslation('people')
  const query = useQuery(listMandatesOptions())
  const grants = usePerson()?.rights.includes('post.grant') ?? false
  return (
    <Block heading={t('away.mandates')}>
      <Await query={query}>
        {(mandates) =>
          mandates.length === 0 ? (
            <Empty says={t('away.mandates.none')} />
          ) : (
            <ul className="lines">
              {mandates.map((one) => (
                <OneMandate key={one.id} mandate={one} grants={grants} />
              ))}
            </ul>
          )
        }
      </Await>
      {grants && <MandateForm />}
    </Block>
  )
}

function OneMandate({ mandate, grants }: { mandate: Mandate; grants: boolean }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const today = useToday()
  const { pack, number, delegation, fromName, toName, from, until, endedOn, cite } = mandate
  const named = useProgram(pack)?.delegations.find((one) => one.name === delegation)
  const isOpen = endedOn === null && until >= today
  return (
    <li>
      <span>
        <b>{number}</b> {t('away.mandate', { from: say(fromName), to: say(toName) })}{' '}
        <span className="small quiet">
          {named ? say(named.title) : delegation} {cite}
        </span>
      </span>
      <span className="small quiet num">
        {t('people.days', { from, until })}
        {endedOn && ` · ${t('away.ended', { day: endedOn })}`}
      </span>
      {grants && isOpen && <EndMandate id={mandate.id} />}
    </li>
  )
}

function EndMandate({ id }: { id: string }) {
  const { t } = useTranslation('people')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const ending = useMutation({
    mutationFn: () => endMandate({ path: { id }, body: { reason }, throwOnError: true }),
    onSuccess: ({ data }) => queries.setQueryData(listMandatesQueryKey(), data),
  })
  return (
    <Fold says={t('away.mandate.end')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          ending.mutate()
        }}
      >
        <LabelledInput label={t('away.reason')} value={reason} onChange={setReason} />
        <p>
          <Button type="submit" disabled={ending.isPending}>
            {t('away.mandate.end')}
          </Button>
        </p>
        {ending.isError && <RefusalNote error={ending.error} />}
      </form>
    </Fold>
  )
}
