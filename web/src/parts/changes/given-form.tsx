import { type FormEvent, type ReactNode, useState } from 'react'
import { useChangeStep } from '../../api/changes.ts'
import type { ChangesView } from '../../api/generated/types.gen.ts'
import { Button } from '../../ui/button.tsx'
import '../form/form.css'
import { RefusalNote } from '../refusal.tsx'
import { type Field, GivenFields } from '../sanctions/given-fields.tsx'

type Given = Readonly<Record<string, string>>
type Props = {
  readonly caseId: string
  /** What is asked for may rest on what was given so far. */
  readonly fields: readonly Field[] | ((given: Given) => readonly Field[])
  readonly first?: Given
  readonly act: string
  readonly send: (given: Given) => Promise<{ data: ChangesView }>
  readonly children?: ReactNode
}

/** One step of a change: its fields, its refusal, its button. */
export function GivenForm({ caseId, fields, first = {}, act, send, children }: Props) {
  const [typed, setTyped] = useState<Given>({})
  const given = { ...first, ...typed }
  const taking = useChangeStep(caseId, () => send(given))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    taking.mutate(undefined)
  }
  return (
    <form className="withdraw" onSubmit={submit}>
      {children}
      <GivenFields
        fields={typeof fields === 'function' ? fields(given) : fields}
        given={given}
        onGive={setTyped}
      />
      {taking.isError && <RefusalNote error={taking.error} />}
      <p>
        <Button type="submit" look="main" disabled={taking.isPending}>
          {act}
        </Button>
      </p>
    </form>
  )
}
