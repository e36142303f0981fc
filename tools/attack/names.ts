/** Names that lie about on servers, tried bare, in the usual folders and with the usual endings. */
const NAMES = [
  ...['admin', 'administrator', 'actuator', 'api-docs', 'archive', 'backup', 'backups', 'bin'],
  ...['build', 'cgi-bin', 'config', 'configuration', 'console', 'credentials', 'data', 'database'],
  ...['db', 'debug', 'dev', 'docs', 'dump', 'env', 'error', 'errors', 'export', 'files', 'graphql'],
  ...['health', 'hidden', 'home', 'id_rsa', 'index', 'info', 'install', 'internal', 'journal'],
  ...['keys', 'log', 'logs', 'manage', 'management', 'metrics', 'migrations', 'monitor', 'old'],
  ...['openapi', 'package', 'package-lock', 'passwd', 'phpinfo', 'phpmyadmin', 'postgres'],
  ...['postgres-keys', 'private', 'prometheus', 'readme', 'root', 'schema', 'secret', 'secrets'],
  ...[
    'server',
    'server-status',
    'settings',
    'setup',
    'shell',
    'signing-keys',
    'sql',
    'src',
    'status',
  ],
  ...['storage', 'swagger', 'swagger-ui', 'temp', 'test', 'tmp', 'trace', 'upload', 'uploads'],
  ...['user', 'users', 'vendor', 'version', 'web', 'webhook', 'wp-admin', 'wp-login'],
]
const ENDINGS = [
  '',
  '.json',
  '.bak',
  '.old',
  '.zip',
  '.tar.gz',
  '.sql',
  '.yaml',
  '.log',
  '.env',
  '~',
]
const FOLDERS = ['', 'api/', 'assets/', 'server/', '.well-known/']

/** Whole addresses that are holes wherever they are served, and ways out of the folder of the pages. */
const HOLES = [
  ...['.env', '.env.local', '.git/config', '.git/HEAD', '.svn/entries', '.npmrc', '.ssh/id_rsa'],
  ...['.DS_Store', '.htaccess', '.aws/credentials', 'web.config', 'Dockerfile', 'compose.yaml'],
  ...['package.json', '../package.json', '%2e%2e/package.json', '..%2fpackage.json'],
  ...['%2e%2e%2f%2e%2e%2fetc/passwd', '..%5c..%5cpackage.json', '%00', 'assets/%2e%2e/index.html'],
  ...['assets/../../package.json', '....//....//etc/passwd', 'database/postgres-keys.json'],
  ...['node_modules/fastify/package.json', 'server/src/main.ts', 'src/main.tsx', 'vite.config.ts'],
]

/**
 * The words of the trial: usual names in usual places, and every address of the description with the
 * folders above it.
 */
export function wordsOf(paths: readonly string[]): readonly string[] {
  const usual = FOLDERS.flatMap((folder) =>
    NAMES.flatMap((name) => ENDINGS.map((ending) => `${folder}${name}${ending}`)),
  )
  const above = paths.flatMap((path) => {
    const steps = path.split('?')[0]?.split('/').filter(Boolean) ?? []
    return steps.map((_, at) => steps.slice(0, at + 1).join('/'))
  })
  return [...new Set([...HOLES, ...usual, ...above])]
}
