import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewOfficesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { enterParty } from '../../../api/generated/sdk.gen.ts'
import type { PartyView } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import '../people/people.css'
import { EnterTable } from './enter-table.tsx'
import { OwnerLink } from './owner-link.tsx'

const KINDS = ['enterprise', 'institution', 'agency'] as const

/** How an organisation gets in: entered by an office, its owner by a link. */
export function EnterPage() {
  const { t, ready } = useTranslation('pool')
  if (!ready) return null
  return (
    <Page title={t('enter')} about={<p>{t('enter.about')}</p>}>
      <Block heading={t('enter.one')}>
        <EnterOne />
      </Block>
      <Block heading={t('table')}>
        <EnterTable />
      </Block>
    </Page>
  )
}

const NOTHING = { name: '', creditCode: '', district: '', kind: 'enterprise' }

function EnterOne() {
  const { t } = useTranslation('pool')
  const [given, setGiven] = useState(NOTHING)
  const districts = useDistricts()
  const district = given.district || (districts[0]?.[0] ?? '')
  const kind = KINDS.find((one) => one === given.kind) ?? 'enterprise'
  const entering = useMutation({
    mutationFn: () => enterParty({ body: { ...given, district, kind }, throwOnError: true }),
    onSuccess: () => setGiven({ ...NOTHING, district }),
  })
  const field = (name: keyof typeof NOTHING) => ({
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
  })
  return (
    <>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          entering.mutate()
        }}
      >
        <LabelledInput label={t('party.name')} {...field('name')} />
        <LabelledInput
          label={t('party.code')}
          hint={t('party.code.hint')}
          {...field('creditCode')}
        />
        <LabelledChoice
          label={t('party.district')}
          {...field('district')}
          value={district}
          options={districts}
        />
        <LabelledChoice
          label={t('party.kind')}
          {...field('kind')}
          options={KINDS.map((one) => [one, t(`kind.${one}`)] as const)}
        />
        <p>
          <Button type="submit" look="main" disabled={entering.isPending}>
            {t('enter')}
          </Button>
        </p>
        {entering.isError && <RefusalNote error={entering.error} />}
      </form>
      {entering.data && <Entered key={entering.data.data.id} party={entering.data.data} />}
    </>
  )
}

function Entered({ party }: { party: Pick<PartyView, 'id' | 'name'> }) {
  const { t } = useTranslation('pool')
  return (
    <>
      <p role="status">
        <b>{t('entered', { name: party.name })}</b>
      </p>
      <OwnerLink party={party.id} />
    </>
  )
}

/** The districts with an office in charge; a district's own officer has their own. */
function useDistricts(): readonly (readonly [string, string])[] {
  const say = useSay()
  const posts = usePerson()?.posts ?? []
  const { offices = [], areas = [] } = useQuery(viewOfficesOptions()).data ?? {}
  const own = posts.filter(({ level }) => level === 'district').map(({ office }) => office)
  const isCity = posts.some(({ level }) => level === 'city')
  return offices.flatMap(({ id, level, district, closedOn, name }) => {
    if (level !== 'district' || district === null || closedOn !== null) return []
    if (!isCity && !own.includes(id)) return []
    const area = areas.find(({ code }) => code === district)
    return [[district, area ? say(area.name) : say(name)] as const]
  })
}
