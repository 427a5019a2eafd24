// Who may import whom: the layer table of the design, as rules. Type-only imports count like any other.

/** Each folder and all that it may import besides itself and npm packages. */
const layers = {
  'electron/shell': ['electron/app', 'shared'],
  'electron/host': ['electron/app', 'shared'],
  'electron/app': [
    'electron/agent',
    'electron/documents',
    'electron/providers',
    'electron/project',
    'shared',
  ],
  'electron/agent': ['electron/prompts', 'electron/providers', 'electron/project', 'shared'],
  'electron/documents': ['shared'],
  'electron/prompts': ['shared'],
  'electron/providers': ['shared'],
  'electron/project': ['shared'],
  renderer: ['shared'],
  shared: [],
}

const withoutNode = ['shared', 'renderer', 'electron/agent', 'electron/prompts']

const registries = [
  'shared/commands',
  'shared/constraints',
  'electron/providers',
  'electron/documents/exports',
  'electron/documents/imports',
  'electron/documents/citations/styles',
  'renderer/panels',
]

/** The npm packages that the pure folder may use: those without input, output or state. */
const packagesOfShared = [
  'zod',
  '@orpc/contract',
  '@noble/hashes',
  '@types/mdast',
  'chrono-node',
  'diff',
  'mdast-util-[^/]+',
  'micromark[^/]*',
  'unist-util-[^/]+',
  'yaml',
]

const any = (names) => `(${names.join('|')})`
const ours = '^(shared|electron|renderer|e2e|scripts)/'
// A .check.ts is a test that is run by hand. What tests are made with stands beside them: folders called testing,
// files called test-… or arbitraries.
const testKit = '/(testing/|test-[^/]+\\.tsx?$|arbitraries\\.ts$)'
const tests = ['\\.(test|check)\\.tsx?$', '^e2e/', '\\.config\\.ts$', testKit]
const packages = '(^|/)node_modules/'
const electronPackage = '^electron(/(main|renderer|common|utility))?$'
const bannedNames = '[/.-](utils?|helpers?|common|managers?|services?)[./]'
const index = '(^|/)index\\.tsx?$'
const mayBeIndex = `^${any(registries)}/index\\.ts$`

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const layerRules = Object.entries(layers).map(([folder, below]) =>
  rule(
    `layer-${folder.replace('electron/', '')}`,
    `${folder} imports ${below.length === 0 ? 'nothing of ours' : below.join(', ')} besides itself.`,
    { path: `^${folder}/` },
    { path: ours, pathNot: [`^${any([folder, ...below])}/`, electronPackage] },
  ),
)

const nodeRules = withoutNode.map((folder) =>
  rule(
    `no-node-in-${folder.replace('electron/', '')}`,
    `${folder} uses no Node module (its tests may).`,
    { path: `^${folder}/`, pathNot: tests },
    { dependencyTypes: ['core'] },
  ),
)

/** The same rule twice: a file is met as one that imports, or as one that is imported. */
const nameRules = [
  [
    'no-banned-name',
    'A file or folder is named after what it holds, not utils or helpers.',
    bannedNames,
    [packages],
  ],
  [
    'index-is-a-registry',
    'index.ts is the name of a registry and of nothing else.',
    index,
    [packages, mayBeIndex],
  ],
  [
    'folder-has-a-layer',
    'Every file of electron lies in a folder of the layer table.',
    '^electron/',
    [`^${any(Object.keys(layers))}/`, electronPackage],
  ],
].flatMap(([name, comment, path, pathNot]) => [
  rule(name, comment, { path, pathNot }, {}),
  rule(name, comment, {}, { path, pathNot }),
])

module.exports = {
  forbidden: [
    ...layerRules,
    ...nodeRules,
    ...nameRules,
    rule(
      'packages-of-shared',
      'shared uses only the npm packages listed for it.',
      { path: '^shared/', pathNot: tests },
      { path: packages, pathNot: `${packages}${any(packagesOfShared)}/` },
    ),
    rule(
      'electron-only-in-shell',
      'Only electron/shell imports the package electron.',
      { pathNot: '^electron/shell/' },
      { path: [electronPackage, `${packages}electron/`] },
    ),
    rule(
      'sqlite-only-in-database',
      'Only electron/project/database.ts imports SQLite.',
      { pathNot: '^electron/project/database\\.ts$' },
      { path: ['^(node:)?sqlite$', `${packages}(better-)?sqlite3?/`] },
    ),
    rule(
      'nothing-imports-e2e',
      'Whole-app tests are imported by nothing.',
      { pathNot: '^e2e/' },
      { path: '^e2e/' },
    ),
    rule(
      'no-test-code-in-product',
      'What is shipped imports neither tests nor what tests are made with.',
      { path: '^(shared|electron|renderer)/', pathNot: tests },
      {
        path: [
          '\\.(test|check)\\.tsx?$',
          testKit,
          `${packages}(vitest|fast-check|playwright-core|@playwright/test)/`,
        ],
      },
    ),
    rule(
      'grading-stands-alone',
      'What grades a benchmark reaches none of the code that it grades.',
      { path: '^electron/host/cli/bench/grading/', pathNot: tests },
      { path: '^shared/constraints/', reachable: true },
    ),
    rule('no-cycle', 'No file imports itself by a detour.', {}, { circular: true }),
    rule(
      'no-orphan',
      'A file that imports nothing and is imported by nothing is dead.',
      { orphan: true, pathNot: ['\\.d\\.ts$', ...tests, '^scripts/', '^[.]'] },
      {},
    ),
    rule(
      'no-unresolved',
      'Every import leads to a file or an installed package.',
      {},
      { couldNotResolve: true, pathNot: electronPackage },
    ),
  ],
  options: {
    // TypeScript 7 has no programming interface: left to itself, dependency-cruiser would read no .ts file at all
    // and find nothing wrong. e2e/layers.test.ts proves that it does read them.
    parser: 'swc',
    doNotFollow: { path: packages },
    exclude: { path: '^(out|test-results|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
