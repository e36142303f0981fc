import type { ReadTx } from '../kernel/index.ts'

export async function emittedModule(
  tx: ReadTx,
  of: { pack: string; version: string; service: string },
): Promise<string> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
