import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listTemplatesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { LetterTemplate } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import './letters.css'
import { WordingForm } from './wording-form.tsx'

/** The letters of one's office: their text, with the names that stand for what they are about. */
export function LettersPage() {
  const { t } = useTranslation('office')
  return (
    <Page title={t('letters.title')} about={<p>{t('letters.about')}</p>}>
      <Await query={useQuery(listTemplatesOptions())}>
        {(templates) => <Chosen templates={templates} />}
      </Await>
    </Page>
  )
}

function Chosen({ templates }: { templates: readonly LetterTemplate[] }) {
  const { t } = useTranslation('office')
  const id = useId()
  const [kind, setKind] = useState<LetterTemplate['kind']>('acceptance')
  const chosen = templates.find((one) => one.kind === kind)
  if (!chosen) return null
  return (
    <Block>
      <div className="field-row letter-kind">
        <label htmlFor={id}>{t('letters.kind')}</label>
        <select
          id={id}
          className="field"
          value={kind}
          onChange={(event) => setKind(event.target.value as LetterTemplate['kind'])}
        >
          {templates.map((one) => (
            <option key={one.kind} value={one.kind}>
              {t(`letters.${one.kind}`)}
            </option>
          ))}
        </select>
        <span className="small quiet">
          {chosen.version === 0
            ? t('letters.shipped')
            : t('letters.version', { version: chosen.version })}
        </span>
      </div>
      <div className="letter-desk">
        <WordingForm key={`${kind} ${chosen.version}`} template={chosen} />
        <Known template={chosen} />
      </div>
    </Block>
  )
}

function Known({ template }: { template: LetterTemplate }) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <aside className="letter-names">
      <h3>{t('letters.names')}</h3>
      <dl>
        {template.placeholders.map(({ name, says, table }) => (
          <div key={name}>
            <dt className="mono">{`{${name}}`}</dt>
            <dd className="small quiet">
              {say(says)} {table && `· ${t('letters.table')}`}
            </dd>
          </div>
        ))}
      </dl>
      {template.versions.length > 0 && <h3>{t('letters.history')}</h3>}
      <ul className="lines">
        {template.versions.map(({ version, writtenOn, writtenBy }) => (
          <li key={version} className="small num">
            {t('letters.version', { version })} · {writtenOn} {writtenBy}
          </li>
        ))}
      </ul>
    </aside>
  )
}
