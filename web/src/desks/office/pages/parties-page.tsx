import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchPartiesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'

/** Enterprises and institutions by name or credit code; two characters are enough. */
export function PartiesPage() {
  const { t } = useTranslation('office')
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const query = useQuery(searchPartiesOptions({ query: { text: asked } }))
  return (
    <Page title={t('parties.title')} about={<p>{t('parties.about')}</p>}>
      <Block>
        <input
          className="field"
          type="search"
          aria-label={t('parties.search')}
          placeholder={t('parties.search')}
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Await query={query}>
          {(parties) =>
            parties.length === 0 ? (
              <Empty says={t('parties.none')} />
            ) : (
              <ul className="lines">
                {parties.map((party) => (
                  <li key={party.id}>
                    <Link to="/office/parties/$id" params={{ id: party.id }}>
                      {party.name}
                    </Link>
                    <span className="small quiet mono">{party.creditCode ?? party.country}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </Block>
    </Page>
  )
}
