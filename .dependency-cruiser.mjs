// The walls of HOUSE: down by the door, sideways by event, never up, never in.
// Each comment is read at the moment of the mistake, so it says what to do instead.
const floors = [
  ['kernel'],
  ['identity', 'registries', 'rulebook', 'documents', 'clocks', 'ledger', 'reader'],
  ['cases'],
  [
    'meetings',
    'consultations',
    'appraisal',
    'incentives',
    'cultivation',
    'premises',
    'requests',
    'outbox',
  ],
  ['statistics', 'exchange', 'simulations'],
  ['http', 'jobs', 'cli'],
]
const rooms = (names) => `^server/src/(${names.join('|')})/`

const downOnly = floors.map((floor, level) => ({
  name: `floor-${level}-calls-down`,
  comment: 'Call a lower floor, or record an event and let the other room listen.',
  severity: 'error',
  from: { path: rooms(floor) },
  to: { path: rooms(floors.slice(level).flat()), pathNot: '^server/src/$1/' },
}))

export default {
  forbidden: [
    ...downOnly,
    {
      name: 'by-the-door',
      severity: 'error',
      comment: "Import the room's index.ts. If it does not offer what you need, ask that room to.",
      from: { path: '^server/src/([^/]+)/' },
      to: { path: '^server/src/[^/]+/.+', pathNot: ['^server/src/$1/', '/index[.]ts$'] },
    },
    {
      name: 'main-is-the-roof',
      severity: 'error',
      comment: 'Only main.ts wires the product; no room imports it.',
      from: { path: '^server/src/[^/]+/' },
      to: { path: '^server/src/main[.]ts$' },
    },
    {
      name: 'policy-is-pure',
      severity: 'error',
      comment:
        'The engine runs in a browser and in a database build. It may not touch the machine.',
      from: { path: '^policy/src/', pathNot: '[.]test[.]ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: 'node_modules/(yaml|fast-xml-parser|temporal-polyfill|temporal-spec)',
      },
    },
    {
      name: 'evaluator-never-sees-text',
      severity: 'error',
      comment: 'Compile makes the program; evaluate, explain and emit see only the program.',
      from: {
        path: '^policy/src/(program|values|evaluate|explain|emit|procedure|repair|lower|closures|columns)/',
        pathNot: '[.]test[.]ts$',
      },
      to: { path: '^policy/src/(text|syntax|check|compile)/' },
    },
    {
      name: 'no-parser-in-a-browser',
      severity: 'error',
      comment: 'The web imports @banfa/policy/run, the door without a parser.',
      from: {
        path: '^web/src/',
        // Packs are written in the office: its editor checks in a worker of its own (ADR 0050).
        pathNot: '^web/src/desks/office/editor/(check-worker|checked|text/text[.]test)[.]ts$',
      },
      to: { path: '^policy/src/index[.]ts$' },
    },
    {
      name: 'no-dmn-in-a-browser',
      severity: 'error',
      comment: 'The web imports @banfa/policy/run, the door without a parser.',
      from: { path: '^web/src/' },
      to: { path: '^policy/src/dmn[.]ts$' },
    },
    {
      name: 'policy-by-its-doors',
      severity: 'error',
      comment:
        'Import @banfa/policy (authors), /run (runners), /rank (a field), /repair (what would change it), /one-case (quick), /bulk (many rows), /sql, /dmn or /bpmn.',
      from: { path: '^(server|web)/' },
      to: {
        path: '^policy/src/',
        pathNot: '^policy/src/(index|run|rank|repair|one-case|bulk|sql|dmn|bpmn)[.]ts$',
      },
    },
    {
      name: 'no-code-from-text-in-a-browser',
      severity: 'error',
      comment: 'A strict content policy forbids it: use rowClosures of @banfa/policy/one-case.',
      from: {
        path: '^(web/|policy/src/(run[.]ts|repair[.]ts|one-case[.]ts|closures/|outcomes/|evaluate/|explain/|repair/|emit/))',
      },
      to: {
        path: '^policy/src/(bulk[.]ts|columns/(build|code|counts|read-row|replay|row-code|run)[.]ts)$',
      },
    },
    {
      name: 'runner-door-reaches-no-code',
      severity: 'error',
      comment: 'Whatever these doors reach must run where no code may be built from text.',
      from: { path: '^policy/src/(run|rank|repair|one-case)[.]ts$' },
      to: {
        path: '^policy/src/columns/(build|code|counts|read-row|row-code|run)[.]ts$',
        reachable: true,
      },
    },
    {
      name: 'desks-are-separate',
      severity: 'error',
      comment:
        'Applicants and officers have separate pages; what both need moves to web/src/parts.',
      from: { path: '^web/src/desks/([^/]+)/' },
      to: { path: '^web/src/desks/', pathNot: '^web/src/desks/$1/' },
    },
    {
      name: 'web-knows-only-the-contract',
      severity: 'error',
      comment: 'The web talks to the server through the generated client of openapi.json.',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: {
        pathNot: '[.](test|spec)[.]tsx?$|^(server|policy)/(testing|journeys)/|^testing/|^tools/',
      },
      to: { path: '[.](test|spec)[.]tsx?$|^(server|policy)/testing/|^testing/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|node_modules)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
