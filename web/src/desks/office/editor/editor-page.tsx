import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewPackSourceOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { InstalledVersion, MeasureView } from '../../../api/generated/types.gen.ts'
import { measureQuery } from '../../../api/measure.ts'
import { Await, Skeleton } from '../../../parts/await.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { Editing } from './editing.tsx'
import './editor.css'

/** A pack of the rulebook as text: written, checked and tried in the browser, installed anew. */
export function EditorPage() {
  const { pack } = useParams({ from: '/office/measures/$pack/editor' })
  const { version } = useSearch({ from: '/office/measures/$pack/editor' })
  const { ready } = useTranslation('editor')
  const measure = useQuery(measureQuery(pack))
  if (!ready) return <Skeleton lines={8} />
  return (
    <Await query={measure} lines={10}>
      {(view) => <OneVersion view={view} version={version ?? view.versions[0]?.version ?? ''} />}
    </Await>
  )
}

function OneVersion({ view, version }: { view: MeasureView; version: string }) {
  const { pack } = view.summary
  const navigate = useNavigate()
  const [installed, setInstalled] = useState<InstalledVersion | null>(null)
  const source = useQuery(viewPackSourceOptions({ path: { pack }, query: { version } }))
  const text = useQuery(measureQuery(pack, version))
  return (
    <Grounds pack={pack} version={version}>
      <Await query={source} lines={12}>
        {(found) => (
          <Editing
            key={found.digest}
            source={found}
            title={view.summary.title}
            texts={text.data?.texts ?? []}
            versions={view.versions.map((one) => one.version)}
            installed={installed}
            onInstalled={(made) => {
              setInstalled(made)
              void navigate({
                to: '/office/measures/$pack/editor',
                params: { pack },
                search: { version: made.version },
              })
            }}
          />
        )}
      </Await>
    </Grounds>
  )
}
