// Random values and patterns that are near them, so that many match. The same seed gives the same cases.

/** Mulberry32. */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Cases of matchers: [name, pattern, target]. Literal nulls are left out of patterns: the CDK crashes on them. */
export function randomCases(seed, count) {
  const random = generator(seed);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const times = (most, make) => Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const is = (name, of) => (of === undefined ? { $: name } : { $: name, of });
  let captures = 0;

  const scalar = () => pick(['a', 'b', 'ab', '', 1, 2, 0.5, true, false]);

  function value(depth) {
    const kind = random();
    if (depth === 0 || kind < 0.35) {
      if (random() < 0.05) return null;
      return depth > 0 && random() < 0.15 ? JSON.stringify(value(depth - 1)) : scalar();
    }
    if (kind < 0.65) return times(4, () => value(depth - 1));
    return Object.fromEntries(times(3, () => [pick(['x', 'y', 'z']), value(depth - 1)]));
  }

  function near(target) {
    const kind = random();
    if (kind < 0.06) return is('anyValue');
    if (kind < 0.08) return is('absent');
    if (kind < 0.12) return value(1);
    if (kind < 0.16) return is('not', near(target));
    if (kind < 0.18) return { $: 'capture', name: pick(['c', 'd']) };
    if (kind < 0.2) return captureOf(near(target));
    if (kind < 0.24) return is('exact', target);
    if (typeof target === 'string') return nearText(target);
    if (Array.isArray(target)) {
      const items = target.map(near);
      if (random() < 0.4) return items;
      return random() < 0.4 ? is('arrayEquals', items) : is('arrayWith', items.filter(() => random() < 0.6));
    }
    if (target !== null && typeof target === 'object') {
      const partial = random() < 0.4;
      const kept = Object.entries(target).filter(() => random() < (partial ? 0.7 : 0.95));
      const entries = Object.fromEntries(kept.map(([key, inner]) => [key, near(inner)]));
      if (random() < 0.1) entries.w = pick([is('absent'), is('anyValue'), 1]);
      if (partial) return is('objectLike', entries);
      return random() < 0.5 ? is('objectEquals', entries) : entries;
    }
    return target;
  }

  function nearText(target) {
    if (random() < 0.3) return is('stringLikeRegexp', pick(['a', 'b', '^a', 'b$', '^$', '.', '[ab]+', '(?!a)b']));
    try {
      const inner = JSON.parse(target);
      if (random() < 0.7) return is('serializedJson', near(inner));
    } catch {
      // It is no JSON.
    }
    return target;
  }

  // The CDK takes all literals in captures for objects.
  function captureOf(pattern) {
    const fits = pattern !== null && typeof pattern === 'object' && !Array.isArray(pattern);
    return fits ? { $: 'capture', name: `e${captures++}`, of: pattern } : pattern;
  }

  /** A pattern that is a matcher. */
  function matcher(pattern) {
    if (pattern === null || typeof pattern !== 'object') return is('exact', pattern);
    if (Array.isArray(pattern)) return is('arrayEquals', pattern);
    return '$' in pattern ? pattern : is(pick(['objectLike', 'objectEquals']), pattern);
  }

  const cases = [];
  while (cases.length < count) {
    captures = 0;
    const target = value(3);
    const pattern = matcher(near(target));
    if (JSON.stringify(pattern).includes('null')) continue;
    cases.push([`random ${seed}.${cases.length}`, pattern, random() < 0.1 ? value(3) : target]);
  }
  return cases;
}
