import { Command, CommanderError, Option } from 'commander'
import {
  explainRefusal,
  kernelRefusals,
  Refusal,
  type RefusalCatalogue,
  refusal,
} from '../kernel/index.ts'
import { refusals as readerRefusals } from '../reader/index.ts'
import { writeSkeleton } from './document/new-command.ts'
import { printReading } from './document/read-command.ts'
import { type MatchAsked, matchAll } from './match/match-command.ts'
import { makeBackup, restoreBackup } from './office/backup-command.ts'
import { onCertificates } from './office/certificate-options.ts'
import { installPacks } from './office/install-command.ts'
import { enterPeople, resetOne } from './office/people-command.ts'
import { replayDraw } from './office/replay-command.ts'
import { verifyFolder, verifyOffice } from './office/verify-command.ts'
import { fail, type Out, print } from './out.ts'
import { checkPacks, watchPacks } from './pack/check-command.ts'
import { coverPacks } from './pack/coverage-command.ts'
import { describePack } from './pack/describe-command.ts'
import { type Asked, evaluateFacts, explainFacts } from './pack/evaluate-command.ts'
import { bpmnCommand, dmnCommand } from './pack/interchange-options.ts'
import { rankCommand } from './pack/rank-command.ts'
import { tryPacks } from './pack/try-command.ts'
import { refusals } from './refusals.ts'
import type { Machine } from './settings.ts'
import { type SimulateAsked, simulateDraft } from './simulate/simulate-command.ts'

type Flags = {
  readonly json?: true
  readonly facts?: string
  readonly on?: string
  readonly lang?: string
  readonly text?: string
  readonly watch?: true
  readonly draft?: string
  readonly against?: string
  readonly by?: string[]
  readonly from?: string
  readonly as?: string
  readonly out?: string
  readonly over?: true
  readonly database?: true
  readonly timeRoot?: string
  readonly backup?: string
  readonly reset?: string
  readonly services?: readonly string[]
  readonly repair?: boolean
}

/**
 * Runs one command of `banfa`. Exits 0 only on success; what goes wrong is said with what, why and
 * next step, or as one JSON value with --json.
 * @param today the day that --on means when it is left out, yyyy-mm-dd
 */
export async function runCommand(
  argv: readonly string[],
  machine: Machine,
  around: Around,
): Promise<void> {
  const out: Out = { json: argv.includes('--json') }
  try {
    await commands(machine, { ...around, out }).parseAsync(argv, { from: 'user' })
  } catch (problem) {
    if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2
    else if (problem instanceof Refusal) failRefused(problem, out, around.catalogue)
    else throw problem
  }
}

export type Around = {
  readonly today: string
  readonly version: string
  readonly catalogue: RefusalCatalogue
}

function commands(machine: Machine, { today, version, out }: Around & { out: Out }): Command {
  const program = new Command('banfa')
    .version(version)
    .exitOverride()
    .description('有办法：把办法变成可执行、可核对的数据 · measures as data')
  const { root } = machine.settings
  const onPacks = (
    name: string,
    says: string,
    run: (root: string, packs: string[], out: Out) => Promise<void>,
  ) =>
    named(program, name, says)
      .argument('[packs...]')
      .action((packs: string[]) => run(root, packs, out))
  onCheck(program, { root, out })
  onPacks('try', '运行全部例子 · run the worked examples on every runner', tryPacks)
  onPacks(
    'coverage',
    '条款、条件与界值的覆盖 · articles, conditions and boundaries covered',
    coverPacks,
  )
  onFacts(
    program,
    { name: 'evaluate', says: '对一份事实求结果 · the outcome of a service on facts' },
    (asked) => evaluateFacts({ ...asked, root, on: asked.on || today }, out),
  )
  onFacts(
    program,
    {
      name: 'explain',
      says: '逐条说明理由；只给包名时用文字说出整个包 · the same, with every reason; of a pack alone, the pack in words',
      alone: (asked) => describePack({ ...asked, root }, out),
    },
    (asked) => explainFacts({ ...asked, root, on: asked.on || today }, out),
  )
  onDocuments(program, { root, out })
  onSimulate(program, (asked) => simulateDraft({ ...asked, root, on: asked.on || today }, out))
  onMatch(program, (asked) => matchAll(machine, { ...asked, on: asked.on || today }, out))
  program.addCommand(rankCommand({ root, today }, out))
  program.addCommand(dmnCommand(root, out))
  program.addCommand(bpmnCommand(root, out))
  onOffice(program, machine, out)
  onCertificates(program, machine, out)
  return program
}

