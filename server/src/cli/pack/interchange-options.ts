import { Command } from 'commander'
import type { Out } from '../out.ts'
import { exportBpmn } from './bpmn-command.ts'
import { exportDmn, importDmn } from './dmn-command.ts'

type Flags = { readonly out?: string; readonly pack?: string }

/** `banfa dmn export` and `banfa dmn import` with what they take. */
export function dmnCommand(root: string, out: Out): Command {
  const group = new Command('dmn').exitOverride().description('与 DMN 互通 · to and from DMN')
  named(group, 'export', '把一项服务导出为 DMN · a service as a DMN file')
    .argument('<pack>')
    .argument('<service>')
    .option('--out <file>', '写入文件 · write it here instead of to standard output')
    .action((pack: string, service: string, flags: Flags) =>
      exportDmn({ root, pack, service, to: flags.out ?? null }, out),
    )
  named(group, 'import', '把 DMN 决策表读成数值 · decision tables of a DMN file as values')
    .argument('<file>')
    .option('--pack <pack>', '可用该包的事实和数值 · the pack whose facts and values may be named')
    .option('--out <file>', '写入文件 · write it here instead of to standard output')
    .action((file: string, flags: Flags) =>
      importDmn({ root, file, pack: flags.pack ?? null, to: flags.out ?? null }, out),
    )
  return group
}

/** `banfa bpmn` with what it takes. */
export function bpmnCommand(root: string, out: Out): Command {
  return new Command('bpmn')
    .exitOverride()
    .description('把一项服务的办理流程导出为 BPMN 2.0 · the procedure of a service as BPMN 2.0')
    .option('--json', '输出 JSON · print JSON')
    .argument('<pack>')
    .argument('<service>')
    .option('--out <file>', '写入文件 · write it here instead of to standard output')
    .action((pack: string, service: string, flags: Flags) =>
      exportBpmn({ root, pack, service, to: flags.out ?? null }, out),
    )
}

function named(group: Command, name: string, says: string): Command {
  return group
    .command(name)
    .exitOverride()
    .description(says)
    .option('--json', '输出 JSON · print JSON')
}
