import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listFiltersOptions,
  listFiltersQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { forgetFilter, keepFilter } from '../../../api/generated/sdk.gen.ts'
import type { SavedFilter } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { type QueueSearch, readQueueSearch } from './queue-search.ts'

/** Filters one keeps under a name, and a way to keep the one in use. */
export function KeptFilters({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('office')
  const { data: kept = [] } = useQuery(listFiltersOptions())
  const settle = useSettled()
  const forget = useMutation({
    mutationFn: async (id: string) =>
      (await forgetFilter({ path: { id }, throwOnError: true })).data,
    onSuccess: settle,
  })
  return (
    <nav className="kept" aria-label={t('kept.title')}>
      {kept.map(({ id, name, filter }) => (
        <span key={id} className="kept-one">
          <Link to="/office" search={readQueueSearch(filter)}>
            {name}
          </Link>
          <Button aria-label={t('kept.forget', { name })} onClick={() => forget.mutate(id)}>
            ×
          </Button>
        </span>
      ))}
      {Object.keys(search).length > 0 && <Keep search={search} onKept={settle} />}
    </nav>
  )
}

function useSettled() {
  const queries = useQueryClient()
  return (filters: readonly SavedFilter[]) =>
    queries.setQueryData(listFiltersQueryKey(), [...filters])
}

type KeepProps = { search: QueueSearch; onKept: (filters: readonly SavedFilter[]) => void }

function Keep({ search, onKept }: KeepProps) {
  const { t } = useTranslation('office')
  const [name, setName] = useState('')
  const filter = Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, String(value)]),
  )
  const keep = useMutation({
    mutationFn: async () => (await keepFilter({ body: { name, filter }, throwOnError: true })).data,
    onSuccess: (filters) => {
      setName('')
      onKept(filters)
    },
  })
  return (
    <form
      className="kept-new"
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <input
        className="field"
        required
        maxLength={40}
        aria-label={t('kept.name')}
        placeholder={t('kept.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={keep.isPending}>
        {t('kept.keep')}
      </Button>
      {keep.isError && <RefusalNote error={keep.error} />}
    </form>
  )
}
