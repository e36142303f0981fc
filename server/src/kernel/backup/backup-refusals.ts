import type { RefusalCatalogue } from '../refusals.ts'

export const backupRefusals = {
  'backup.folder-taken': {
    what: { zh: '文件夹 {folder} 里已有文件。', en: 'The folder {folder} is not empty.' },
    why: { zh: '备份不覆盖已有的文件。', en: 'A backup never writes over anything.' },
    next: { zh: '请另选一个空文件夹。', en: 'Choose an empty folder.' },
  },
  'backup.held-back': {
    what: {
      zh: '数据库角色受行级安全限制，备份会漏掉数据。',
      en: 'Row-level security holds the database role back; a backup would miss rows.',
    },
    why: {
      zh: '备份须看到全部机构的全部数据，看不全就不备份。',
      en: 'A backup sees everything of every zone, or is not made.',
    },
    next: {
      zh: '用超级用户执行 alter role … bypassrls，或者以超级用户的 DATABASE_URL 运行备份。',
      en: 'Have a superuser run "alter role … bypassrls", or run the backup with a superuser’s DATABASE_URL.',
    },
  },
  'backup.altered': {
    what: {
      zh: '备份已被改动或者损坏：{where}。',
      en: 'The backup was altered or damaged: {where}.',
    },
    why: {
      zh: '该文件与清单中的校验值不符。',
      en: 'The file is not what the manifest says it was.',
    },
    next: { zh: '请使用另一份备份。', en: 'Use another copy of the backup.' },
  },
  'backup.not-empty': {
    what: {
      zh: '目标数据库里已有数据（{table}）。',
      en: 'The database has data already ({table}).',
    },
    why: { zh: '恢复只写入空的数据库。', en: 'A backup is restored into an empty database only.' },
    next: {
      zh: '请另建数据库，或者用 BANFA_HOME 指定新的数据文件夹。',
      en: 'Make another database, or give a new data folder in BANFA_HOME.',
    },
  },
  'backup.newer': {
    what: {
      zh: '备份由版本 {version} 制作，数据结构与本版本不符。',
      en: 'Release {version} made the backup, and its schema is not one of this release.',
    },
    why: {
      zh: '旧版本不能恢复新版本的备份。',
      en: 'An older release cannot restore a newer one’s backup.',
    },
    next: {
      zh: '请安装版本 {version} 或更新的版本。',
      en: 'Install release {version} or a newer one.',
    },
  },
  'backup.not-the-same': {
    what: {
      zh: '恢复后的数据与备份不一致（{digest}）。',
      en: 'What was restored is not what was backed up ({digest}).',
    },
    why: { zh: '两者的校验值应当相同。', en: 'Both must have the same hash.' },
    next: { zh: '不要使用这个数据库，请报告此问题。', en: 'Do not use this database; report it.' },
  },
} as const satisfies RefusalCatalogue
