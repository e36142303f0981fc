import { cookieOf } from '../../../testing/client.ts'
import type { Product } from '../../../testing/product.ts'
import { memoryOf } from './process.ts'

/** The office's list as a table: rows, seconds, and the most memory the product held by then. */
export async function exportTable({ address, pid }: Product, wanted: number) {
  const cookie = await cookieOf(address, 'ma.xiaodong')
  const began = performance.now()
  const answer = await fetch(`${address}/api/cases.csv`, { headers: { cookie } })
  const text = await answer.text()
  const seconds = Math.round(performance.now() - began) / 1000
  const rows = text.trimEnd().split('\n').length - 1
  const { peak } = await memoryOf(pid)
  return { wanted, rows, seconds, peak }
}
