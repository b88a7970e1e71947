// Derives the collation table from Node's `Intl.Collator('en-US')`, which is ICU's root collation.
//
//   node generate.mjs table > root.txt
//   node generate.mjs sorted > ../tests-data/collation.tsv     strings in their order, for the test
//   node generate.mjs check 1000000                            compares the table with Intl on random pairs of strings
//
// `Intl` only compares, it shows no weights. But it compares at three strengths, and that is enough: characters that
// are equal at a strength share the weight, all others are put in order, and a character that stands between `x` and
// `x` followed by the greatest weight (U+FFFF) is an expansion that starts with `x`. What is canonically decomposable
// is decomposed, but for contractions, whose weight is not that of the parts (Cyrillic й).
import process from 'node:process';

const strength = (sensitivity) => new Intl.Collator('en-US', { sensitivity });
const [base, accent, variant] = ['base', 'accent', 'variant'].map((each) => strength(each).compare);
const MAX = '\uffff';

const RANGES = [
  [0x00, 0x52f], [0x1e00, 0x1fff], [0x2000, 0x206f], [0x2070, 0x218f], [0x2190, 0x23ff], [0x2460, 0x27bf], [0x3000, 0x303f],
  [0x2c60, 0x2c7f], [0x3040, 0x30ff], [0xfb00, 0xfb06], [0xfe00, 0xfe0f], [0xff01, 0xff5e], [0xffe0, 0xffe6], [0xfffd, 0xfffd],
];
const repertoire = RANGES.flatMap(([from, to]) => {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).filter((c) => /\p{Assigned}/u.test(c));
});
const isAtom = (c) => c.normalize('NFD') === c;
const atoms = repertoire.filter(isAtom);

const ignorable = atoms.filter((c) => variant(c, '') === 0);
const marks = atoms.filter((c) => base(c, '') === 0 && variant(c, '') !== 0);
// Precomposed characters that do not weigh what their parts weigh.
const contractions = repertoire.filter((c) => {
  const parts = [...c.normalize('NFD')];
  return parts.length === 2 && isAtom(parts[0]) && base(c, parts[0]) !== 0 && base(parts[1], '') === 0;
});
const others = [...atoms.filter((c) => base(c, '') !== 0), ...contractions];

/** Groups of what is equal, in order. */
function ranked(list, compare, tie) {
  const sorted = [...list].sort((a, b) => compare(a, b) || tie(a, b) || (a < b ? -1 : 1));
  const groups = [];
  for (const each of sorted) {
    if (groups.length > 0 && compare(groups.at(-1)[0], each) === 0) groups.at(-1).push(each);
    else groups.push([each]);
  }
  return groups;
}

// Primary weights. An expansion starts with the weight of something smaller.
let primaries = [];
const expansions = [];
for (const group of ranked(others, base, variant)) {
  const before = primaries.at(-1);
  if (before && base(group[0], before[0] + MAX) < 0) expansions.push(...group);
  else primaries.push(group);
}
// The least member stands for the weight; a member with an accent of its own is an expansion, too.
const single = (group) => group.filter((c) => accent(c, group[0]) === 0);
expansions.push(...primaries.flatMap((group) => group.filter((c) => accent(c, group[0]) !== 0)));
primaries = primaries.map(single);
const primaryOf = new Map(primaries.flatMap((group, index) => group.map((c) => [c, index])));
const secondaries = ranked(marks, accent, variant);
const secondaryOf = new Map(secondaries.flatMap((group, index) => group.map((c) => [c, index])));
const lowest = (index) => primaries[index][0];

