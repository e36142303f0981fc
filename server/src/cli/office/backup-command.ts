import { resolve } from 'node:path'
import type { Manifest } from '../../kernel/backup/index.ts'
import { type Out, print } from '../out.ts'
import type { Machine } from '../settings.ts'

/** banfa backup: everything into a folder, while the product runs. */
export async function makeBackup(machine: Machine, folder: string, out: Out): Promise<void> {
  print(out, told(await machine.backUp(resolve(folder)), '已备份', 'backed up'))
}

/** banfa restore: a backup into an empty database and data folder. */
export async function restoreBackup(machine: Machine, folder: string, out: Out): Promise<void> {
  print(out, told(await machine.restore(resolve(folder)), '已恢复', 'restored'))
}

function told(manifest: Manifest, zh: string, en: string) {
  const { version, at, digest, tables, files } = manifest
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  const counts = { tables: tables.length, rows, files: files.length }
  return {
    json: { version, at, digest, ...counts },
    lines: [
      `${zh}：${counts.tables} 张表 ${rows} 行，${counts.files} 个文件 (${en}: ${counts.tables} tables, ${rows} rows, ${counts.files} files)`,
      `校验值 (digest) ${digest}`,
    ],
  }
}
