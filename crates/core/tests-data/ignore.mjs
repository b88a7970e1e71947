// Records which paths aws-cdk-lib's ignore strategies leave out, for made-up patterns.
//
//   node ignore.mjs <a folder with node_modules/aws-cdk-lib> [count] [seed] > ignore.tsv
//
// Each line: the mode, the patterns as a JSON array, the paths as a JSON array, and a digit for each path: 1 if it is
// ignored, plus 2 if it is completely ignored as a directory; or `-` where the patterns are refused. A greater count
// and other seeds make a longer test, for which the file here is only a sample.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'index.js'));
const { IgnoreStrategy } = require('aws-cdk-lib');
const count = Number(process.argv[3] ?? 900);

let state = (Number(process.argv[4] ?? 1) * 2654435761) >>> 0 || 1;
function random(bound) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % bound;
}
const pick = (from) => from[random(from.length)];
const times = (n, make) => Array.from({ length: n }, make);

const NAMES = [
  'a', 'b', 'ab', 'abc', 'A', 'B', '.a', '.git', 'a.js', 'b.js', '.js', 'foo', 'foo.bar', 'a b', 'a+b', 'x{y}', '[a]', '(a)', 'é', 'É',
  '😀', '日本', 'a-b', '1', '12', '-', '!a', '#a', 'a$', '^a', 'a|b', 'a\\b', '*', '?', 'foo.tar.gz', 'node_modules', 'index.ts',
];
const SHORT_NAMES = ['a', 'b', 'ab', 'ba', '.a', 'aa', 'bb', 'c', 'abc'];
// What patterns are made of: of the three modes, of groups in shell patterns, and of `**` and braces in these.
const KINDS = {
  glob: ['*', '**', '?', 'a', 'b', '.', 'js', '.js', '/', '/', '/**/', '**/', '{', '}', '{a,b}', '{1..3}', '[ab]', '[!a]', '[a-c]', '[', '[]',
    ']', '(', ')', '|', '!(a)', '@(a|b)', '+(a)', '*(b)', '?(.)', '!', '\\', '#', '-', '..', ',', '$', '^', '[^b]', '[\\]]', '[a-]', '{}', '\\*'],
  git: ['*', '**', '?', 'a', 'b', '.', '.js', '/', '/', '/**/', '**/', '[ab]', '[!a]', '[a-c]', '[c-a]', '[', ']', '[\\]]', '\\', '\\*', '\\ ',
    ' ', '  ', '#', '!', '+', '(', '|', '$', '^', '{', '}', '\\\\', '\\d', '\\b', '***', '\ufeff', '\t', '-', 'A'],
  docker: ['*', '**', '?', 'a', 'b', '.', '.js', '/', '/', '/**/', '**/', '[ab]', '[^a]', '[a-c]', '[', ']', '\\', '\\*', ' ', '#', '!', '..',
    './', '+', '(a|b)', '$', '^', '{', '}', '{2}', '|', 'A', '\\d', '-', '/!', '\n'],
  groups: ['!(', '@(', '*(', '+(', '?(', ')', ')', ')', '|', 'a', 'b', 'ab', '*', '?', '.', '.a', '[ab]', '\\', '!(a)', '@(a|b)', '*(.a|b)', '+(*)'],
  globstars: ['a/', 'b/', '**/', '**/', '**/', '*/', 'a', 'b', '**', '.a/', '?', '../', './', '{a,b}/', 'ab/', '{a,**}/', '{', '}', ',', '{2..1}',
    '{b..a..2}', '{01..3}', '$', '\\,', '..'],
};

const pattern = (kind) => {
  const plain = kind === 'glob' || kind === 'git' || kind === 'docker';
  const parts = times(1 + random(kind === 'globstars' ? 9 : 6), () => pick(plain && random(3) === 0 ? NAMES : KINDS[kind]));
  return ((random(8) === 0 ? '!' : '') + parts.join('')).toWellFormed();
};
const path = (names, most) => times(1 + random(most), () => pick(names)).join('/');
// A path that is likely to match.
const near = (text) => text.replace(/^!+/, '').replaceAll('**', () => path(NAMES, 3)).replaceAll('*', () => pick(['', 'x', 'ab']))
  .replaceAll('?', () => pick(['a', 'b'])).replace(/[[\]{}()|!@+]/g, () => pick(['', 'a'])).replace(/[\n\0]/g, '');
const isPath = (text) => !/^\.+(\/|$)/.test(text) && text.split('/').every((name) => name !== '' && name !== '.' && name !== '..');

for (let index = 0; index < count; index++) {
  const kind = pick(Object.keys(KINDS));
  const mode = KINDS[kind] === KINDS.groups || KINDS[kind] === KINDS.globstars ? 'glob' : kind;
  const patterns = times(random(4) === 0 ? 1 + random(4) : 1, () => pattern(kind));
  const shortPaths = mode === kind ? [path(NAMES, 5)] : times(8, () => path(SHORT_NAMES, kind === 'groups' ? 1 : 6));
  const nearPaths = patterns.flatMap((each) => [near(each), `${near(each)}/${pick(NAMES)}`, `${pick(NAMES)}/${near(each)}`]);
  const paths = [...new Set([...shortPaths, ...nearPaths])].map((each) => each.toWellFormed()).filter(isPath);
  if (paths.length === 0) continue;
  let results;
  try {
    const strategy = IgnoreStrategy[mode]('/root', patterns);
    results = paths.map((each) => {
      return (strategy.ignores(`/root/${each}`) ? 1 : 0) + (strategy.completelyIgnores(`/root/${each}`) ? 2 : 0);
    }).join('');
  } catch {
    results = '-';
  }
  process.stdout.write(`${mode}\t${JSON.stringify(patterns)}\t${JSON.stringify(paths)}\t${results}\n`);
}
