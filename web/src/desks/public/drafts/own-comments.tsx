import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eraseCommenter, listOwnComments } from '../../../api/generated/sdk.gen.ts'
import type { OwnComment } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage } from '../../../words/say.ts'
import { keptKeys } from './kept-keys.ts'

/** One's own comments with what became of them; nothing where there are none. */
export function OwnComments({ id }: { id: string }) {
  const { t } = useTranslation('drafts')
  const person = usePerson()?.id ?? null
  const query = useQuery({
    queryKey: ['own-comments', id, person],
    queryFn: async () => {
      const keys = keptKeys(id)
      if (keys.length === 0 && person === null) return []
      return (await listOwnComments({ path: { id }, body: { keys }, throwOnError: true })).data
    },
  })
  if (!query.data || query.data.length === 0) return null
  return (
    <Block heading={t('own.title')}>
      <p className="small quiet">{t('own.about')}</p>
      <ul className="draft-own">
        {query.data.map((one) => (
          <Own key={one.id} id={id} comment={one} />
        ))}
      </ul>
    </Block>
  )
}

function Own({ id, comment }: { id: string; comment: OwnComment }) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  const { number, article, says, on, answered } = comment
  return (
    <li>
      <p className="facts-line small quiet">
        <span className="num">{number}</span>
        <span>{article ? citeIn(article, language) : t('whole.name')}</span>
        <span className="num">{on}</span>
        <span>{answered ? t(`outcome.${answered.outcome}`) : t('own.waiting')}</span>
      </p>
      <p>{says}</p>
      {answered && <p className="small">{t('summary.reason', { reason: answered.reason })}</p>}
      <Erase id={id} comment={comment} />
    </li>
  )
}

function Erase({ id, comment }: { id: string; comment: OwnComment }) {
  const { t } = useTranslation('drafts')
  const queries = useQueryClient()
  const erasing = useMutation({
    mutationFn: () => eraseByOneOf(id, comment.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own-comments', id] }),
  })
  if (!comment.named) return <p className="small quiet">{t('own.erased')}</p>
  return (
    <>
      <Button look="bare" disabled={erasing.isPending} onClick={() => erasing.mutate()}>
        {t('own.erase')}
      </Button>
      {erasing.isError && <RefusalNote error={erasing.error} />}
    </>
  )
}

/** Which key belongs to which comment is not kept: each is tried, the sign-in last. */
async function eraseByOneOf(id: string, comment: string): Promise<void> {
  const path = { id, comment }
  for (const key of keptKeys(id)) {
    const { error } = await eraseCommenter({ path, body: { key }, throwOnError: false })
    if (!error) return
  }
  await eraseCommenter({ path, body: { key: null }, throwOnError: true })
}
