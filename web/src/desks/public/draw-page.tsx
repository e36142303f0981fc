import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewDrawOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { DrawnLot } from '../../api/generated/types.gen.ts'
import { Await, Skeleton } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { type Replayed, replay } from './replayed-draw.ts'
import './draw.css'

const here = getRouteApi('/draws/$id')

/** 随机抽取复核: a draw by lot, drawn again in the reader's own browser. */
export function DrawPage() {
  const { t, ready } = useTranslation('draws')
  const { id } = here.useParams()
  const query = useQuery(viewDrawOptions({ path: { id } }))
  if (!ready) return <Skeleton lines={6} />
  return (
    <Page title={t('title')} about={<p>{t('about')}</p>}>
      <Await query={query}>{(lot) => <Lot lot={lot} />}</Await>
    </Page>
  )
}

function Lot({ lot }: { lot: DrawnLot }) {
  const { t } = useTranslation('draws')
  const again = useQuery({ queryKey: ['draw-again', lot.seed], queryFn: () => replay(lot) })
  return (
    <>
      <Block heading={t('result')}>
        {again.data ? (
          <p role="status" className="note">
            <b>{t(again.data.isSame ? 'same' : 'differs')}</b>
          </p>
        ) : (
          <p>{t('running')}</p>
        )}
        <p className="num">
          {t('drawn', { on: lot.on, wanted: lot.wanted, of: lot.candidates.length })}
        </p>
      </Block>
      <Block heading={t('how')}>
        <ol className="draw-steps">
          <Step says={t('step.list')} value={again.data?.candidatesHash ?? lot.candidatesHash} />
          <Step says={t('step.random')} value={lot.random} />
          <Step says={t('step.seed')} value={again.data?.seed ?? lot.seed} />
          <li>{t('step.tickets')}</li>
          <li>{t('step.smallest')}</li>
        </ol>
      </Block>
      {again.data && <Tickets lot={lot} again={again.data} />}
    </>
  )
}

function Step({ says, value }: { says: string; value: string }) {
  return (
    <li>
      {says}
      <p className="mono small">{value}</p>
    </li>
  )
}

function Tickets({ lot, again }: { lot: DrawnLot; again: Replayed }) {
  const { t } = useTranslation('draws')
  const groups = new Map(lot.candidates.map(({ code, group }) => [code, group]))
  const letters = [...new Set(lot.candidates.map(({ group }) => group))].sort()
  return (
    <Block heading={t('candidates')}>
      <p className="small quiet">{t('candidates.about')}</p>
      <ol className="draw-tickets">
        {again.tickets.map(({ code, ticket }) => (
          <li key={code} {...(again.drawn.includes(code) ? { 'data-drawn': true } : {})}>
            <span className="mono small">{code}</span>
            <span className="small quiet">
              {t('group', { number: letters.indexOf(groups.get(code) ?? '') + 1 })}
            </span>
            <span className="mono small quiet">{ticket.slice(0, 16)}…</span>
            {again.drawn.includes(code) && <b>{t('is-drawn')}</b>}
          </li>
        ))}
      </ol>
    </Block>
  )
}
