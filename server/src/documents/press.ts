import { Worker } from 'node:worker_threads'
import { refusal } from '../kernel/index.ts'

/** What a template is given: one JSON input, shown as text, never as markup. */
export type PrintOrder = { readonly template: 'worded' | 'certificate'; readonly data: unknown }

/** Makes PDFs (PDF/A-3a: kept for long, tagged, with room for attachments) of orders, off the event loop. */
export interface Press {
  print(order: PrintOrder): Promise<Buffer>
  close(): Promise<void>
}

export type Order = { readonly id: number; readonly template: string; readonly data: string }

export type Printed =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: string }

type Waiting = {
  readonly done: (pdf: Buffer) => void
  readonly failed: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** A page takes milliseconds; the first one loads 60 MB of fonts. */
const PATIENCE_MS = 30_000

type Machine = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

/**
 * One worker thread, started with the first order and again after a breakdown: whatever was on it
 * then fails, and nothing waits for ever.
 */
export function openPress(fontFolders: readonly string[]): Press {
  let machine: Machine | null = null
  let orders = 0
  const stop = (broken: Machine, error: Error) => {
    if (machine === broken) machine = null
    for (const one of broken.waiting.values()) settle(one).failed(error)
    broken.waiting.clear()
    return broken.worker.terminate()
  }
  const start = (): Machine => {
    const file = new URL('./press-worker.ts', import.meta.url)
    const worker = new Worker(file, { workerData: { fontFolders } })
    const started = { worker, waiting: new Map<number, Waiting>() }
    worker.on('message', (printed: Printed) => deliver(started, printed))
    worker.on('error', (error) => stop(started, saidPlainly(error)))
    // After the listeners, which hold the process: an idle press keeps nobody from leaving.
    worker.unref()
    return started
  }
  return {
    print: ({ template, data }) =>
      new Promise<Buffer>((done, failed) => {
        machine ??= start()
        const { worker, waiting } = machine
        const busy = machine
        orders += 1
        const late = () => stop(busy, new Error(`printing a ${template} took too long`))
        waiting.set(orders, { done, failed, timer: setTimeout(late, PATIENCE_MS) })
        worker.postMessage({ id: orders, template, data: JSON.stringify(data) } satisfies Order)
      }),
    close: async () => {
      if (machine) await stop(machine, new Error('the press is closed'))
    },
  }
}

function deliver({ waiting }: Machine, printed: Printed): void {
  const one = waiting.get(printed.id)
  if (!one) return
  waiting.delete(printed.id)
  settle(one)
  if ('pdf' in printed) one.done(Buffer.from(printed.pdf))
  else one.failed(saidPlainly(new Error(printed.error)))
}

/** Signs that no font of the house has (小图标、生僻字) are the writer's to replace, not a breakdown. */
function saidPlainly(error: Error): Error {
  const says = `${error.message} ${(error as { code?: unknown }).code ?? ''}`
  const signs = [...says.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)]
  if (signs.length === 0) return error
  const text = [...new Set(signs.map((sign) => sign[1] ?? ''))].join(' ')
  try {
    return refusal('documents.unprintable', { text })
  } catch (refused) {
    return refused as Error
  }
}

function settle(one: Waiting): Waiting {
  clearTimeout(one.timer)
  return one
}
