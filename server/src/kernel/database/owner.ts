import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The unprivileged user that owns the server's files and runs it. */
export type Owner = { readonly uid: number; readonly gid: number }

/** "nobody" everywhere; no account has to be made. */
const NOBODY: Owner = { uid: 65_534, gid: 65_534 }

/** PostgreSQL refuses to run as root, so root lends it another user; null: run it as oneself. */
export function serverOwner(): Owner | null {
  return process.getuid?.() === 0 ? NOBODY : null
}

/** Whether the owner can walk into a folder: each folder on the way must let others through. */
export function isTraversable(folder: string, owner: Owner): boolean {
  const stats = statSync(folder)
  const mine = stats.uid === owner.uid ? 0o100 : 0
  const mayWalk = (stats.mode & (mine || (stats.gid === owner.gid ? 0o010 : 0o001))) !== 0
  const above = dirname(folder)
  return mayWalk && (above === folder || isTraversable(above, owner))
}
