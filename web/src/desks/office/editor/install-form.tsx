import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { installVersion } from '../../../api/generated/sdk.gen.ts'
import type { InstalledVersion } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../pages/fields.tsx'
import type { Files } from './checked.ts'
import { versionIn } from './kept-edits.ts'
import { Panel } from './panels/panel.tsx'

type Props = {
  readonly pack: string
  readonly files: Files
  readonly versions: readonly string[]
  /** An error is left, or it is not known yet whether one is. */
  readonly mayNot: boolean
  readonly onVersion: (version: string) => void
  /** Its edits are a version now. */
  readonly onInstalled: (made: InstalledVersion) => void
  /** What this text became when it was installed from here just now. */
  readonly made: InstalledVersion | null
}

/** Installs the text as a new version. It is not in force by that: that takes an act of its own. */
export function InstallForm(props: Props) {
  const { pack, files, versions, mayNot, onVersion, onInstalled, made } = props
  const { t } = useTranslation('editor')
  const queries = useQueryClient()
  const version = versionIn(files)
  const isThere = versions.includes(version)
  const installing = useMutation({
    mutationFn: () =>
      installVersion({ path: { pack }, body: { files: { ...files } }, throwOnError: true }),
    onSuccess: async ({ data }) => {
      onInstalled(data)
      await queries.invalidateQueries()
    },
  })
  return (
    <Panel heading={t('install')}>
      <form
        className="pack-install"
        onSubmit={(event) => {
          event.preventDefault()
          installing.mutate()
        }}
      >
        <Field label={t('install.version')} value={version} most={60} onChange={onVersion} />
        <p className="small quiet">{t(isThere ? 'install.same' : 'install.about')}</p>
        {mayNot && <p className="small">{t('install.errors')}</p>}
        {installing.isError && <RefusalNote error={installing.error} />}
        {made && isThere && <TextOf text={made.text} />}
        {made && isThere && (
          <p role="status" className="small">
            {t('install.done', { version })} <Link to="/office/measures">{t('install.enact')}</Link>
          </p>
        )}
        <Button
          type="submit"
          look="main"
          disabled={mayNot || isThere || version === '' || installing.isPending}
        >
          {t('install.do')}
        </Button>
      </form>
    </Panel>
  )
}

/** The official text came along, or the document is to be installed for the articles named. */
function TextOf({ text }: { text: InstalledVersion['text'] }) {
  const { t } = useTranslation('editor')
  if (text.from) return <p className="small">{t('install.text.from', { version: text.from })}</p>
  if (text.wanting.length === 0) return null
  return <p className="small">{t('install.text.wanting', { articles: text.wanting.join('、') })}</p>
}
