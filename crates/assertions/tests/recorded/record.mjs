#!/usr/bin/env node
// Records what the assertions module of aws-cdk-lib says of the patterns and targets below, into cases.json.
//
//   node record.mjs DIRECTORY               where DIRECTORY/node_modules has aws-cdk-lib 2.276.0 and constructs
//   node record.mjs DIRECTORY SEED COUNT    with random cases of another seed, and more or fewer of them
//
// In patterns, { "$": NAME, "of": PATTERN } is the matcher NAME; a capture has a name as well. A case without a target is
// about a value that is not there. "throws" is the class of what is thrown instead of an answer.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { randomCases } from './random.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(path.join(path.resolve(process.argv[2] ?? '.'), 'x.js'));
const { Capture, Match, Template } = require('aws-cdk-lib/assertions');
const version = require('aws-cdk-lib/package.json').version;

// Shorthands for patterns.
const $ = (name) => (of) => (of === undefined ? { $: name } : { $: name, of });
const [like, equals, arrayWith, arrayEquals, exact, not, json, regexp] = [
  'objectLike', 'objectEquals', 'arrayWith', 'arrayEquals', 'exact', 'not', 'serializedJson', 'stringLikeRegexp',
].map($);
const absent = { $: 'absent' };
const any = { $: 'anyValue' };
const capture = (name, of) => (of === undefined ? { $: 'capture', name } : { $: 'capture', name, of });

const UNDEFINED = Symbol('undefined');

