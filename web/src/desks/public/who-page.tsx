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
      <dl className="who-offices">
        {byOffice(matter).map(({ name, does }) => (
          <div key={name.zh}>
            <dt>{say(name)}</dt>
            {does.map((one) => (
              <dd key={`${one.says?.zh} ${one.cite}`}>
                {one.says ? say(one.says) : ''} <span className="small quiet">{one.cite}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {matter.share && (
        <p className="small">
          {t('who.share')} {say(matter.share)}
        </p>
      )}
      <p className="small quiet who-from">
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

type Does = { says: Matter['matter'] | null; cite: string }

/** Each office once, with all it does about the matter, in the order of the procedure. */
function byOffice({ offices }: Matter): { name: Matter['matter']; does: Does[] }[] {
  const found = new Map<string, { name: Matter['matter']; does: Does[] }>()
  for (const { name, does, cite } of offices) {
    const known = found.get(name.zh) ?? { name, does: [] }
    known.does.push({ says: does, cite })
    found.set(name.zh, known)
  }
  return [...found.values()]
}
