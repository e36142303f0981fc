import { useId } from 'react'
import './form.css'

type Props = {
  readonly label: string
  /** Endings or media types that are taken. */
  readonly accept: string
  readonly onFile: (file: File) => void
  /** On a phone the camera opens. */
  readonly camera?: true
}

/** A file to choose under its name; the same may be chosen again. */
export function LabelledFile({ label, accept, onFile, camera }: Props) {
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="file"
        accept={accept}
        {...(camera && { capture: 'environment' })}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}