const matcherCases = [
  // exact
  ['exact: the same text', exact('a'), 'a'],
  ['exact: another text', exact('a'), 'b'],
  ['exact: text and number', exact('1'), 1],
  ['exact: number and text', exact(1), '1'],
  ['exact: the same number', exact(1), 1],
  ['exact: an integer as a fraction', exact(1), 1.0],
  ['exact: fractions', exact(0.1), 0.1],
  ['exact: large numbers', exact(9007199254740993), 9007199254740992],
  ['exact: negative zero', exact(0), -0],
  ['exact: booleans', exact(true), true],
  ['exact: other booleans', exact(true), false],
  ['exact: boolean and text', exact(true), 'true'],
  ['exact: empty text', exact(''), ''],
  ['exact: text and null', exact('a'), null],
  ['exact: text and nothing', exact('a'), UNDEFINED],
  ['exact: text and object', exact('a'), { a: 1 }],
  ['exact: text and array', exact('a'), ['a']],
  ['exact: null and null', exact(null), null],
  ['exact: null and text', exact(null), 'a'],
  ['exact: null and object', exact(null), { a: 1 }],
  ['exact: null and array', exact(null), []],
  ['exact: object', exact({ a: 1 }), { a: 1 }],
  ['exact: order of keys', exact({ a: 1, b: 2 }), { b: 2, a: 1 }],
  ['exact: larger object', exact({ a: 1 }), { a: 1, b: 2 }],
  ['exact: smaller object', exact({ a: 1, b: 2 }), { a: 1 }],
  ['exact: larger object inside', exact({ a: { b: 1 } }), { a: { b: 1, c: 2 } }],
  ['exact: empty object', exact({}), {}],
  ['exact: empty object and array', exact({}), []],
  ['exact: array', exact([1, 2]), [1, 2]],
  ['exact: array in another order', exact([1, 2]), [2, 1]],
  ['exact: longer array', exact([1]), [1, 2, 3]],
  ['exact: shorter array', exact([1, 2, 3]), [1]],
  ['exact: a matcher inside', exact({ a: any, b: [regexp('^x')] }), { a: 1, b: ['xy'] }],
  ['exact: a matcher directly', exact(any), 1],
  ['exact: exact directly', exact(exact(1)), 1],

  // objectLike
  ['objectLike: larger object', like({ a: 1 }), { a: 1, b: 2 }],
  ['objectLike: larger object inside', like({ a: { b: 1 } }), { a: { b: 1, c: 2 }, d: 3 }],
  ['objectLike: missing key', like({ a: 1, b: 2 }), { a: 1 }],
  ['objectLike: missing key inside', like({ a: { b: 1, c: 2 } }), { a: { c: 3 } }],
  ['objectLike: other values', like({ a: 1, b: 'x', c: true }), { a: 2, b: 'y', c: true }],
  ['objectLike: empty', like({}), { a: 1 }],
  ['objectLike: empty and null', like({}), null],
  ['objectLike: empty and nothing', like({}), UNDEFINED],
  ['objectLike: null', like({ a: 1 }), null],
  ['objectLike: array', like({ a: 1 }), [{ a: 1 }]],
  ['objectLike: text', like({ a: 1 }), 'a'],
  ['objectLike: array inside is whole', like({ a: [1] }), { a: [1, 2] }],
  ['objectLike: objects in arrays are partial', like({ a: [{ b: 1 }] }), { a: [{ b: 1, c: 2 }] }],
  ['objectLike: arrays in arrays', like({ a: [[{ b: 1 }]] }), { a: [[{ b: 1, c: 2 }]] }],
  ['objectLike: null value', like({ a: null }), { a: null }],
  ['objectLike: null value and text', like({ a: null }), { a: 'x' }],
  ['objectLike: text and null value', like({ a: 'x' }), { a: null }],
  ['objectLike: key with dots', like({ 'aws:x.y': 1 }), { 'aws:x.y': 2 }],
  ['objectLike: objectEquals inside', like({ a: equals({ b: 1 }) }), { a: { b: 1, c: 2 }, d: 1 }],
  ['objectLike: exact inside', like({ a: exact({ b: 1 }) }), { a: { b: 1, c: 2 } }],

  // objectEquals
  ['objectEquals: equal', equals({ a: 1, b: [1] }), { b: [1], a: 1 }],
  ['objectEquals: larger', equals({ a: 1 }), { a: 1, b: 2, c: 3 }],
  ['objectEquals: smaller', equals({ a: 1, b: 2 }), { a: 1 }],
  ['objectEquals: larger inside', equals({ a: { b: 1 } }), { a: { b: 1, c: 2 } }],
  ['objectEquals: objectLike inside', equals({ a: like({ b: 1 }) }), { a: { b: 1, c: 2 } }],
  ['objectEquals: absent key', equals({ a: 1, b: absent }), { a: 1 }],
  ['objectEquals: absent key that is there', equals({ a: 1, b: absent }), { a: 1, b: 2 }],
  ['objectEquals: empty and null', equals({}), null],
  ['objectEquals: number', equals({ a: 1 }), 4],

  // arrayWith
  ['arrayWith: a part', arrayWith(['b']), ['a', 'b', 'c']],
  ['arrayWith: with gaps', arrayWith(['a', 'c', 'e']), ['a', 'b', 'c', 'd', 'e']],
  ['arrayWith: all', arrayWith(['a', 'b']), ['a', 'b']],
  ['arrayWith: out of order', arrayWith(['c', 'a']), ['a', 'b', 'c']],
  ['arrayWith: not there', arrayWith(['x']), ['a', 'b']],
  ['arrayWith: second is not there', arrayWith(['a', 'x']), ['a', 'b', 'c']],
  ['arrayWith: third is not there', arrayWith(['a', 'b', 'x']), ['a', 'z', 'b', 'c']],
  ['arrayWith: too long', arrayWith(['a', 'b', 'c']), ['a', 'b']],
  ['arrayWith: the last one was used', arrayWith(['b', 'b']), ['a', 'b']],
  ['arrayWith: twice', arrayWith(['b', 'b']), ['b', 'a', 'b']],
  ['arrayWith: empty', arrayWith([]), ['a']],
  ['arrayWith: empty and empty', arrayWith([]), []],
  ['arrayWith: nothing to find in', arrayWith(['a']), []],
  ['arrayWith: text', arrayWith(['a']), 'a'],
  ['arrayWith: object', arrayWith(['a']), { 0: 'a' }],
  ['arrayWith: objects are whole', arrayWith([{ a: 1 }]), [{ a: 1, b: 2 }]],
  ['arrayWith: objectLike', arrayWith([like({ a: 1 })]), [{ b: 1 }, { a: 1, b: 2 }]],
  ['arrayWith: the closest one', arrayWith([like({ a: 1, b: 2, c: 3 })]), [{}, { a: 1, b: 2 }, { a: 1 }]],
  ['arrayWith: two of the closest', arrayWith([like({ a: 1, b: 2 })]), [{ a: 1 }, { b: 2 }]],
  ['arrayWith: arrays inside', arrayWith([['a', 'b']]), [['a'], ['a', 'b']]],
  ['arrayWith: arrayWith inside', arrayWith([arrayWith(['b'])]), [['a'], ['a', 'b']]],
  ['arrayWith: absent inside', arrayWith([absent]), ['a']],
  ['arrayWith: anyValue inside', arrayWith([any]), ['a']],
  ['arrayWith: absent inside, never reached', arrayWith([absent]), []],
  ['arrayWith: anyValue second, never reached', arrayWith(['x', any]), ['a']],
  ['arrayWith: anyValue second, reached', arrayWith(['a', any]), ['a', 'b']],
  ['arrayWith: not inside', arrayWith([not('a')]), ['a', 'b']],
  ['arrayWith: regexps', arrayWith([regexp('^b'), regexp('d$')]), ['abc', 'bcd', 'cd']],

  // arrayEquals
  ['arrayEquals: equal', arrayEquals([1, 'a', { b: 2 }]), [1, 'a', { b: 2 }]],
  ['arrayEquals: longer', arrayEquals([1]), [1, 2]],
  ['arrayEquals: shorter', arrayEquals([1, 2, 3]), [1, 2]],
  ['arrayEquals: others', arrayEquals([1, 2, 3]), [3, 2, 1]],
  ['arrayEquals: other and longer', arrayEquals([1]), [2, 3]],
  ['arrayEquals: objects are whole', arrayEquals([{ a: 1 }]), [{ a: 1, b: 2 }]],
  ['arrayEquals: anyValue inside', arrayEquals([any, 2]), [1, 2]],
  ['arrayEquals: absent inside', arrayEquals([absent]), [1]],
  ['arrayEquals: object', arrayEquals([]), {}],
  ['arrayEquals: null', arrayEquals([]), null],
  ['arrayEquals: nothing', arrayEquals([]), UNDEFINED],

  // absent
  ['absent: nothing', absent, UNDEFINED],
  ['absent: null', absent, null],
  ['absent: text', absent, 'a'],
  ['absent: key', like({ a: absent }), { b: 1 }],
  ['absent: key that is there', like({ a: absent }), { a: 1 }],
  ['absent: key that is null', like({ a: absent }), { a: null }],
  ['absent: inside a missing key', like({ a: { b: absent } }), {}],
  ['absent: inside an array', like({ a: [absent] }), { a: [1] }],
  ['absent: beyond an array', like({ a: [1, absent] }), { a: [1] }],

  // anyValue
  ['anyValue: text', any, 'a'],
  ['anyValue: empty text', any, ''],
  ['anyValue: zero', any, 0],
  ['anyValue: false', any, false],
  ['anyValue: empty object', any, {}],
  ['anyValue: null', any, null],
  ['anyValue: nothing', any, UNDEFINED],
  ['anyValue: missing key', like({ a: any }), { b: 1 }],
  ['anyValue: null key', like({ a: any }), { a: null }],

  // not
  ['not: another text', not('a'), 'b'],
  ['not: the same text', not('a'), 'a'],
  ['not: another type', not('a'), 1],
  ['not: object literals are whole', not({ a: 1 }), { a: 1, b: 2 }],
  ['not: the same object', not({ a: 1 }), { a: 1 }],
  ['not: objectLike', not(like({ a: 1 })), { a: 1, b: 2 }],
  ['not: shorter array', not(['a']), ['a', 'b']],
  ['not: arrayWith', not(arrayWith(['a'])), ['a', 'b']],
  ['not: arrayWith of another', not(arrayWith(['x'])), ['a', 'b']],
  ['not: absent', like({ a: not(absent) }), { a: 1 }],
  ['not: absent and missing', like({ a: not(absent) }), {}],
  ['not: not', not(not('a')), 'a'],
  ['not: anyValue and null', not(any), null],
  ['not: regexp', not(regexp('a')), 'bcd'],
  ['not: exact', not(exact({ a: 1 })), { a: 1, b: 2 }],

  // stringLikeRegexp
  ['regexp: a part', regexp('b'), 'abc'],
  ['regexp: anchors', regexp('^abc$'), 'abc'],
  ['regexp: start', regexp('^b'), 'abc'],
  ['regexp: start of a line', regexp('^b'), 'a\nbc'],
  ['regexp: end of a line', regexp('b$'), 'ab\r\nc'],
  ['regexp: a dot is no line break', regexp('a.b'), 'a\nb'],
  ['regexp: alternatives', regexp('includeHeaders = (true|false)'), 'const includeHeaders = true;'],
  ['regexp: case', regexp('ABC'), 'abc'],
  ['regexp: lookahead', regexp('^(?!.*secret).*$'), 'public'],
  ['regexp: negative lookahead', regexp('^(?!.*secret).*$'), 'a secret'],
  ['regexp: named group', regexp('(?<year>\\d{4})-\\d\\d'), 'on 2024-05'],
  ['regexp: braces', regexp('${Token}|{"Ref"'), '{"Ref": "x"}'],
  ['regexp: slashes', regexp('\\/books\\/{id}'), 'GET /books/{id}'],
  ['regexp: lazy', regexp('<.*?>x'), '<a>x'],
  ['regexp: sets', regexp('^[\\w-]+$'), 'a-b_c'],
  ['regexp: beyond the plane', regexp('^..$'), '😀'],
  ['regexp: empty', regexp(''), ''],
  ['regexp: number', regexp('1'), 1],
  ['regexp: another number', regexp('1'), 2],
  ['regexp: null', regexp('null'), null],
  ['regexp: array', regexp('a'), ['a']],
  ['regexp: syntax error', regexp('('), 'a'],
  ['regexp: syntax error inside', like({ a: regexp('[') }), { a: 'x' }],
  ['regexp: syntax error, never reached', like({ a: regexp('[') }), { b: 'x' }],

  // serializedJson
  ['json: equal', json({ a: 1 }), '{ "a": 1 }'],
  ['json: object literals are whole', json({ a: 1 }), '{ "a": 1, "b": 2 }'],
  ['json: objectLike', json(like({ a: 1 })), '{ "a": 1, "b": 2 }'],
  ['json: other value', json({ a: 1 }), '{ "a": 2 }'],
  ['json: other value deep', json(like({ a: { b: [1, { c: 2 }] } })), '{"a":{"b":[1,{"c":3}]}}'],
  ['json: matchers inside', json({ a: arrayWith(['x']), b: any }), '{"a":["w","x"],"b":0}'],
  ['json: array', json(['a']), '["a"]'],
  ['json: arrayWith', json(arrayWith(['b'])), '["a","b"]'],
  ['json: text', json('a'), '"a"'],
  ['json: other text', json('a'), '"b"'],
  ['json: number', json(1), '1.0'],
  ['json: no JSON', json({ a: 1 }), '{ a: 1'],
  ['json: empty text', json({ a: 1 }), ''],
  ['json: object', json({ a: 1 }), { a: 1 }],
  ['json: null', json({ a: 1 }), null],
  ['json: JSON in JSON', json({ a: json({ b: 1 }) }), '{"a":"{\\"b\\":1}"}'],
  ['json: another JSON in JSON', json({ a: json({ b: 1 }) }), '{"a":"{\\"b\\":2}"}'],
  ['json: inside an object', like({ a: json({ b: 1 }) }), { a: '{"b":2,"c":3}', d: 1 }],
  ['json: not', not(json({ a: 1 })), '{"a":2}'],

  // captures
  ['capture: text', capture('c'), 'a'],
  ['capture: number', capture('c'), 4],
  ['capture: null', capture('c'), null],
  ['capture: nothing', capture('c'), UNDEFINED],
  ['capture: empty text', capture('c'), ''],
  ['capture: key', like({ a: capture('c') }), { a: ['x'], b: 1 }],
  ['capture: missing key', like({ a: capture('c') }), { b: 1 }],
  ['capture: array element', like({ a: ['x', capture('c')] }), { a: ['x', { y: 1 }] }],
  ['capture: two', like({ a: capture('c'), b: capture('d') }), { a: 1, b: true }],
  ['capture: two, one fails', like({ a: capture('c'), b: capture('d') }), { a: 1 }],
  ['capture: another key fails', like({ a: capture('c'), b: 2 }), { a: 1, b: 3 }],
  ['capture: one twice', like({ a: capture('c'), b: capture('c') }), { a: 1, b: 2 }],
  ['capture: with an object', capture('c', { a: 1 }), { a: 1, b: 2 }],
  ['capture: with an object that fails', capture('c', { a: 1 }), { a: 2 }],
  ['capture: with arrayWith', like({ a: capture('c', arrayWith(['x'])) }), { a: ['w', 'x'] }],
  ['capture: with arrayWith that fails', like({ a: capture('c', arrayWith(['x'])) }), { a: ['w'] }],
  ['capture: with regexp', capture('c', regexp('^a')), 'abc'],
  ['capture: with regexp that fails', capture('c', regexp('^b')), 'abc'],
  ['capture: in a capture', capture('c', like({ a: capture('d') })), { a: 1 }],
  ['capture: in not', not(like({ a: capture('c') })), { b: 1 }],
  ['capture: in JSON', json({ a: capture('c') }), '{"a":[1]}'],
  ['capture: in arrayWith', arrayWith([like({ a: 1, b: capture('c') })]), [{ a: 2, b: 3 }, { a: 1, b: 4 }]],
  ['capture: in arrayWith, first', arrayWith([capture('c')]), ['x', 'y']],
  ['capture: in arrayWith that fails later', arrayWith([capture('c'), 'z']), ['x', 'y']],
  ['capture: with a literal', capture('c', 'a'), 'a'],
  ['capture: with an array', capture('c', ['a']), ['a']],
];

