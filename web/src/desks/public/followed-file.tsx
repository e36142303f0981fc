import { useMutation } from '@tanstack/react-query'
import { openFollowedFile } from '../../api/generated/sdk.gen.ts'
import type { ObjectionKeyInput } from '../../api/generated/types.gen.ts'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'

type Props = {
  readonly of: ObjectionKeyInput
  readonly file: string
  readonly name: string
  readonly savedAs: string
}

/** A file asked for with the key in the body, so that no address holds it. */
export function FollowedFile({ of, file, name, savedAs }: Props) {
  const opening = useMutation({
    mutationFn: async () => {
      const body = { ...of, file }
      const { data } = await openFollowedFile({ body, parseAs: 'blob', throwOnError: true })
      save(data as Blob, savedAs)
    },
  })
  return (
    <>
      <Button look="bare" disabled={opening.isPending} onClick={() => opening.mutate()}>
        {name}
      </Button>
      {opening.isError && <RefusalNote error={opening.error} />}
    </>
  )
}

function save(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
