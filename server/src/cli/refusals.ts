import type { RefusalCatalogue } from '../kernel/index.ts'

export const refusals: RefusalCatalogue = {
  'cli.pack-not-found': {
    what: { zh: '找不到包 {named}', en: 'There is no pack {named}' },
    why: { zh: '该处没有 pack.yaml', en: 'No pack.yaml is there' },
    next: {
      zh: '写 packs 下的文件夹名，或给出路径',
      en: 'Name a folder below packs, or give a path',
    },
  },
  'cli.pack-unreadable': {
    what: { zh: '读不了包中的文件 {file}', en: 'Cannot read the file {file} of the pack' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '修复或移走该文件', en: 'Mend the file or move it away' },
  },
  'cli.pack-does-not-compile': {
    what: {
      zh: '包 {named} 还有 {count} 处问题',
      en: 'The pack {named} still has {count} complaints',
    },
    why: { zh: '{first}', en: '{first}' },
    next: {
      zh: '先用 banfa check {named} 查看全部问题',
      en: 'See all of them with banfa check {named}',
    },
  },
  'cli.service-not-found': {
    what: { zh: '没有服务 {named}', en: 'There is no service {named}' },
    why: { zh: '该包的服务有：{has}', en: 'The services of the pack are: {has}' },
    next: { zh: '从中选择一个', en: 'Choose one of them' },
  },
  'cli.ranking-not-found': {
    what: { zh: '没有排名 {named}', en: 'There is no ranking {named}' },
    why: { zh: '该包的排名有：{has}', en: 'The rankings of the pack are: {has}' },
    next: { zh: '从中选择一个', en: 'Choose one of them' },
  },
  'cli.field-wrong': {
    what: { zh: '不能排名', en: 'The field cannot be ranked' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '核对编号（不能重复）和日期', en: 'Check the ids (no two alike) and the days' },
  },
  'cli.proof-unreadable': {
    what: { zh: '{file} 不是抽取证明', en: '{file} is no proof of a draw' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '从 /api/draws/编号 下载', en: 'Fetch it from /api/draws/' },
  },
  'cli.file-unwritable': {
    what: { zh: '写不了文件 {file}', en: 'Cannot write the file {file}' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '换一个可写的路径', en: 'Choose a path that can be written' },
  },
  'cli.dmn-unreadable': {
    what: { zh: '读不了 DMN 文件 {file}', en: 'Cannot read the DMN file {file}' },
    why: { zh: '{why}', en: '{why}' },
    next: {
      zh: '应为合格的 XML，不带 DOCTYPE，不超过 8 MB',
      en: 'It must be well-formed XML without a DOCTYPE, at most 8 MB',
    },
  },
  'cli.facts-unreadable': {
    what: { zh: '读不了事实文件 {file}', en: 'Cannot read the facts file {file}' },
    why: { zh: '{why}', en: '{why}' },
    next: {
      zh: '文件应为 JSON 或 YAML，如 { "carrier-area-in-city": "320 平方米" }',
      en: 'It must be JSON or YAML such as { "carrier-area-in-city": "320 平方米" }',
    },
  },
  'cli.facts-wrong': {
    what: { zh: '有 {count} 项事实填写不对', en: '{count} facts do not fit' },
    why: { zh: '{zh}', en: '{en}' },
    next: { zh: '改正后再试', en: 'Correct them and try again' },
  },
  'cli.facts-not-known': {
    what: { zh: '不认识的事实：{names}', en: 'Unknown facts: {names}' },
    why: {
      zh: '词汇表和本办法都没有这些名称，多半是写错了',
      en: 'Neither the vocabulary nor this measure has these names; mostly they are mistyped',
    },
    next: { zh: '核对名称，或删去这几项', en: 'Check the names, or leave them out' },
  },
  'cli.match-what': {
    what: { zh: '没有说明匹配谁', en: 'Whom to match was not said' },
    why: {
      zh: '须给出事实表，或使用本区数据库',
      en: 'Facts come from a file or from the database',
    },
    next: { zh: '加上 --facts 文件 或 --database', en: 'Add --facts FILE or --database' },
  },
  'cli.facts-what': {
    what: {
      zh: '没有说明对哪项服务、哪份事实说明理由',
      en: 'Which service, on which facts, was not said',
    },
    why: {
      zh: '理由由一项服务和一份事实得出',
      en: 'Reasons come from one service on one file of facts',
    },
    next: {
      zh: '给出服务名和 --facts 文件；只给包名则用文字说出整个包',
      en: 'Give SERVICE and --facts FILE; a pack alone is told in words',
    },
  },
  'cli.people-what': {
    what: { zh: '没有说明录入谁', en: 'Whom to enter was not said' },
    why: {
      zh: '须给出人员文件，或指明重置谁的登录',
      en: 'People come from a file; a reset names one login',
    },
    next: { zh: '给出文件，或加上 --reset 账号', en: 'Give a FILE, or --reset LOGIN' },
  },
  'cli.match-format': {
    what: { zh: '不支持文件 {file} 的格式', en: 'The format of {file} is not known' },
    why: {
      zh: '事实表为 .csv、.ndjson 或 .parquet；结果另可为 .xlsx',
      en: 'Facts are .csv, .ndjson or .parquet; answers may be .xlsx too',
    },
    next: { zh: '换一个扩展名', en: 'Use one of those endings' },
  },
  'cli.match-record': {
    what: { zh: '第 {row} 行起的记录没有结尾', en: 'The record from line {row} on has no end' },
    why: {
      zh: '一条记录不超过 8 MB；多半是引号没有成对',
      en: 'A record has at most 8 MB; mostly a quotation mark was not closed',
    },
    next: { zh: '核对该行的引号', en: 'Look at the quotation marks of that line' },
  },
  'cli.match-too-many-rows': {
    what: {
      zh: '结果到第 {row} 行已超过一张工作表的 {most} 行',
      en: 'By row {row} there are more answers than the {most} rows of a sheet',
    },
    why: {
      zh: 'xlsx 一张工作表最多 1048576 行',
      en: 'A sheet of a workbook holds 1,048,576 rows at most',
    },
    next: {
      zh: '结果改存 .csv 或 .parquet，或用 --services 只答几个事项',
      en: 'Write .csv or .parquet, or ask for fewer services with --services',
    },
  },
  'cli.no-duckdb': {
    what: { zh: '读写 Parquet 需要 DuckDB', en: 'Parquet needs DuckDB' },
    why: {
      zh: '可选依赖 @duckdb/node-api 没有安装',
      en: 'The optional @duckdb/node-api is missing',
    },
    next: { zh: '重新运行 npm install，或改用 CSV', en: 'Run npm install again, or use CSV' },
  },
  'cli.malformed-day': {
    what: { zh: '{text} 不是日期', en: '{text} is not a day' },
    why: { zh: '日期写作 yyyy-mm-dd', en: 'A day is written yyyy-mm-dd' },
    next: { zh: '例如 2025-03-01', en: 'For example 2025-03-01' },
  },
  'cli.document-unreadable': {
    what: { zh: '读不了文件 {file}', en: 'Cannot read the document {file}' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '请给出 UTF-8 纯文本文件', en: 'Give a plain text file in UTF-8' },
  },
  'cli.pack-there': {
    what: { zh: '{folder} 已经存在', en: '{folder} is there already' },
    why: { zh: '不改动已有的包', en: 'A pack that is there is not written over' },
    next: {
      zh: '用 --out 另选文件夹；确要覆盖则加 --over',
      en: 'Choose another folder with --out, or add --over to write into it',
    },
  },
  'cli.pack-key': {
    what: { zh: '{key} 不能作包名', en: '{key} cannot name a pack' },
    why: { zh: '包名用英文小写和短横线', en: 'A pack is named in lower-case English with hyphens' },
    next: {
      zh: '用 --as 给出，如 --as science-parks',
      en: 'Give one with --as, such as --as science-parks',
    },
  },
  'cli.folder-unwritable': {
    what: { zh: '写不了文件夹 {folder}', en: 'Cannot write the folder {folder}' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '核对路径和权限', en: 'Check the path and its permissions' },
  },
  'cli.demo-data': {
    what: { zh: '演示数据里缺少 {what}', en: 'The demo data lack {what}' },
    why: {
      zh: 'server/demo 下的文件互相引用的名称对不上',
      en: 'Names in the files below server/demo do not meet',
    },
    next: { zh: '核对该名称', en: 'Check the name' },
  },
  'cli.demo-unfinished': {
    what: { zh: '演示数据只装了一半', en: 'The demo data were only half made' },
    why: { zh: '上一次装入被中断', en: 'The last seeding was interrupted' },
    next: { zh: '清空该数据库后重新启动', en: 'Empty this database and start again' },
  },
  'cli.port-in-use': {
    what: { zh: '端口 {port} 已被占用', en: 'Port {port} is in use' },
    why: {
      zh: '另一个程序正在 {host}:{port} 上服务',
      en: 'Another program serves at {host}:{port}',
    },
    next: {
      zh: '用环境变量 PORT 另选端口',
      en: 'Choose another with the environment variable PORT',
    },
  },
  'cli.people-unreadable': {
    what: { zh: '读不了人员文件 {file}', en: 'Cannot read the people file {file}' },
    why: { zh: '{why}', en: '{why}' },
    next: {
      zh: '格式见 docs/operating.md，没有写入任何人员',
      en: 'See docs/operating.md for its form; nobody was entered',
    },
  },
  'cli.no-such-office': {
    what: { zh: '没有机构 {office}', en: 'There is no office {office}' },
    why: { zh: '{login} 的岗位要落在一个机构上', en: 'The post of {login} needs an office' },
    next: { zh: '在 offices 中写上该机构', en: 'Name it under offices' },
  },
  'cli.certificate-unreadable': {
    what: { zh: '读不了文件 {file}', en: 'Cannot read {file}' },
    why: { zh: '没有这个文件，或无权读取', en: 'It is not there, or not yours to read' },
    next: { zh: '指明证书的 PDF 文件', en: 'Name the PDF of the certificate' },
  },
  'cli.keys-unreadable': {
    what: { zh: '{file} 不是公布的密钥', en: '{file} holds no published keys' },
    why: {
      zh: '应是 /.well-known/banfa-issuer.json 的内容',
      en: 'It should be what /.well-known/banfa-issuer.json answers',
    },
    next: { zh: '从签发机构的网站重新取得', en: 'Fetch it again from the issuing office' },
  },
}