const queue = (properties) => ({ Type: 'AWS::SQS::Queue', ...(properties && { Properties: properties }) });
const resources = {
  Resources: {
    Orders: queue({ DelaySeconds: 5, QueueName: 'orders', Tags: [{ Key: 'team', Value: 'books' }] }),
    Returns: queue({ DelaySeconds: 7, QueueName: 'returns' }),
    Plain: queue(),
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' }, DependsOn: ['Orders'], DeletionPolicy: 'Retain' },
  },
};
const sections = {
  Parameters: { Size: { Type: 'Number', Default: 3 }, Name: { Type: 'String' } },
  Mappings: { Regions: { 'eu-west-1': { ami: 'a' } }, Sizes: { small: { cpu: 1 } } },
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Name' }, 'prod'] }, IsBig: { 'Fn::Not': [{ Condition: 'IsProd' }] } },
  Outputs: {
    Foo: { Value: 'Fred', Description: 'FooFred' },
    Bar: { Value: 'Fred', Description: 'BarFred', Export: { Name: 'bar' } },
    Baz: { Value: 'Waldo' },
  },
};
const T = 'AWS::SQS::Queue';
const cycle = (a, b) => ({ Resources: { A: { Type: 'X', ...a }, B: { Type: 'X', ...b } } });

const templateCases = [
  ['count', resources, 'resourceCountIs', [T, 3]],
  ['count of none', resources, 'resourceCountIs', ['AWS::S3::Bucket', 0]],
  ['another count', resources, 'resourceCountIs', [T, 2]],
  ['count of properties', resources, 'resourcePropertiesCountIs', [T, { DelaySeconds: 5 }, 1]],
  ['count of any properties', resources, 'resourcePropertiesCountIs', [T, {}, 3]],
  ['count of absent properties', resources, 'resourcePropertiesCountIs', [T, absent, 1]],
  ['another count of properties', resources, 'resourcePropertiesCountIs', [T, { QueueName: any }, 1]],
  ['count of properties with a matcher', resources, 'resourcePropertiesCountIs', [T, equals({ DelaySeconds: 7, QueueName: 'returns' }), 1]],
  ['properties', resources, 'hasResourceProperties', [T, { DelaySeconds: 5 }]],
  ['other properties', resources, 'hasResourceProperties', [T, { DelaySeconds: 6 }]],
  ['properties of no such type', resources, 'hasResourceProperties', ['AWS::S3::Bucket', {}]],
  ['properties, absent key', resources, 'hasResourceProperties', [T, { QueueName: absent }]],
  ['properties, absent', resources, 'hasResourceProperties', [T, absent]],
  ['properties, absent but there', resources, 'hasResourceProperties', ['AWS::SNS::Topic', absent]],
  ['properties, empty equals', resources, 'hasResourceProperties', [T, equals({})]],
  ['properties, not', resources, 'hasResourceProperties', ['AWS::SNS::Topic', not(like({ TopicName: 'news' }))]],
  ['properties, objects in arrays', resources, 'hasResourceProperties', [T, { Tags: [{ Key: 'team' }] }]],
  ['properties, capture', resources, 'hasResourceProperties', [T, { DelaySeconds: capture('c') }]],
  ['properties, capture of one', resources, 'hasResourceProperties', [T, { DelaySeconds: capture('c'), QueueName: 'returns' }]],
  ['properties, capture without a match', resources, 'hasResourceProperties', [T, { DelaySeconds: capture('c'), QueueName: 'x' }]],
  ['resource', resources, 'hasResource', ['AWS::SNS::Topic', { DependsOn: ['Orders'] }]],
  ['resource, exact', resources, 'hasResource', ['AWS::SNS::Topic', equals({ Type: 'AWS::SNS::Topic' })]],
  ['resource, another policy', resources, 'hasResource', ['AWS::SNS::Topic', { DeletionPolicy: 'Delete' }]],
  ['resource, any', resources, 'hasResource', [T, any]],
  ['resource, absent', resources, 'hasResource', [T, absent]],
  ['all resources', resources, 'allResources', [T, { Type: T }]],
  ['not all resources', resources, 'allResources', [T, { Properties: any }]],
  ['all of none', resources, 'allResources', ['AWS::S3::Bucket', {}]],
  ['all properties', resources, 'allResourcesProperties', [T, {}]],
  ['not all properties', resources, 'allResourcesProperties', [T, { DelaySeconds: any }]],
  ['no properties as expected', resources, 'allResourcesProperties', [T, { DelaySeconds: 99 }]],
  ['not all properties absent', resources, 'allResourcesProperties', [T, absent]],
  ['find', resources, 'findResources', [T, { Properties: { DelaySeconds: any } }]],
  ['find all', resources, 'findResources', [T]],
  ['find none', resources, 'findResources', [T, { Properties: { DelaySeconds: 1 } }]],
  ['id', resources, 'getResourceId', [T, { Properties: { DelaySeconds: 7 } }]],
  ['id of several', resources, 'getResourceId', [T, {}]],
  ['id of none', resources, 'getResourceId', [T, { Properties: { DelaySeconds: 1 } }]],
  ['no resources at all', {}, 'resourceCountIs', [T, 0]],
  ['no resources to have', {}, 'hasResource', [T, {}]],
  ['closest three of four', { Resources: { D: queue({ A: 1, B: 2 }), C: queue({ A: 1 }), B: queue({ B: 9 }), A: queue() } }, 'hasResourceProperties', [T, { A: 1, B: 2, C: 3 }]],
  ['template', resources, 'templateMatches', [{ Resources: { Plain: { Type: T } } }]],
  ['another template', resources, 'templateMatches', [{ Resources: { Plain: { Type: 'X' } } }]],
  ['template, exact', resources, 'templateMatches', [exact({ Resources: {} })]],
  ['template, without outputs', resources, 'templateMatches', [{ Outputs: absent }]],
  ['output', sections, 'hasOutput', ['Foo', { Value: 'Fred' }]],
  ['output, another value', sections, 'hasOutput', ['Foo', { Value: 'Waldo' }]],
  ['output, no such', sections, 'hasOutput', ['Qux', {}]],
  ['output, any', sections, 'hasOutput', ['*', { Export: { Name: 'bar' } }]],
  ['outputs', sections, 'findOutputs', ['*', { Value: 'Fred' }]],
  ['outputs, one', sections, 'findOutputs', ['Bar', { Value: 'Fred' }]],
  ['outputs, none', sections, 'findOutputs', ['Baz', { Value: 'Fred' }]],
  ['outputs, all', sections, 'findOutputs', ['*']],
  ['outputs without a section', resources, 'findOutputs', ['*', {}]],
  ['parameter', sections, 'hasParameter', ['Size', { Default: 3 }]],
  ['parameter, text for number', sections, 'hasParameter', ['Size', { Default: '3' }]],
  ['parameters', sections, 'findParameters', ['*', { Default: absent }]],
  ['mapping', sections, 'hasMapping', ['Regions', { 'eu-west-1': { ami: 'a' } }]],
  ['mapping, another', sections, 'hasMapping', ['*', { 'eu-west-1': { ami: 'b' } }]],
  ['mappings', sections, 'findMappings', ['*', { small: any }]],
  ['condition', sections, 'hasCondition', ['IsProd', { 'Fn::Equals': [{ Ref: 'Name' }, 'prod'] }]],
  ['condition, another', sections, 'hasCondition', ['IsBig', { 'Fn::Equals': any }]],
  ['conditions', sections, 'findConditions', ['*', { 'Fn::Not': any }]],
  ['cycle of Ref', cycle({ Properties: { x: { Ref: 'B' } } }, { Properties: { x: [{ Ref: 'A' }] } }), 'resourceCountIs', ['X', 2]],
  ['cycle of DependsOn', cycle({ DependsOn: 'B' }, { DependsOn: ['A'] }), 'resourceCountIs', ['X', 2]],
  ['cycle of GetAtt', cycle({ Properties: { x: { 'Fn::GetAtt': ['B', 'Arn'] } } }, { DependsOn: 'A' }), 'resourceCountIs', ['X', 2]],
  ['cycle of Sub', cycle({ Properties: { x: { 'Fn::Sub': 'a ${B.Arn} ${C}' } } }, { DependsOn: 'A' }), 'resourceCountIs', ['X', 2]],
  ['cycle of Sub with variables', cycle({ Properties: { x: { 'Fn::Sub': ['a ${v}', { v: { Ref: 'B' } }] } } }, { DependsOn: 'A' }), 'resourceCountIs', ['X', 2]],
  ['cycle on itself', cycle({ Properties: { x: { Ref: 'A' } } }, {}), 'resourceCountIs', ['X', 2]],
  ['no cycle: a literal in Sub', cycle({ Properties: { x: { 'Fn::Sub': '${!B}' } } }, { DependsOn: 'A' }), 'resourceCountIs', ['X', 2]],
  ['no cycle: one way', cycle({ Properties: { x: { Ref: 'B' } } }, {}), 'resourceCountIs', ['X', 2]],
  ['no cycle: no such resource', cycle({ Properties: { x: { Ref: 'AWS::Region' } }, DependsOn: 'C' }, {}), 'resourceCountIs', ['X', 2]],
  ['no cycle: metadata', cycle({ Metadata: { x: { Ref: 'B' } } }, { DependsOn: 'A' }), 'resourceCountIs', ['X', 2]],
];

