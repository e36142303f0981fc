import { join } from 'node:path'
import { clamd } from './intake/clamd.ts'
import type { Scanner } from './intake/scanner.ts'
import { openPress, type Press } from './press.ts'
import { type KeyRing, openKeyRing } from './signing/key-ring.ts'
import { type ContentStorage, openStorage } from './storage.ts'

export type DocumentsConfig = {
  /** Where content lies, by hash; outside the web root. Made when it is not there. */
  readonly directory: string
  /** Where private keys lie; kept apart from the content, in backups as well. */
  readonly keys: string
  /** What a certificate's address is before its number: `https://…/verify/`. */
  readonly verifyAt: string
  /** Demo documents carry a discreet 演示 mark. */
  readonly demo: boolean
  /** ClamAV's daemon: `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`; null without a scanner. */
  readonly clamd?: string | null
  /**
   * The installation's own licensed typefaces (仿宋_GB2312, 小标宋): folders to find them in and
   * family names; Noto Serif SC and Noto Sans SC stand behind them.
   */
  readonly faces?: Faces
}

export type Faces = {
  readonly folders: readonly string[]
  readonly title?: readonly string[]
  readonly body?: readonly string[]
  readonly label?: readonly string[]
}

export type Desk = {
  readonly config: DocumentsConfig
  readonly storage: ContentStorage
  readonly press: Press
  readonly keys: KeyRing
  /** Content that a scanner has not passed yet, kept apart from what may be opened. */
  readonly quarantine: ContentStorage
  readonly scanner: Scanner | null
}

// One product is one process with one zone: its use cases reach the desk by their transaction alone,
// as they reach the clock (ADR 0026).
let opened: Desk | null = null

/** Opens the product's one document desk; main wires it before the first request. */
export async function openDocuments(config: DocumentsConfig): Promise<{ close(): Promise<void> }> {
  const storage = await openStorage(config.directory)
  const press = openPress(config.faces?.folders ?? [])
  const quarantine = await openStorage(join(config.directory, 'quarantine'))
  const scanner = config.clamd ? clamd(config.clamd) : null
  const keys = openKeyRing(config.keys)
  const desk = { config, storage, quarantine, scanner, press, keys }
  opened = desk
  return {
    close: async () => {
      if (opened === desk) opened = null
      await press.close()
    },
  }
}

export function theDesk(): Desk {
  if (!opened) throw new Error('openDocuments has not been called')
  return opened
}
