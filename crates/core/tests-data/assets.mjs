// Records what aws-cdk-lib makes of directories: hashes (`FileSystem.fingerprint`, `AssetStaging`) and copies
// (`FileSystem.copyDirectory`).
//
//   node assets.mjs <a folder with node_modules/aws-cdk-lib> > assets.json
//
// `trees` says what is in each directory, by path: text, or an object for the rest (`hex`, `repeat`, `link` and `mode`).
// `$TREE` is the directory's own absolute path; `outside` is a directory beside it. The test builds the
// same trees and expects the same results for each of `cases`.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'index.js'));
// The CDK remembers file hashes in the home directory, by inode and time: not here.
const scratch = fs.realpathSync(fs.mkdtempSync(join(os.tmpdir(), 'assets-')));
process.env.HOME = join(scratch, 'home');
const { App, AssetStaging, FileSystem, Stack } = require('aws-cdk-lib');

const lines = (...each) => each.join('\r\n');
const trees = {
  empty: {},
  plain: { 'a.txt': 'one\n', 'b/c.txt': 'two\n', 'b/d/e.txt': '', 'b.txt': 'three', 'B.txt': 'four' },
  names: {
    'z': '1', 'é': '2', 'e': '3', 'Ω': '4', '日本語.txt': '5', '😀': '6', '\uff5e': '7', 'a b': '8', 'back\\slash': '9', 'a/x': '10',
    'a.b': '11', 'a-b': '12', 'A': '13', '10': '14', '9': '15', "it's": '16', '\ud83d\ude01/\ufb00': '17', 'new\nline': '18',
  },
  lineEnds: {
    'lf': 'a\nb\n', 'crlf': lines('a', 'b', ''), 'crlf-inside': lines('a', 'b'), 'cr': 'a\rb\r', 'cr-only': '\r', 'crcrlf': 'a\r\r\nb',
    'crlf-then-cr': lines('a', 'b', '') + '\r', 'binary': { hex: '00610d0a620d0a' }, 'late-binary': { repeat: ['a\r\n', 4000], hex: '000d0a' },
    'not-utf8': { hex: 'ff0d0afe0d0a' }, 'bom': '\ufeffa\r\nb',
  },
  chunks: {
    'return-at-8192': { repeat: ['x', 8191], then: '\r\nend\r\n' },
    'return-at-8192-last': { repeat: ['x', 8191], then: '\r' },
    'return-at-8192-alone': { repeat: ['x', 8191], then: '\rend' },
    'return-at-16384': { repeat: ['\r', 16384], then: '\nend' },
    'returns': { repeat: ['\r', 20000] },
    'returns-exactly': { repeat: ['\r', 16384] },
    'crlfs': { repeat: ['\r\n', 10000] },
    'crlfs-odd': { repeat: ['\r\n', 10000], then: 'x', },
    'cut-character': { repeat: ['é', 8000], then: '\r\n' },
    'cut-emoji': { repeat: ['x', 8190], then: '😀\r\n' },
    'held-then-binary': { repeat: ['\r\n', 0], first: ['y', 8191], then: '\r', hex: '0d0a000d0a' },
    'held-twice-then-binary': { first: ['\r', 16384], hex: '6100620d0a' },
    'held-cut-then-binary': { first: ['é', 4095], then: '\ufeff'.slice(1) + 'x\r', hex: 'c3a9000d0a' },
    'binary-at-8192': { repeat: ['x', 8192], hex: '000d0a' },
    'binary-at-8191': { repeat: ['x', 8191], hex: '000d0a' },
    'large': { repeat: ['line of text\r\n', 20000] },
  },
  rules: {
    'index.js': '1', 'index.test.js': '2', 'lib/a.js': '3', 'lib/a.d.ts': '4', 'lib/sub/b.js': '5', 'lib/sub/.hidden': '6',
    '.git/config': '7', '.gitignore': '8', 'node_modules/x/index.js': '9', 'node_modules/x/README.md': '10', 'README.md': '11',
    'docs/readme.md': '12', 'docs/keep.md': '13', 'cdk.out/a': '14', '.is_custom_resource': '15', 'a+b.txt': '16', '[id].ts': '17',
  },
  links: {
    'file': 'content', 'dir/inner': 'inner', 'to-file': { link: 'file' }, 'to-dir': { link: 'dir' }, 'dir/up': { link: '../file' },
    'dangling': { link: 'missing' }, 'dangling-outside': { link: '../missing' }, 'to-outside': { link: '../outside/o.txt' },
    'to-outside-dir': { link: '../outside/sub' }, 'loop': { link: '.' }, 'dir/parent': { link: '..' }, 'self': { link: 'self' },
    'absolute': { link: '$TREE/dir/inner' }, 'absolute-dir': { link: '$TREE/dir' }, 'through': { link: 'to-dir/inner' },
    'roundabout': { link: './dir/../file' }, 'dir/deep/x': { link: '../../dir' },
  },
  chain: {
    'a/x': 'x', 'a/to-b': { link: '../b' }, 'b/to-c': { link: '../c' }, 'c/to-a': { link: '../a' }, 'c/y': 'y',
    'back': { link: '../outside/back' }, 'sibling': { link: '../tree-sibling/s.txt' },
  },
  modes: { 'run.sh': { text: '#!/bin/sh\n', mode: 0o755 }, 'plain': { text: 'p', mode: 0o644 }, 'dir/private': { text: 's', mode: 0o600 } },
};
const outside = {
  'outside/o.txt': 'outside\r\n', 'outside/sub/deep.txt': 'deep', 'outside/sub/again': { link: '../o.txt' },
  'outside/back': { link: '../tree' }, 'tree-sibling/s.txt': 'sibling',
};

