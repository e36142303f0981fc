import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  viewOfficesOptions,
  whoHandlesOptions,
} from '../../api/generated/@tanstack/react-query.gen.ts'
import type { Matter } from '../../api/generated/types.gen.ts'
import { Await, Empty } from '../../parts/await.tsx'
import { LabelledChoice, LabelledInput } from '../../parts/form/labelled-input.tsx'
import '../../parts/form/form.css'
import { Block, Page } from '../../parts/page.tsx'
import { useSay } from '../../words/say.ts'
import './who.css'

/** 谁来办: a matter, the office, the provision. */
export function WhoPage() {
  const { t } = useTranslation('people')
  const say = useSay()
  const [text, setText] = useState('')
  const [area, setArea] = useState('')
  const asked = useDeferredValue(text)
  const areas = useQuery(viewOfficesOptions()).data?.areas ?? []
  const query = useQuery({
    ...whoHandlesOptions({ query: { text: asked, ...(area ? { area } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const places = areas.filter(({ kind }) => kind !== 'city')
  return (
    <Page title={t('who.title')} about={<p>{t('who.about')}</p>}>
      <Block>
        <div className="who-asked">
          <LabelledInput label={t('who.search')} value={text} onChange={setText} optional />
          <LabelledChoice
            label={t('who.area')}
            value={area}
            onChange={setArea}
            options={[
              ['', t('who.any')],
              ...places.map((one) => [one.code, say(one.name)] as const),
            ]}
          />
        </div>
      </Block>
      <Await query={query}>
        {(matters) =>
          matters.length === 0 ? (
            <Block>
              <Empty says={t('who.none', { text: asked })} />
            </Block>
          ) : (
            matters.map((matter) => <MatterBlock key={matter.id} matter={matter} />)
          )
        }
      </Await>
    </Page>
  )
}

function MatterBlock({ matter }: { matter: Matter }) {
  const { t } = useTranslation('people')
  const say = useSay()
  return (
    <Block aside={<p className="small quiet">{matter.cite}</p>}>
      <h2 className="who-matter">{say(matter.matter)}</h2>
      <ul className="lines">
        {matter.offices.map(({ name, does, cite }) => (
          <li key={`${name.zh} ${does?.zh ?? ''}`}>
            <span>
              <b>{say(name)}</b> {does && <span className="quiet">{say(does)}</span>}
            </span>
            <span className="small quiet num">{cite}</span>
          </li>
        ))}
      </ul>
      {matter.share && (
        <p className="small">
          {t('who.share')} {say(matter.share)}
        </p>
      )}
      <p className="small quiet">
        {t(matter.from === 'register' ? 'who.register' : 'who.measure')} · {matter.law}{' '}
        {matter.pack && (
          <Link to="/measures/$pack" params={{ pack: matter.pack }}>
            {t('who.apply')}
          </Link>
        )}
      </p>
    </Block>
  )
}
