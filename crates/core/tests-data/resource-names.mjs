// Records the names that aws-cdk-lib's `Names.uniqueResourceName` gives for paths and options.
//
//   node resource-names.mjs <a folder with node_modules/aws-cdk-lib> > resource-names.tsv
//
// Each line: the path as a JSON array, a tab, the options as a JSON object, a tab, the name as a JSON string.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'index.js'));
const root = join(require.resolve('aws-cdk-lib'), '..');
const { makeUniqueResourceName } = require(join(root, 'core/lib/private/unique-resource-name.js'));

const PATHS = [
  ['Stack'], ['my-stack_1.x'], ['Stack', 'Api'], ['Stack', 'Api', 'Resource'], ['Stack', 'Default', 'Api'], ['Resource'],
  ['Stack', 'Stack', 'My Api/Größe'], ['S'.repeat(300)], ['S'.repeat(200), 'T'.repeat(101)], ['a😀b', 'c\\d]e^f'],
  ['---', '///'], ['éé', '日本'], ['A', 'xA', 'A'], ['tab\there', 'n\nl', 'v\u000bt', 'nb\u00a0sp'],
];
const CLASSES = [
  undefined, '', '_', '-', '_-', '-_', '_.-', ' -/', '/ -~', '\\-', '\\]', '\\\\', '\\s', '\\w-', '\\d-x', '_-\\s', '\\W',
  'é', '日', '😀', '\\u00e0-\\u00ff', '\\x2d', '\\t', '^', '.', '+=,.@-', '/_+=.@-', '\\^', '\\cI', '\\_', '\\0', '\\S',
];
const REST = [
  {}, { maxLength: 64 }, { maxLength: 63, separator: '-' }, { maxLength: 20 }, { maxLength: 21, prefix: 'pre-' },
  { maxLength: 9 }, { maxLength: 8 }, { maxLength: 5 }, { separator: '__', maxLength: 300 }, { prefix: 'ü😀', maxLength: 13 },
];

for (const path of PATHS) {
  CLASSES.forEach((allowedSpecialCharacters, index) => {
    // Every class with the default lengths, every length with some classes.
    const rest = index < 4 ? REST : path.join('').length < 300 ? [REST[0], REST[index % REST.length]] : [];
    for (const each of new Set(rest)) {
      const options = { ...each, allowedSpecialCharacters };
      const name = makeUniqueResourceName(path, options).toWellFormed();
      process.stdout.write(`${JSON.stringify(path)}\t${JSON.stringify(options)}\t${JSON.stringify(name)}\n`);
    }
  });
}
