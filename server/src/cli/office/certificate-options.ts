import { type Command, Option } from 'commander'
import type { Out } from '../out.ts'
import type { Machine } from '../settings.ts'
import { verifyCertificateFile } from './certificate-command.ts'
import { tellKeys } from './keys-command.ts'

/** Commands about certificates: checking a file, and the keys they are signed with. */
export function onCertificates(program: Command, machine: Machine, out: Out): void {
  const json = () => new Option('--json', '只输出一个 JSON 值 · print one JSON value')
  program
    .command('verify-certificate')
    .description('离线核验证书文件 · verify a certificate’s file, offline')
    .addOption(json())
    .argument('<file>')
    .option('--keys <issuer>', '签发机构公布的密钥 · what /.well-known/banfa-issuer.json answers')
    .action((file: string, flags: { readonly keys?: string }) =>
      verifyCertificateFile({ file, keys: flags.keys ?? null }, out),
    )
  program
    .command('keys')
    .description('证书签名密钥 · the keys certificates are signed with')
    .addOption(json())
    .option('--rotate', '换用新密钥 · sign with a new one from now on')
    .option('--revoke <kid>', '作废密钥，其签名不再采信 · what it signed counts no more')
    .option('--reason <text>', '作废的理由 · why it is revoked')
    .action((flags: { rotate?: true; revoke?: string; reason?: string }) =>
      tellKeys(
        machine,
        {
          rotate: flags.rotate ?? false,
          revoke: flags.revoke ?? null,
          reason: flags.reason ?? '未写明',
        },
        out,
      ),
    )
}
