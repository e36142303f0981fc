import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import '../../../parts/form/form.css'
import { Block } from '../../../parts/page.tsx'
import type { Partner } from './draft.ts'

type Props = { readonly partner: Partner | null; readonly onChange: (partner: Partner) => void }

const NOBODY: Partner = { name: '', country: '', registrationNumber: '' }

/** The foreign organisation that applies jointly. */
export function PartnerBlock({ partner, onChange }: Props) {
  const { t } = useTranslation('applicant')
  const now = partner ?? NOBODY
  const set = (part: Partial<Partner>) => onChange({ ...now, ...part })
  return (
    <Block heading={t('form.partner')}>
      <p className="ask-help">{t('form.partner.about')}</p>
      <div className="partner">
        <Line
          label={t('form.partner.name')}
          value={now.name}
          onType={(name) => set({ name })}
          wide
        />
        <Line
          label={t('form.partner.country')}
          value={now.country}
          onType={(country) => set({ country })}
        />
        <Line
          label={t('form.partner.number')}
          value={now.registrationNumber}
          onType={(registrationNumber) => set({ registrationNumber })}
        />
      </div>
    </Block>
  )
}

type LineProps = { label: string; value: string; onType: (text: string) => void; wide?: boolean }

function Line({ label, value, onType, wide = false }: LineProps) {
  const id = useId()
  return (
    <div className={`field-row ${wide ? 'field-wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        value={value}
        maxLength={wide ? 200 : 80}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}
