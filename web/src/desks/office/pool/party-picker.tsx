import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchPartiesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'

/** An organisation of the registries, by its id and name. */
export type Picked = { readonly id: string; readonly name: string }

type Props = {
  readonly label: string
  readonly picked: Picked | null
  readonly onPick: (party: Picked | null) => void
}

/** Finds an organisation by name or code; what is typed counts only once it is one of them. */
export function PartyPicker({ label, picked, onPick }: Props) {
  const { t } = useTranslation('pool')
  const id = useId()
  const [text, setText] = useState(picked?.name ?? '')
  const asked = useDeferredValue(text.trim())
  const query = useQuery({
    ...searchPartiesOptions({ query: { text: asked } }),
    enabled: asked.length > 1 && asked !== picked?.name,
  })
  const type = (now: string) => {
    setText(now)
    const same = query.data?.find(({ name }) => name === now)
    onPick(same ? { id: same.id, name: same.name } : null)
  }
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        list={`${id}-found`}
        placeholder={t('party.find')}
        autoComplete="off"
        maxLength={80}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <datalist id={`${id}-found`}>
        {query.data?.map(({ id: party, name, creditCode }) => (
          <option key={party} value={name}>
            {creditCode}
          </option>
        ))}
      </datalist>
      {text.trim() !== '' && !picked && <p className="small quiet">{t('party.choose')}</p>}
    </div>
  )
}