/** A pattern of the CDK, and the captures in it. */
function patternOf(json, captures) {
  if (Array.isArray(json)) return json.map((item) => patternOf(item, captures));
  if (json === null || typeof json !== 'object') return json;
  if (!('$' in json)) {
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, patternOf(value, captures)]));
  }
  const of = 'of' in json ? patternOf(json.of, captures) : undefined;
  if (json.$ === 'capture') return (captures[json.name] ??= new Capture(of));
  return Match[json.$](of);
}

/** Every mismatch of a result: the path to it, and the matcher that found it. */
function failuresOf(result, prefix = []) {
  const own = [...result.failuresHere.values()].flat().map((failure) => [[...prefix, ...failure.path].join('/'), failure.matcher.name]);
  const inner = [...result.innerMatchFailures.entries()].flatMap(([key, value]) => failuresOf(value, [...prefix, key]));
  return [...own, ...inner].sort();
}

const capturedBy = (captures) =>
  Object.fromEntries(Object.entries(captures).map(([name, capture]) => [name, capture._captured]));

/** What a program throws: its class, and the logical ids that the message calls the closest. */
function thrown(error) {
  const closest = [...error.message.matchAll(/^([A-Za-z]+) :: /gm)].map((match) => match[1]);
  return { throws: error.constructor.name, ...(closest.length && { closest }) };
}