function bytes(spec) {
  if (typeof spec === 'string') return Buffer.from(spec);
  const repeated = ([text, count]) => Buffer.from(text.repeat(count));
  return Buffer.concat([
    spec.first ? repeated(spec.first) : '', spec.repeat ? repeated(spec.repeat) : '', spec.text ?? '', spec.then ?? '', Buffer.from(spec.hex ?? '', 'hex'),
  ].map((each) => Buffer.from(each)));
}

function write(base, root, tree) {
  fs.mkdirSync(base, { recursive: true });
  for (const [path, spec] of Object.entries(tree)) {
    const file = join(base, path);
    fs.mkdirSync(dirname(file), { recursive: true });
    if (typeof spec !== 'string' && spec.link !== undefined) fs.symlinkSync(spec.link.replace('$TREE', root), file);
    else {
      fs.writeFileSync(file, bytes(spec));
      if (typeof spec !== 'string' && spec.mode !== undefined) fs.chmodSync(file, spec.mode);
    }
  }
}

function build(name) {
  const base = fs.mkdtempSync(join(scratch, 'case-'));
  write(base, join(base, 'tree'), outside);
  write(join(base, 'tree'), join(base, 'tree'), trees[name]);
  return base;
}

/** What is in a directory, one line for each entry. */
function listing(directory, base, prefix = '') {
  const entries = fs.readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    const shown = prefix + entry.name;
    if (entry.isSymbolicLink()) return [`${shown} -> ${fs.readlinkSync(path).replace(base, '$BASE')}`];
    if (entry.isDirectory()) return [`${shown}/`, ...listing(path, base, `${shown}/`)];
    const mode = (fs.statSync(path).mode & 0o777).toString(8);
    return [`${shown} ${mode} ${createHash('sha256').update(fs.readFileSync(path)).digest('hex').slice(0, 8)}`];
  });
}

const FOLLOW = ['never', 'always', 'external', 'internal-only'];
const RULES = [
  ['glob', ['*.md']], ['glob', ['**', '!index.js']], ['glob', ['*', '!index.js', '!*.md']], ['glob', ['lib']], ['glob', ['lib/**']],
  ['glob', ['**/*.{js,ts}', '!**/a.*']], ['glob', ['.*']], ['glob', ['node_modules', 'cdk.out', '.git']], ['glob', ['docs/*', '!docs/keep.md']],
  ['glob', ['[id].ts', 'a+b.txt']], ['glob', ['\\[id\\].ts', '**/!(*.js|*.md)']], ['glob', ['README.MD']], ['glob', ['lib/']],
  ['git', ['*.md']], ['git', ['*', '!index.js']], ['git', ['lib/']], ['git', ['/lib/*', '!/lib/sub']], ['git', ['**/readme.md']],
  ['git', ['node_modules/**', '!node_modules/x/README.md']], ['git', ['docs/*', '!docs/keep.md', '#x', '']], ['git', ['.*', '!.gitignore']],
  ['git', ['[id].ts', 'a+b.txt']], ['git', []],
  ['docker', ['*.md']], ['docker', ['**/*.md', '!docs/keep.md']], ['docker', ['*', '!lib/sub/b.js']], ['docker', ['lib', '!lib/a.js']],
  ['docker', ['node_modules', '.git', 'cdk.out']], ['docker', ['**/.*']], ['docker', ['[id].ts', 'a+b.txt']], ['docker', ['docs/k*', '# c', ' ']],
  ['docker', []],
];