/** The last index at which `isBelow` holds, or -1; it holds for a start of the list only. */
function lastBelow(length, isBelow) {
  let [low, high] = [-1, length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isBelow(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The primaries of an expansion. */
function decode(c) {
  const found = [];
  let text = '';
  while (base(c, text) !== 0) {
    const next = lastBelow(primaries.length, (i) => base(text + lowest(i), c) <= 0);
    if (next < 0 || found.length > 20) return undefined;
    found.push(next);
    text += lowest(next);
  }
  return found;
}

/** The marks that stand after each of the primaries, as secondary ranks; a rank with a fraction is no mark's own. */
function decodeAccents(c, indexes) {
  const letters = indexes.map(lowest);
  if (accent(c, letters.join('')) === 0) return letters.map(() => []);
  const withMark = (at, mark) => letters.map((letter, i) => (i === at ? letter + mark : letter)).join('');
  for (let at = 0; at < letters.length; at++) {
    const exact = secondaries.findIndex((group) => accent(c, withMark(at, group[0])) === 0);
    if (exact >= 0) return letters.map((_, i) => (i === at ? [exact] : []));
  }
  // The same mark after each, as in letters within parentheses.
  for (let at = 0; at < letters.length; at++) {
    const below = lastBelow(secondaries.length, (i) => accent(withMark(at, secondaries[i][0]), c) < 0);
    if (below >= 0 && below < secondaries.length - 1) return letters.map((_, i) => (i === at ? [below + 0.5] : []));
  }
  return letters.map((_, i) => (i === 0 ? [secondaries.length - 0.5] : []));
}

/** For each element, where it stands among the members of its primary, or mark: an index, or between two. */
function decodeVariants(c, elements) {
  const members = elements.map(({ primary, mark }) => (primary !== undefined ? primaries[primary] : secondaries[mark]));
  const ranks = [];
  for (let at = 0; at < elements.length; at++) {
    const text = (member, rest) => {
      return members.map((group, i) => (i === at ? member : i < at ? nearest(group, ranks[i]) : rest(group))).join('');
    };
    const exact = members[at].findIndex((member) => {
      return variant(c, text(member, (group) => group[0])) >= 0 && variant(c, text(member, (group) => group.at(-1))) <= 0;
    });
    if (exact >= 0) ranks.push(exact);
    else ranks.push(lastBelow(members[at].length, (i) => variant(text(members[at][i], (group) => group.at(-1)), c) < 0) + 0.5);
  }
  return ranks;
}
const nearest = (group, rank) => group[Math.min(Math.round(rank), group.length - 1)];

// Elements: [primary or -1, secondary, tertiary]. The tertiary is a rank among equals only.
const table = new Map();
ignorable.forEach((c) => table.set(c, []));
const tertiaryGroups = (group) => ranked(group, variant, () => 0);
primaries = primaries.map((group) => tertiaryGroups(group).map((equal) => equal));
const flatPrimaries = primaries;
primaries = primaries.map((groups) => groups.map((equal) => equal[0]));
flatPrimaries.forEach((groups, p) => groups.forEach((equal, t) => equal.forEach((c) => table.set(c, [[p, 0, 8 * t]]))));
const flatSecondaries = secondaries.map(tertiaryGroups);
secondaries.forEach((_, s) => (secondaries[s] = flatSecondaries[s].map((equal) => equal[0])));
flatSecondaries.forEach((groups, s) => groups.forEach((equal, t) => equal.forEach((c) => table.set(c, [[-1, 16 * (s + 1), 8 * t]]))));

const undecoded = [];
const pending = [];
for (const c of expansions) {
  const indexes = decode(c);
  if (!indexes) {
    undecoded.push(c);
    continue;
  }
  const accents = decodeAccents(c, indexes);
  const elements = indexes.flatMap((primary, i) => [{ primary }, ...accents[i].map((mark) => ({ mark }))]);
  pending.push({ c, elements, key: JSON.stringify(elements) });
}
// What shares a gap between two marks, on the same primaries, is put in order there.
for (const { c, elements, key } of pending) {
  const gap = elements.find(({ mark }) => mark !== undefined && !Number.isInteger(mark));
  if (!gap) continue;
  const rivals = ranked(pending.filter((other) => other.key === key).map((other) => other.c), accent, () => 0);
  gap.place = rivals.findIndex((group) => group.includes(c));
  if (gap.place > 14) throw new Error('too many in a gap');
}
for (const { c, elements, key } of pending) {
  const known = elements.every(({ mark }) => mark === undefined || Number.isInteger(mark));
  let ranks;
  if (known) ranks = decodeVariants(c, elements);
  else {
    // No text has that mark; those that share it are put in order by their last variants.
    const rivals = ranked(pending.filter((other) => other.key === key).map((other) => other.c), variant, () => 0);
    ranks = elements.map(() => rivals.findIndex((group) => group.includes(c)));
  }
  table.set(c, elements.map(({ primary, mark, place }, i) => {
    const tertiary = Math.round(8 * ranks[i]);
    return primary !== undefined ? [primary, 0, tertiary] : [-1, Number.isInteger(mark) ? 16 * (mark + 1) : 16 * Math.ceil(mark) + 1 + place, tertiary];
  }));
}
// What is still equal here but not in truth, such as letters in one character of which the second differs.
for (const { c } of pending) {
  const key = JSON.stringify(table.get(c));
  const rivals = ranked(pending.filter((other) => JSON.stringify(table.get(other.c)) === key).map((other) => other.c), variant, () => 0);
  if (rivals.length > 3) throw new Error('too many rivals');
  rivals.slice(1).forEach((group, i) => group.forEach((other) => table.set(other, table.get(other).map((each, at, all) => {
    return at === all.length - 1 ? [each[0], each[1], each[2] + i + 1] : each;
  }))));
}
const pairs = new Map(contractions.filter((c) => table.has(c)).map((c) => [c.normalize('NFD'), c]));

// Canonical combining classes, of which only the order shows: in canonical order, the lower one is first.
const isBefore = (a, b) => (b + a).normalize('NFD') === a + b;
const reordered = atoms.filter((c) => /\p{M}/u.test(c)).filter((c) => isBefore('\u0334', c) || isBefore(c, '\u0345'));
const classes = ranked(reordered, (a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0), () => 0);
const classOf = new Map(classes.flatMap((group, index) => group.map((c) => [c, index + 1])));

// The model, as the Rust code has it.
function elementsOf(text) {
  const chars = [...text.normalize('NFD')];
  const out = [];
  while (chars.length > 0) {
    let c = chars.shift();
    // A contraction takes the first mark of its class, wherever that stands among the marks.
    for (let i = 0; classOf.has(chars[i]); i++) {
      const pair = pairs.get(c + chars[i]);
      if (pair && (i === 0 || classOf.get(chars[i - 1]) < classOf.get(chars[i]))) {
        c = pair;
        chars.splice(i, 1);
        break;
      }
    }
    out.push(...table.get(c));
  }
  return out;
}
function compare(a, b) {
  const [x, y] = [elementsOf(a), elementsOf(b)];
  for (let level = 0; level < 3; level++) {
    const weights = (elements) => elements.filter(([p]) => level > 0 || p >= 0).map((each) => each[level]);
    const [u, v] = [weights(x), weights(y)];
    for (let i = 0; i < Math.min(u.length, v.length); i++) if (u[i] !== v[i]) return u[i] - v[i];
    if (u.length !== v.length) return u.length - v.length;
  }
  return 0;
}

let state = 0x1234567;
function random(bound) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % bound;
}
const pick = (from) => from[random(from.length)];
const ASCII = Array.from({ length: 128 }, (_, i) => String.fromCharCode(i));
const LETTERS = repertoire.filter((c) => /\p{L}/u.test(c));
const usable = (pool) => pool.filter((c) => !undecoded.includes(c));
const POOLS = [ASCII, ASCII.filter((c) => /[\w.:\/=+@ -]/.test(c)), LETTERS, repertoire, ['a', 'A', 'e', 'E', 'æ', 'ß', 's', 'S', ...marks.slice(0, 40)],
  // What is equal to the first or second strength, together.
  ...Array.from({ length: 60 }, (_, i) => [...new Set([...(expansions.slice(4 * i, 4 * i + 4)), ...expansions.slice(4 * i, 4 * i + 4).flatMap((c) => decode(c).map(lowest)), ...expansions.slice(4 * i, 4 * i + 4).flatMap((c) => decode(c).flatMap((p) => primaries[p])), ...marks.slice(i, i + 3)])]),
].map(usable);
const pool = () => pick(random(2) ? POOLS.slice(0, 2) : POOLS);
const string = () => Array.from({ length: random(6) }, ((from) => () => pick(from))(pool())).join('');
// Strings that differ late or little.
const neighbour = (text) => {
  const chars = [...text];
  const at = random(chars.length + 1);
  chars.splice(at, random(2), ...(random(2) ? [pick(pool())] : []));
  const joined = chars.join('');
  const other = random(2) ? joined.toUpperCase() : joined.toLowerCase();
  return random(3) === 0 && [...other.normalize('NFD')].every((c) => table.has(c)) ? other : joined;
};

const command = process.argv[2];
if (command === 'check') {
  let wrong = 0;
  const blamed = new Map();
  for (let i = 0; i < Number(process.argv[3] ?? 100000); i++) {
    const a = string();
    const b = random(2) ? string() : neighbour(a);
    if (Math.sign(compare(a, b)) === Math.sign(variant(a, b))) continue;
    wrong++;
    if (wrong <= 20) console.log(JSON.stringify([a, b]), [...a].map((c) => c.codePointAt(0).toString(16)).join(' '), '|', [...b].map((c) => c.codePointAt(0).toString(16)).join(' '), 'Intl', variant(a, b), 'table', Math.sign(compare(a, b)));
    for (const c of new Set(a + b)) blamed.set(c, (blamed.get(c) ?? 0) + 1);
  }
  console.log(`${wrong} wrong`, [...blamed].sort((x, y) => y[1] - x[1]).slice(0, 20).map(([c, n]) => `${c} ${c.codePointAt(0).toString(16)} ${n}`).join(', '));
} else if (command === 'sorted') {
  const corpus = new Set();
  while (corpus.size < Number(process.argv[3] ?? 1500)) {
    const text = string();
    corpus.add(text).add(neighbour(text));
  }
  [...corpus].sort((a, b) => variant(a, b) || (a < b ? -1 : 1)).forEach((text, i, all) => {
    const relation = i > 0 && variant(all[i - 1], text) === 0 ? '=' : '<';
    console.log(`${relation}\t${JSON.stringify(text)}`);
  });
} else {
  const show = (c) => (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(c) && !/[<>^/=#\p{Lm}]/u.test(c) ? c : `<${c.codePointAt(0).toString(16)}>`);
  const showAll = (text) => [...text].map(show).join('');
  // As many as fit in a line.
  const section = (name, tokens) => {
    let line = name;
    for (const token of tokens) {
      if (line.length + token.length > 118) {
        console.log(line);
        line = name;
      }
      line += ` ${token}`;
    }
    console.log(line);
  };
  const equals = (groups) => groups.map((equal) => equal.map(show).join('=')).join('');
  const element = ([p, s, t]) => (p >= 0 ? `${show(lowest(p))}/${t}` : `^${s}/${t}`);
  console.log(`# Generated by generate.mjs from ICU ${process.versions.icu}, Unicode ${process.versions.unicode}; do not edit.`);
  section('ignorable', ignorable.map(show));
  section('primary', flatPrimaries.map(equals));
  section('mark', flatSecondaries.map(equals));
  for (const { c } of pending) console.log(`expansion ${show(c)} ${table.get(c).map(element).join(' ')}`);
  section('decomposition', repertoire.filter((c) => !isAtom(c)).map((c) => show(c) + showAll(c.normalize('NFD'))));
  section('contraction', [...pairs].map(([parts, c]) => showAll(parts + c)));
  classes.forEach((group, i) => section(`class ${i + 1}`, group.map(show)));
}
