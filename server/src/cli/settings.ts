import type { Manifest } from '../kernel/backup/index.ts'
import type { Kernel } from '../kernel/index.ts'

/** What the command line is told once, by main: it reads no environment of its own. */
export type Settings = {
  /** The folder of the repository: packs, vocabulary, built web. */
  readonly root: string
  /** Where data lives: database, files, anchors. */
  readonly home: string
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  /** Whoever stamps the anchors; null where nobody does. */
  readonly timeAuthority: string | null
}

export type OpenOptions = { readonly demo: boolean }

/** A database of the product that a command works on, opened and closed around it. */
export type Office = {
  readonly kernel: Kernel
  /** Where the record's heads are kept outside the database. */
  readonly anchors: string
  /** Where evidence and documents are kept by their hash. */
  readonly files: string
  close(): Promise<void>
}

/** What main lends the command line, because rooms of one floor do not call each other. */
export type Machine = {
  readonly settings: Settings
  openOffice(options: OpenOptions): Promise<Office>
  /** Everything into a folder, in one snapshot. */
  backUp(folder: string): Promise<Manifest>
  /** A backup into an empty database and home. */
  restore(folder: string): Promise<Manifest>
  /** Serves until told to stop; tells the address once it answers. */
  serve(options: OpenOptions, onAddress: (address: string) => void): Promise<void>
}
