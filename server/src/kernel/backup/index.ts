/** The door for backup, restore and checking without a server: for the command line and tests. */
export { backUp } from './back-up.ts'
export { backupRefusals } from './backup-refusals.ts'
export type { Manifest } from './manifest.ts'
export { restore } from './restore.ts'
export { type OfflineVerdict, verifyBackup, wrongContent } from './verify-backup.ts'
