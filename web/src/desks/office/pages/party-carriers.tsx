import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCarriersOptions,
  listCarriersQueryKey,
  viewPartyQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { endTenancy, enterCarrier, enterTenancy } from '../../../api/generated/sdk.gen.ts'
import type { PartyDetail } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Empty } from '../../../parts/await.tsx'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { OwnerLink } from '../enter/owner-link.tsx'
import { Fold } from '../people/fold.tsx'
import '../people/people.css'

const KINDS = ['incubator', 'makerspace', 'accelerator', 'science-park', 'base'] as const

/** The owner's link, the carriers a party runs, and those it sits in. */
export function PartyCarriers({ detail }: { detail: PartyDetail }) {
  const { t, ready } = useTranslation('pool')
  const rights = usePerson()?.rights ?? []
  const enters = rights.includes('carrier.enter')
  const { party, carriers, tenancies } = detail
  if (!ready) return null
  return (
    <>
      {rights.includes('party.enter') && party.kind !== 'foreign' && (
        <Block heading={t('owner.heading')}>
          <Fold says={t('owner')}>
            <OwnerLink party={party.id} />
          </Fold>
        </Block>
      )}
      <Block heading={t('carriers')}>
        {carriers.length === 0 && <Empty says={t('carriers.none')} />}
        <ul className="lines">
          {carriers.map(({ id, name, place }) => (
            <li key={id}>
              <span>{name}</span> <span className="small quiet num">{place}</span>
            </li>
          ))}
        </ul>
        {enters && <EnterCarrier party={party.id} place={party.district ?? ''} />}
      </Block>
      <Block heading={t('tenancies')}>
        {tenancies.length === 0 && <Empty says={t('tenancies.none')} />}
        <ul className="lines">
          {tenancies.map(({ carrier, name, on }) => (
            <li key={carrier}>
              <span>{name}</span> <span className="small quiet num">{on}</span>
              {enters && <Leaving party={party.id} carrier={carrier} />}
            </li>
          ))}
        </ul>
        {enters && <EnterTenancy party={party.id} />}
      </Block>
    </>
  )
}

/** The party as it then stands takes the place of the one shown. */
function usePartyAct(id: string, act: () => Promise<{ data: PartyDetail }>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: ({ data }) => {
      queries.setQueryData(viewPartyQueryKey({ path: { id } }), data)
      void queries.invalidateQueries({ queryKey: listCarriersQueryKey() })
    },
  })
}

function EnterCarrier({ party, place }: { party: string; place: string }) {
  const { t } = useTranslation('pool')
  const [given, setGiven] = useState({ name: '', kind: 'incubator', place })
  const kind = KINDS.find((one) => one === given.kind) ?? 'incubator'
  const entering = usePartyAct(party, () =>
    enterCarrier({ path: { id: party }, body: { ...given, kind }, throwOnError: true }),
  )
  return (
    <Fold says={t('carrier.enter')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          entering.mutate()
        }}
      >
        <LabelledInput
          label={t('carrier.name')}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
        />
        <LabelledChoice
          label={t('carrier.kind')}
          value={kind}
          onChange={(now) => setGiven({ ...given, kind: now })}
          options={KINDS.map((one) => [one, t(`carrier.${one}`)] as const)}
        />
        <LabelledInput
          label={t('carrier.place')}
          value={given.place}
          onChange={(now) => setGiven({ ...given, place: now })}
        />
        <p>
          <Button type="submit" disabled={entering.isPending}>
            {t('carrier.enter')}
          </Button>
        </p>
        {entering.isError && <RefusalNote error={entering.error} />}
      </form>
    </Fold>
  )
}

function EnterTenancy({ party }: { party: string }) {
  const { t } = useTranslation('pool')
  const known = useQuery(listCarriersOptions()).data ?? []
  const [carrier, setCarrier] = useState('')
  const entering = usePartyAct(party, () =>
    enterTenancy({ path: { id: party }, body: { carrier }, throwOnError: true }),
  )
  if (known.length === 0) return null
  return (
    <Fold says={t('tenancy.enter')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          entering.mutate()
        }}
      >
        <LabelledChoice
          label={t('carrier')}
          value={carrier}
          onChange={setCarrier}
          options={[['', '—'], ...known.map(({ id, name }) => [id, name] as const)]}
        />
        <p>
          <Button type="submit" disabled={carrier === '' || entering.isPending}>
            {t('tenancy.enter')}
          </Button>
        </p>
        {entering.isError && <RefusalNote error={entering.error} />}
      </form>
    </Fold>
  )
}

function Leaving({ party, carrier }: { party: string; carrier: string }) {
  const { t } = useTranslation('pool')
  const [reason, setReason] = useState('')
  const leaving = usePartyAct(party, () =>
    endTenancy({ path: { id: party, carrier }, body: { reason }, throwOnError: true }),
  )
  return (
    <Fold says={t('tenancy.end')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          leaving.mutate()
        }}
      >
        <LabelledInput label={t('reason')} value={reason} onChange={setReason} />
        <p>
          <Button type="submit" disabled={leaving.isPending}>
            {t('tenancy.end')}
          </Button>
        </p>
        {leaving.isError && <RefusalNote error={leaving.error} />}
      </form>
    </Fold>
  )
}
