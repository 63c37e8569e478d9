/**
 * Who may import whom: the table of docs/architecture.md, as paths. A folder of ours may import itself and what its
 * row names; packages are named where a folder may see only some of them.
 */
const packages = '^node_modules/|^(node:)?[a-z_/]+$';

/** Ours that `from` may not import: everything but itself and the rows given. */
const only = (name, from, ours, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(app|core|server|prisma|tests)/', pathNot: [from, ...ours] },
});

/** Only `where` sees the packages that `pattern` names. */
const onlyIn = (name, where, pattern, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(app|core|server|prisma)/', pathNot: where },
  to: { path: pattern },
});

const everywhereInServer = ['^server/observe/', '^core/contract/'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports flow one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-index-doors',
      comment: 'A file is imported by its own name.',
      severity: 'error',
      from: {},
      to: { path: '/index\\.(ts|tsx|js|mjs|cjs)$', pathNot: '^node_modules/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: { path: '^(app|core|server|tests)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'product-without-tests',
      comment: 'Product code never sees tests.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'server-without-pages',
      comment: 'The server never sees app.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^app/' },
    },

    only('contract-alone', '^core/contract/', [], 'core/contract imports zod only.'),
    {
      name: 'contract-zod-only',
      comment: 'core/contract imports zod only.',
      severity: 'error',
      from: { path: '^core/contract/' },
      to: { path: packages, pathNot: '^node_modules/zod/' },
    },
    only('sim-pure', '^core/sim/', ['^core/contract/'], 'core/sim imports contract only.'),
    {
      name: 'sim-packages',
      comment: 'core/sim sees a few pure packages for maths and search, and nothing of Node.',
      severity: 'error',
      from: { path: '^core/sim/' },
      to: {
        path: packages,
        pathNot: '^node_modules/(@noble/hashes|@orama/stemmers|@stdlib|flatqueue|minisearch)/',
      },
    },
    only('view-pure', '^core/view/', ['^core/(contract|sim)/'], 'core/view imports contract and sim.'),
    {
      name: 'view-no-packages',
      comment: 'core/view sees no package and nothing of Node.',
      severity: 'error',
      from: { path: '^core/view/' },
      to: { path: packages },
    },

    only(
      'session-pure',
      '^core/session/',
      ['^core/contract/', '^core/sim/chance/'],
      'core/session: contract and chance. A session knows its runs by name alone.',
    ),
    {
      name: 'session-no-packages',
      comment: 'core/session sees no package and nothing of Node.',
      severity: 'error',
      from: { path: '^core/session/' },
      to: { path: packages },
    },
    only(
      'policy-from-view',
      '^core/policy/',
      ['^core/contract/', '^core/sim/chance/'],
      'core/policy: contract and chance. A policy is told a view and never sees a state, so it cannot know more than a participant.',
    ),
    {
      name: 'policy-no-packages',
      comment: 'core/policy sees no package and nothing of Node.',
      severity: 'error',
      from: { path: '^core/policy/' },
      to: { path: packages },
    },
    only(
      'replication',
      '^core/replication/',
      ['^core/(contract|sim|view|policy|statistics)/'],
      'core/replication imports the rest of core.',
    ),
    only(
      'what-if',
      '^core/whatIf/',
      ['^core/(contract|sim|policy|replication|statistics)/'],
      'core/whatIf imports contract, sim, policy, replication, statistics.',
    ),
    only(
      'class',
      '^core/class/',
      ['^core/(contract|statistics)/', '^core/sim/(chance|measures)/'],
      'core/class imports contract, statistics, draws and quantiles.',
    ),
    {
      name: 'class-no-packages',
      comment: 'core/class sees no package and nothing of Node.',
      severity: 'error',
      from: { path: '^core/class/' },
      to: { path: packages },
    },
    only(
      'statistics',
      '^core/statistics/',
      ['^core/sim/(chance|measures)/'],
      'core/statistics imports draws and quantiles.',
    ),
    {
      name: 'statistics-packages',
      comment: 'core/replication, core/statistics and core/whatIf see packages of statistics.',
      severity: 'error',
      from: { path: '^core/(replication|statistics|whatIf)/' },
      to: { path: packages, pathNot: '^node_modules/(@stdlib|simple-statistics)/' },
    },

    only(
      'session-ports',
      '^server/session/',
      ['^core/', '^server/observe/'],
      'server/session: contract, sim, view and its own ports.',
    ),
    only(
      'catalog',
      '^server/catalog/',
      [
        '^core/(contract|sim|session|class|policy|replication|whatIf)/',
        '^server/(store|observe)/',
        '^server/auth/may\\.ts$',
      ],
      'server/catalog: core without view and statistics, server/store, the table of who may do what.',
    ),
    only(
      'store',
      '^server/store/',
      [
        '^core/contract/',
        '^server/observe/',
        '^server/session/(ports|roomPorts)\\.ts$',
        '^prisma/generated/',
      ],
      'server/store: contract, the ports, the generated client.',
    ),
    only(
      'gateway',
      '^server/gateway/',
      ['^core/(contract|view)/', '^server/(session|auth|observe)/'],
      'server/gateway: contract, view, server/session, server/auth.',
    ),
    only(
      'alarm',
      '^server/alarm/',
      ['^server/observe/', '^server/session/ports\\.ts$'],
      'server/alarm: the ports.',
    ),
    only(
      'auth',
      '^server/auth/',
      [...everywhereInServer, '^server/store/'],
      'server/auth: contract, server/store.',
    ),
    only('observe', '^server/observe/', [], 'server/observe imports nothing of ours.'),
    only(
      'replication-alone',
      '^server/replication/',
      ['^core/'],
      'server/replication: core only, so that its worker is small.',
    ),
    onlyIn(
      'threads-in-replication',
      '^server/replication/',
      '^node_modules/piscina/',
      'Only server/replication has worker threads.',
    ),
    only(
      'tools-without-gateway',
      '^server/tools/',
      ['^core/', '^server/(?!gateway/)', '^prisma/'],
      'server/tools: all of server but the gateway.',
    ),
    only(
      'http',
      '^server/http/',
      ['^core/contract/', '^server/(?!gateway/|tools/)'],
      'server/http: adapters of HTTP, without the live wire.',
    ),
    onlyIn(
      'prisma-in-store',
      '^server/(store|tools)/',
      '^(prisma/generated/|node_modules/(@prisma|\\.prisma|prisma)/)',
      'Only server/store sees Prisma.',
    ),
    onlyIn(
      'sqlite-in-store',
      '^server/store/',
      '^node_modules/better-sqlite3/',
      'Only server/store sees better-sqlite3.',
    ),
    onlyIn(
      'socket-in-gateway',
      '^server/gateway/',
      '^node_modules/(socket\\.io|engine\\.io)/',
      'Only server/gateway sees socket.io.',
    ),
    onlyIn(
      'socket-client-in-lib',
      '^app/_lib/',
      '^node_modules/socket\\.io-client/',
      'Only app/_lib opens the wire.',
    ),

    onlyIn('workers-in-lib', '^app/_lib/', '^node_modules/comlink/', 'Only app/_lib talks to web workers.'),

    {
      name: 'pages-at-rest',
      comment:
        'app reads data at rest: of the server it sees catalog and auth, never what is live (three module instances).',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(server|prisma|tests)/', pathNot: ['^server/(catalog|auth)/'] },
    },
    {
      name: 'server-from-routes-only',
      comment: 'Only routes (pages, layouts, route handlers, actions) read the catalog.',
      severity: 'error',
      from: { path: '^app/.*_(features|ui|lib|messages)/' },
      to: { path: '^(server|prisma)/' },
    },
    {
      name: 'ui-leaves',
      comment: 'app/_ui are leaves: they know neither features nor the wire.',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: { path: '^(core|app)/', pathNot: ['^app/_ui/'] },
    },
    {
      name: 'lib-below-features',
      comment: 'app/_lib knows neither features, leaves nor routes.',
      severity: 'error',
      from: { path: '^app/_lib/' },
      to: { path: '^app/', pathNot: ['^app/_(lib|messages)/'] },
    },
    {
      name: 'features-are-islands',
      comment: 'A feature imports no other feature and no route.',
      severity: 'error',
      from: { path: '^app/_features/([^/]+)/' },
      to: { path: '^app/', pathNot: ['^app/_features/$1/', '^app/_(ui|lib|messages)/'] },
    },
    {
      name: 'no-zod-in-pages',
      comment: 'The browser imports types of the contract and trusts its own server: zod weighs 35 kB.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^node_modules/zod/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: ['^\\.next/', '^dist/', '^app/.*\\.css$', '^next-env\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