/** Commands about the office itself: what is installed, who works there, serving it, its record. */
function onOffice(program: Command, machine: Machine, out: Out): void {
  named(program, 'install', '安装包 · install packs into the rulebook')
    .argument('[packs...]')
    .option('--text <document>', '办法正文 · the official text, your own document')
    .action((packs: string[], flags: Flags) =>
      installPacks(machine, { packs, document: flags.text ?? null }, out),
    )
  named(program, 'people', '录入机构和人员 · enter offices and people from a file')
    .argument('[file]')
    .option('--reset <login>', '重置一人的登录 · end every way of signing in of one person')
    .action((file: string | undefined, { reset }: Flags) => {
      if (reset !== undefined) return resetOne(machine, reset, out)
      return enterPeople(machine, file ?? refusal('cli.people-what'), out)
    })
  named(program, 'serve', '启动 · serve the product').action(() =>
    machine.serve({ demo: false }, tellAddress(out)),
  )
  named(program, 'demo', '启动演示区 · serve with demo data').action(() =>
    machine.serve({ demo: true }, tellAddress(out)),
  )
  named(program, 'replay-draw', '复核专家随机抽取 · draw a lot of experts again from its proof')
    .argument('<proof>')
    .action((file: string) => replayDraw(file, out))
  named(program, 'verify', '核对记录链、锚点、文件和待办 · check record, anchors, files and board')
    .option('--backup <folder>', '核对备份，不需要数据库 · check a backup, without a server')
    .option('--time-root <pem>', '时间戳根证书 · the root that time stamps must lead to')
    .action(({ backup, timeRoot }: Flags) =>
      backup === undefined
        ? verifyOffice(machine, timeRoot ?? null, out)
        : verifyFolder(backup, out),
    )
  named(program, 'backup', '备份到文件夹 · back everything up into a folder')
    .argument('<folder>')
    .action((folder: string) => makeBackup(machine, folder, out))
  named(program, 'restore', '从备份恢复 · restore a backup into an empty database')
    .argument('<folder>')
    .action((folder: string) => restoreBackup(machine, folder, out))
}

function onCheck(program: Command, { root, out }: { root: string; out: Out }): void {
  named(program, 'check', '检查包，列出全部问题 · every complaint with file, line and article')
    .argument('[packs...]')
    .option('--text <document>', '办法正文，核对数字 · the official text, to compare the numbers')
    .option('--watch', '保存即再检查 · check again at every save')
    .action((packs: string[], flags: Flags) => {
      const checking = { root, packs, document: flags.text ?? null }
      return flags.watch ? watchPacks(checking, out) : checkPacks(checking, out)
    })
}

function onDocuments(program: Command, { root, out }: { root: string; out: Out }): void {
  named(program, 'read', '读文件的章条项和表 · a document’s chapters, articles, items and tables')
    .argument('<file>')
    .action((file: string) => printReading(file, out))
  named(program, 'new', '由文件写出包的骨架 · the skeleton of a pack from a document')
    .requiredOption('--from <document>', '办法正文 · docx, txt, md or html')
    .option('--as <key>', '包名，英文 · the pack’s name')
    .option('--out <folder>', '写到哪里 · where to write, packs/<key> when left out')
    .option('--over', '写入已有的文件夹 · write into a folder that is there')
    .action((flags: Flags) =>
      writeSkeleton(
        {
          root,
          document: flags.from ?? '',
          named: flags.as ?? null,
          out: flags.out ?? null,
          over: flags.over ?? false,
        },
        out,
      ),
    )
}

