type Props = {
  readonly legend: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of several, under their name. */
export function CheckList({ legend, options, chosen, onChange }: Props) {
  const turn = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset className="check-list">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => turn(value)} />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  )
}
