// Records the logical ids that aws-cdk-lib gives for paths of construct ids.
//
//   node logical-ids.mjs <a folder with node_modules/aws-cdk-lib> > logical-ids.tsv
//
// Each line: the ids below the stack as a JSON array, a tab, the logical id. The seed is fixed, so the same
// version of aws-cdk-lib gives the same bytes.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'index.js'));
const { App, CfnResource, Stack } = require('aws-cdk-lib');
const { Construct } = require('constructs');

let state = 0x2545f491;
function random(bound) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % bound;
}
const pick = (from) => from[random(from.length)];

const WORDS = [
  'Default', 'Resource', 'Resource', 'Api', 'HttpApi', 'Handler', 'A', 'a', 'b1', '0', '42', 'GET--books',
  'ANY /{proxy+}', 'my-id', 'my_id', 'my.id', 'x y', '$default', 'Über', 'naïve', 'größe', '日本語', 'Привет', '😀',
  'a😀b', '\u2028', 'ﬀ', 'É', 'Id:1', '[x]', '"quoted"', 'back\\slash', 'tab\there', "it's", '%2F', 'ServiceRole',
  'defaultResource', 'DefaultDefault', 'MyResource',
];

function id() {
  switch (random(20)) {
    case 0: return 'L'.repeat(1 + random(300));
    case 1: return Array.from({ length: 1 + random(60) }, () => pick([...'abcXYZ019-_ éß漢😀'])).join('');
    case 2: return pick(WORDS) + pick(WORDS);
    default: return pick(WORDS);
  }
}

function path() {
  const ids = [];
  const length = random(10) === 0 ? 8 + random(25) : 1 + random(5);
  while (ids.length < length) {
    const last = ids.at(-1);
    if (last !== undefined && random(6) === 0) {
      ids.push(random(2) ? last : last.slice(random(last.length)).toWellFormed());
    } else {
      ids.push(id());
    }
  }
  return ids.map((each) => each.replaceAll('/', '--'));
}

const FIXED = [
  ['A'], ['A'.repeat(255)], ['A'.repeat(256)], ['A'.repeat(300)], ['-'.repeat(300)], ['A' + '-'.repeat(300)], ['Resource'],
  ['Default', 'A'], ['A', 'Default'], ['A', 'Resource'], ['Resource', 'Resource'], ['Default', 'Resource'],
  ['A', 'A'], ['AB', 'B'], ['B', 'AB'], ['A', 'A', 'A'], ['A', 'Default', 'A'], ['A', 'Resource', 'A'],
  ['A'.repeat(120), 'B'.repeat(120)], ['A'.repeat(120), 'B'.repeat(121)], ['日本語'], ['日', '本'], ['', 'A'].slice(1),
  Array.from({ length: 300 }, () => 'n'), Array.from({ length: 60 }, (_, i) => `level${i}`),
];

const paths = [...FIXED];
while (paths.length < 700) paths.push(path());
for (const ids of paths) {
  const stack = new Stack(new App(), 'Stack');
  let scope = stack;
  for (const each of ids.slice(0, -1)) scope = new Construct(scope, each);
  const resource = new CfnResource(scope, ids.at(-1), { type: 'Test::Resource' });
  let logicalId;
  try {
    logicalId = stack.getLogicalId(resource);
    logicalId = stack.resolve(logicalId);
  } catch {
    continue; // every id is `Default`, or nothing is left of the only id
  }
  if (!logicalId) continue;
  process.stdout.write(`${JSON.stringify(ids)}\t${logicalId}\n`);
}