const tellAddress = (out: Out) => (address: string) =>
  print(out, { json: { address }, lines: [`有办法 Banfa: ${address}`] })

function named(program: Command, name: string, says: string): Command {
  return program.command(name).description(says).option('--json', '输出 JSON · print JSON')
}

type Naming = { readonly name: string; readonly says: string }

function onFacts(
  program: Command,
  { name, says, alone }: Naming & { readonly alone?: (asked: OfPack) => Promise<void> },
  run: (asked: Omit<Asked, 'root'>) => Promise<void>,
): void {
  const facts = new Option(
    '--facts <file>',
    '事实文件（JSON 或 YAML） · facts as JSON or YAML; - reads standard input',
  )
  named(program, name, says)
    .argument('<pack>')
    .argument(alone ? '[service]' : '<service>')
    .addOption(alone ? facts : facts.makeOptionMandatory())
    .option('--on <day>', '哪一天 · the day asked for, yyyy-mm-dd')
    .option('--lang <language>', 'zh 或 en', 'zh')
    .action((pack: string, service: string | undefined, flags: Flags) => {
      const language = flags.lang === 'en' ? 'en' : 'zh'
      if (alone && service === undefined) return alone({ pack, language })
      if (service === undefined || flags.facts === undefined) return refusal('cli.facts-what')
      return run({ pack, service, facts: flags.facts, on: flags.on ?? '', language })
    })
}

type OfPack = Pick<Asked, 'pack' | 'language'>

function onMatch(program: Command, run: (asked: MatchAsked) => Promise<void>): void {
  const option = new Option('--facts <file>', '事实表：csv、ndjson 或 parquet · a table of facts')
  named(program, 'match', '逐户匹配全部事项 · every enterprise against every service')
    .addOption(option.conflicts('database'))
    .option('--database', '本区登记的企业和施行中的办法 · the zone’s own parties and measures')
    .option('--on <day>', '哪一天 · the day asked for, yyyy-mm-dd')
    .option('--services <services...>', '只答这些事项 · only these, by name or pack/service')
    .option('--repair', '逐户求最小补救，较慢 · the smallest repair of each refusal, slower')
    .option('--out <file>', '结果：csv、ndjson、xlsx 或 parquet · where the answers go')
    .action(({ facts, database, on, services, repair, out }: Flags) => {
      if (facts === undefined && !database) refusal('cli.match-what')
      return run({
        facts: facts ?? null,
        on: on ?? '',
        services: services ?? null,
        smallest: repair === true,
        out: out ?? null,
      })
    })
}

function onSimulate(program: Command, run: (asked: Omit<SimulateAsked, 'root'>) => Promise<void>) {
  named(program, 'simulate', '草案试算：谁受益、谁落选、花多少 · a draft beside the text in force')
    .requiredOption('--draft <pack>', '草案 · the draft')
    .requiredOption('--against <pack>', '现行 · the text in force')
    .requiredOption('--facts <file>', '事实表：csv、ndjson 或 parquet · a table of facts')
    .option('--by <facts...>', '按哪些事实分组 · facts to count by: district, industry, size')
    .option('--on <day>', '哪一天 · the day asked for, yyyy-mm-dd')
    .option('--out <file>', '名单：csv · the list behind the numbers')
    .action(({ draft, against, facts, by, on, out }: Flags) =>
      run({
        draft: draft ?? '',
        against: against ?? '',
        facts: facts ?? '',
        by: by ?? [],
        on: on ?? '',
        out: out ?? null,
      }),
    )
}

function failRefused(refused: Refusal, out: Out, catalogue: RefusalCatalogue): void {
  const said = explainRefusal(refused, {
    ...kernelRefusals,
    ...readerRefusals,
    ...catalogue,
    ...refusals,
  })
  const { what, why, next, code, cite, fields } = said
  fail(out, {
    json: { error: { code, cite, fields, what, why, next } },
    lines: [`${what.zh} · ${what.en}`, `  ${why.zh} · ${why.en}`, `  → ${next.zh} · ${next.en}`],
  })
}
