// Overrides at their edges: elements of lists that go, objects that become empty, intrinsic functions, paths into what is
// not there, odd keys; on raw resources and on an L1.
import { CfnResource, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';

export function build(app) {
  const stack = new Stack(app, 'CoreOverrides');
  let count = 0;
  const apply = (resource, changes) => {
    for (const [path, ...value] of changes) resource.addPropertyOverride(path, value[0]);
    return resource;
  };
  const raw = (properties, ...changes) =>
    apply(new CfnResource(stack, `R${count++}`, { type: 'Test::Core::Raw', properties }), changes);
  const api = (props, ...changes) => apply(new CfnApi(stack, `A${count++}`, props), changes);

  // Lists.
  raw({ L: ['a'] }, ['L.0']);
  raw({ L: ['a', 'b'] }, ['L.1']);
  raw({ L: ['a', 'b'], K: 1 }, ['L.0'], ['L.1']);
  raw({ L: ['a'] }, ['L.0'], ['L.2', 'c']);
  raw({ L: ['a', 'b', 'c'] }, ['L.1'], ['L.4', 'e']);
  raw({ L: [{ x: 1 }] }, ['L.0.x']);
  raw({ L: [{ x: 1 }, { y: 2 }] }, ['L.0.x']);
  raw({ L: [], M: {}, K: 1 }, ['L.0'], ['M.x']);
  raw({ L: [null, 'b'] }, ['L.1']);
  raw({ L: ['a'] }, ['L.foo', 1], ['L.-1', 2], ['L.01', 3]);
  raw({ L: [['a', 'b'], ['c']] }, ['L.0.1', 'B'], ['L.1.0']);
  raw({ L: [{ x: 1 }] }, ['L.1.y.z', 2]);
  // Values of another kind.
  raw({ L: 'text' }, ['L.foo', 1]);
  raw({ L: 1, K: 1 }, ['L', {}]);
  raw({ L: { a: 1 } }, ['L', {}]);
  raw({ L: { a: 1 } }, ['L', []]);
  raw({ L: { a: 1 } }, ['L', null]);
  raw({ L: { a: 1 } }, ['L.b', { c: {}, d: [], e: [{}], f: { g: { h: {} } } }]);
  raw({ L: { a: 1, b: 2 } }, ['L.a'], ['L.b']);
  raw({ L: { a: 1, b: { c: 2 } } }, ['L.b.c']);
  // Keys.
  raw({ L: 1 }, ['', 'empty']);
  raw({ L: 1 }, ['a..b', 'dots']);
  raw({ L: { z: 1, a: 2 } }, ['L.1', 'one'], ['L.0', 'zero']);
  // Intrinsic functions.
  raw({ L: { 'Fn::Join': ['', ['a', 'b']] } }, ['L.x', 1]);
  raw({ L: { 'Fn::GetAtt': ['a', 'b'] } }, ['L', { 'Fn::GetAtt': ['c', 'd'] }]);
  raw({ L: { 'Fn::If': ['c', { a: 1 }, { b: 2 }] } }, ['L.Fn::If.1.a', 5]);
  raw({ L: { 'Fn::ForEach': { a: 1 } } }, ['L.x', 5]);
  raw({ L: Fn.join('-', [Fn.ref('A'), 'x']) }, ['L', Fn.sub('y')]);
  raw({ L: { a: Fn.ref('A') } }, ['L.a', Fn.ref('B')], ['L.b', Lazy.any({ produce: () => undefined })], ['L.c', Lazy.any({ produce: () => ({ d: 1 }) })]);
  // Without properties.
  raw({}, ['Made', 1]);
  raw({}, ['Made', {}]);
  raw(undefined, ['X.Y', { Z: 1 }], ['X.Y.W', 2]);
  raw(undefined, ['X.Y', { Z: 1 }], ['X', 'text']);
  raw(undefined, ['X', 'text'], ['X.Y', 1]);
  raw(undefined, ['X', ['a', 'b']], ['X.0', 'c']);
  raw(undefined, ['X', { a: 1 }], ['X.a']);
  // Typed properties.
  api({ corsConfiguration: { maxAge: 1 } }, ['CorsConfiguration.MaxAge']);
  api({ corsConfiguration: {} });
  api({ corsConfiguration: { allowHeaders: ['a'] } }, ['CorsConfiguration.AllowHeaders.0']);
  api(
    { corsConfiguration: { allowHeaders: ['a'], maxAge: 2 } },
    ['CorsConfiguration.AllowCredentials', true], ['CorsConfiguration.Zzz', true], ['CorsConfiguration.Aaa', true],
  );
  api({ name: 'n' }, ['CorsConfiguration.MaxAge', 1], ['CorsConfiguration.AllowHeaders', ['x']]);
  api({ name: 'n', description: 'd' }, ['Name'], ['Description']);
  api({ name: 'n', body: { x: 1 } }, ['Body.x']);
  api({ name: 'n', tags: { x: '1' } }, ['Tags.x'], ['Body', { x: {} }]);
  api({}, ['Unknown', 1], ['Description', 'd']);
  // Beside the properties.
  const whole = raw({ L: 1 });
  whole.addOverride('Type', 'Test::Core::Other');
  whole.addDeletionOverride('Properties');
  whole.addOverride('New.Key', 1);
  raw({ L: { a: 1 } }).addOverride('Properties', { M: 1 });
}
