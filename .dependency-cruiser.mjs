// Who may import whom. Features stand in the order in which they may use each other: each one only those above it.
const FEATURES = [
  'audit',
  'rulepacks',
  'businesses',
  'members',
  'brake',
  'channels',
  'contacts',
  'ledger',
  'consent',
  'standing',
  'costs',
  'signup',
  'templates',
  'segments',
  'dispatch',
  'campaigns',
  'intake',
  'inbox',
  'card',
  'proof',
  'privacy',
  'preferences',
  'merge',
  'integrations',
  'records',
  'insights',
  'retention',
  'compliance',
]
const ANY_FEATURE = `^server/src/(${FEATURES.join('|')})/`
const TEST = '\\.test\\.ts$|^server/src/testing/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Take the shared part out into a file below both.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import points nowhere: fix the path or add the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'platform holds no domain word: move the code into a feature, or pass it in.',
      from: { path: '^server/src/platform/', pathNot: TEST },
      to: { path: '^server/src/(?!platform/)' },
    },
    {
      name: 'whatsapp-knows-no-feature',
      severity: 'error',
      comment: 'whatsapp knows only the wire format: pass what it needs as arguments.',
      from: { path: '^server/src/whatsapp/', pathNot: TEST },
      to: { path: '^server/src/(?!platform/|whatsapp/)' },
    },
    {
      name: 'only-main-uses-app',
      severity: 'error',
      comment:
        'app joins everything and is used by nothing: offer a hook (platform/hooks.ts) and let app wire it.',
      from: { path: '^server/src/(?!app/|main\\.ts)', pathNot: TEST },
      to: { path: '^server/src/app/' },
    },
    ...FEATURES.map((feature, rank) => ({
      name: `order-${feature}`,
      severity: 'error',
      comment: `${feature} may use only the features above it in .dependency-cruiser.mjs: let it offer a hook that app wires.`,
      from: { path: `^server/src/${feature}/`, pathNot: TEST },
      to: { path: `^server/src/(${FEATURES.slice(rank + 1).join('|') || 'none'})/` },
    })),
    {
      name: 'feature-door',
      severity: 'error',
      comment: 'A feature is entered through its index.ts: export there what you need.',
      from: { path: '^server/src/([^/]+)/', pathNot: TEST },
      to: { path: ANY_FEATURE, pathNot: ['^server/src/$1/', '/index\\.ts$'] },
    },
    {
      name: 'platform-door',
      severity: 'error',
      comment: 'Folders of platform, and whatsapp, are entered through their index.ts.',
      from: { path: '^server/src/([^/]+)/', pathNot: TEST },
      to: {
        path: '^server/src/(platform/(db|http|jobs|vault)|whatsapp)/',
        pathNot: ['^server/src/$1/', '/index\\.ts$'],
      },
    },
    {
      name: 'tests-stay-in-tests',
      severity: 'error',
      comment: 'Code that runs in production must not need the test harness.',
      from: { path: '^server/src/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'restricted-vault-door',
      severity: 'error',
      comment:
        'The key of the restricted vault is for moving proof in, and for two members who unlocked it: use their verbs.',
      from: {
        path: '^server/src/',
        pathNot: `^server/src/privacy/(restrict-evidence|read-restricted)\\.ts$|${TEST}`,
      },
      to: { path: '^server/src/privacy/restricted-key\\.ts$' },
    },
    {
      name: 'simulator-stands-alone',
      severity: 'error',
      comment:
        'The simulator shares no code with the server, so that neither can hide the mistakes of the other.',
      from: { path: '^simulator/' },
      to: { path: '^(server|ledger|admin|widget)/' },
    },
    {
      name: 'simulator-only-in-demo',
      severity: 'error',
      comment: 'Only the demo starts the simulator.',
      from: { path: '^server/src/(?!app/demo/)', pathNot: TEST },
      to: { path: '^simulator/' },
    },
    {
      name: 'benches-measure-only',
      severity: 'error',
      comment: 'What is measured, or tortured, must not know that it is.',
      from: { path: '^(server|simulator|ledger|admin|widget)/' },
      to: { path: '^(bench|torture)/' },
    },
    {
      name: 'ledger-stands-alone',
      severity: 'error',
      comment: 'Whoever verifies a proof must be able to read all of the code that does it.',
      from: { path: '^ledger/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^ledger/src/|canonicalize' },
    },
    {
      name: 'pages-know-only-the-api',
      severity: 'error',
      comment: 'Pages know the server by its OpenAPI types only.',
      from: { path: '^(admin|widget)/' },
      to: { path: '^(server|simulator|ledger)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