function recordMatcher([name, pattern, target]) {
  const record = { name, pattern, ...(target !== UNDEFINED && { target }) };
  const captures = {};
  try {
    const result = patternOf(pattern, captures).test(target === UNDEFINED ? undefined : target);
    result.finished();
    record.matches = !result.hasFailed();
    record.mismatches = result.failCount;
    record.failures = failuresOf(result);
  } catch (error) {
    Object.assign(record, thrown(error));
  }
  if (Object.keys(captures).length) record.captured = capturedBy(captures);
  return record;
}

function recordTemplate([name, template, method, args]) {
  const record = { name, template, method, args };
  const captures = {};
  try {
    const result = Template.fromJSON(structuredClone(template))[method](...args.map((arg) => patternOf(arg, captures)));
    if (result !== undefined) record.result = result;
  } catch (error) {
    Object.assign(record, thrown(error));
  }
  if (Object.keys(captures).length) record.captured = capturedBy(captures);
  return record;
}

/** Whether a random case says something: the CDK looks into null, or counts a value that is no text twice. */
function isPlain(record) {
  const places = (record.failures ?? []).map(String);
  return record.throws !== 'TypeError' && new Set(places).size === places.length;
}

const random = randomCases(Number(process.argv[3] ?? 1), Number(process.argv[4] ?? 300)).map(recordMatcher).filter(isPlain);
const matchers = [...matcherCases.map(recordMatcher), ...random];
const templates = templateCases.map(recordTemplate);
for (const list of [matchers, templates]) {
  const names = list.map((one) => one.name);
  const twice = names.filter((one, index) => names.indexOf(one) !== index);
  if (twice.length) throw new Error(`names that are used twice: ${twice}`);
}
const lines = (list) => `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
fs.writeFileSync(
  path.join(here, 'cases.json'),
  `{\n  "recordedFrom": "aws-cdk-lib ${version}",\n  "matchers": ${lines(matchers)},\n  "templates": ${lines(templates)}\n}\n`,
);
console.log(`${matchers.length} cases of matchers, ${templates.length} of templates`);