const cases = [];
function record(tree, options, kinds) {
  const { follow, exclude, ignoreMode, extraHash, root, salt } = options;
  for (const kind of kinds) {
    const base = build(tree);
    const source = join(base, root ?? 'tree');
    const cdkOptions = { follow, exclude, ignoreMode, extraHash };
    const entry = { tree, kind, ...options };
    try {
      if (kind === 'fingerprint') entry.hash = FileSystem.fingerprint(source, cdkOptions);
      else if (kind === 'staging') {
        const app = new App({ outdir: join(base, 'out'), context: salt ? { '@aws-cdk/core:assetHashSalt': salt } : undefined });
        entry.hash = new AssetStaging(new Stack(app, 'S'), 'A', { sourcePath: source, ...cdkOptions }).assetHash;
      } else {
        fs.mkdirSync(join(base, 'copy'));
        FileSystem.copyDirectory(source, join(base, 'copy'), cdkOptions);
        entry.listing = listing(join(base, 'copy'), base);
      }
    } catch (error) {
      entry.error = error.name ?? String(error);
    }
    cases.push(entry);
  }
}

for (const tree of ['empty', 'plain', 'names', 'lineEnds', 'chunks', 'modes']) record(tree, {}, ['fingerprint', 'copy'].slice(0, tree === 'chunks' ? 1 : 2));
for (const file of Object.keys(trees.chunks)) record('chunks', { root: `tree/${file}` }, ['fingerprint']);
for (const file of Object.keys(trees.lineEnds)) record('lineEnds', { root: `tree/${file}` }, ['fingerprint']);
for (const follow of FOLLOW) {
  record('plain', { follow }, ['fingerprint']);
  record('links', { follow }, ['copy']);
  // What is hashed of an absolute link out of the tree depends on where the test runs; there is none.
  record('links', { follow }, ['fingerprint', 'staging']);
  record('chain', { follow }, ['fingerprint', 'copy', 'staging']);
  record('links', { follow, exclude: ['to-*', 'dir/up', 'deep'], ignoreMode: 'git' }, ['fingerprint', 'copy']);
  record('links', { follow, root: 'tree/to-outside' }, ['fingerprint']);
  record('links', { follow, root: 'tree/to-dir' }, ['fingerprint', 'copy']);
}
for (const [ignoreMode, exclude] of RULES) record('rules', { ignoreMode, exclude }, ['fingerprint', 'copy']);
record('rules', {}, ['fingerprint', 'staging']);
record('rules', { extraHash: 'extra' }, ['fingerprint', 'staging']);
record('rules', { extraHash: 'extra', salt: 'salt' }, ['staging']);
record('rules', { salt: 'salt', exclude: ['*.md'] }, ['staging']);
record('rules', { root: 'tree/missing' }, ['fingerprint', 'copy']);
record('rules', { root: 'tree/index.js' }, ['copy']);
record('rules', { root: 'tree/index.js', exclude: ['*'] }, ['fingerprint']);

fs.rmSync(scratch, { recursive: true });
const json = (value) => JSON.stringify(value);
process.stdout.write(`{\n"outside": ${json(outside)},\n"trees": {\n`);
process.stdout.write(Object.entries(trees).map(([name, tree]) => `${json(name)}: ${json(tree)}`).join(',\n'));
process.stdout.write(`\n},\n"cases": [\n${cases.map(json).join(',\n')}\n]\n}\n`);
