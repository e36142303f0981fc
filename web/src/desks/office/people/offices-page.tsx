import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  viewOfficesOptions,
  viewOfficesQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { addOffice } from '../../../api/generated/sdk.gen.ts'
import type { OfficeTree } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { AreaForm } from './area-form.tsx'
import { Fold } from './fold.tsx'
import { OfficeChange } from './office-change.tsx'
import './people.css'

const LEVELS = ['city', 'district', 'delegate', 'experts'] as const
type Office = OfficeTree['offices'][number]

/** The tree of offices, each with its area; areas and what lies in what. */
export function OfficesPage() {
  const { t } = useTranslation('people')
  const query = useQuery(viewOfficesOptions())
  const queries = useQueryClient()
  const onChange = (tree: OfficeTree) => queries.setQueryData(viewOfficesQueryKey(), tree)
  return (
    <Page title={t('offices.title')} about={<p>{t('offices.about')}</p>}>
      <Await query={query} lines={12}>
        {(tree) => (
          <>
            <Block heading={t('offices.tree')}>
              <Branch tree={tree} parent={null} onChange={onChange} />
              <Fold says={t('offices.add')}>
                <OfficeForm tree={tree} onChange={onChange} />
              </Fold>
            </Block>
            <Areas tree={tree} onChange={onChange} />
          </>
        )}
      </Await>
    </Page>
  )
}

/** The offices under one; each unfolds to be changed. */
function Branch({ tree, parent, onChange }: TreeProps & { parent: string | null }) {
  const children = tree.offices.filter((one) => one.parent === parent)
  if (children.length === 0) return null
  return (
    <ul className={parent === null ? 'act-folds office-tree' : 'office-tree office-under'}>
      {children.map((office) => (
        <li key={office.id}>
          <details>
            <summary>
              <OfficeName office={office} tree={tree} />
            </summary>
            <div className="act-form">
              <OfficeChange key={office.name.zh} office={office} tree={tree} onChange={onChange} />
            </div>
          </details>
          <Branch tree={tree} parent={office.id} onChange={onChange} />
        </li>
      ))}
    </ul>
  )
}

function OfficeName({ office, tree }: { office: Office; tree: OfficeTree }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const { name, key, level, district, closedOn } = office
  const area = say(tree.areas.find(({ code }) => code === district)?.name) || district
  return (
    <>
      <span>
        <b>{say(name)}</b> <span className="small quiet mono">{key}</span>
      </span>
      <span className="small quiet">
        {closedOn ? t('people.closed', { day: closedOn }) : (area ?? t(`level.${level}`))}
      </span>
    </>
  )
}

function Areas({ tree, onChange }: TreeProps) {
  const { areas } = tree
  const { t } = useTranslation('people')
  const say = useSay()
  const nameOf = (code: string) => say(areas.find((one) => one.code === code)?.name)
  return (
    <Block heading={t('offices.areas')}>
      <ul className="lines">
        {areas.map((area) => (
          <li key={area.code}>
            <span>
              {say(area.name)} <span className="small quiet mono">{area.code}</span>
            </span>
            <span className="small quiet">
              {t(`kind.${area.kind}`)}
              {area.districts.length > 0 &&
                ` · ${t('offices.in')} ${area.districts.map(nameOf).join('、')}`}
            </span>
          </li>
        ))}
      </ul>
      <Fold says={t('offices.area.add')}>
        <AreaForm tree={tree} onChange={onChange} />
      </Fold>
    </Block>
  )
}

export type TreeProps = {
  readonly tree: OfficeTree
  readonly onChange: (tree: OfficeTree) => void
}

const EMPTY = { key: '', level: 'city', district: '', zh: '', en: '', parent: '' }

function OfficeForm({ tree, onChange }: TreeProps) {
  const { t } = useTranslation('people')
  const say = useSay()
  const [given, setGiven] = useState(EMPTY)
  const adding = useMutation({
    mutationFn: () => addOffice({ body: officeOf(given), throwOnError: true }),
    onSuccess: ({ data }) => {
      setGiven(EMPTY)
      onChange(data)
    },
  })
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
  })
  const none = ['', t('offices.none')] as const
  return (
    <form
      className="form-pairs"
      onSubmit={(event) => {
        event.preventDefault()
        adding.mutate()
      }}
    >
      <LabelledInput label={t('offices.name')} {...field('zh')} />
      <LabelledInput label={t('offices.name.en')} {...field('en')} />
      <LabelledInput label={t('offices.key')} {...field('key')} />
      <LabelledChoice
        label={t('offices.level')}
        {...field('level')}
        options={LEVELS.map((level) => [level, t(`level.${level}`)] as const)}
      />
      <LabelledChoice
        label={t('offices.area')}
        {...field('district')}
        options={[none, ...tree.areas.map(({ code, name }) => [code, say(name)] as const)]}
      />
      <LabelledChoice
        label={t('offices.parent')}
        {...field('parent')}
        options={[none, ...tree.offices.map(({ id, name }) => [id, say(name)] as const)]}
      />
      <p>
        <Button type="submit" disabled={adding.isPending}>
          {t('offices.add')}
        </Button>
      </p>
      {adding.isError && <RefusalNote error={adding.error} />}
    </form>
  )
}

function officeOf({ key, level, district, zh, en, parent }: typeof EMPTY) {
  return {
    key,
    level: LEVELS.find((one) => one === level) ?? 'city',
    district: district || null,
    name: { zh, en },
    parent: parent || null,
  }
}
