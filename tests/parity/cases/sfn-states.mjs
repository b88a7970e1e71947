// States: every kind and option in JSONPath and JSONata, chains, choices with every comparison, branches, maps, retries, catches,
// loops, afterwards, custom states, names and prefixes.
import { Duration, Stack } from 'aws-cdk-lib';
import {
  Chain, Choice, Condition, CustomState, DefinitionBody, Errors, Fail, JitterType, JsonPath, Map, Parallel, Pass, ProvideItems, QueryLanguage, Result, StateMachine,
  Succeed, Wait, WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';

export function build(app) {
  const stack = new Stack(app, 'SfnStates');
  const machine = (id, chainable, props) => new StateMachine(stack, `${id}Machine`, { definitionBody: DefinitionBody.fromChainable(chainable), ...props });
  const pass = (id, props) => new Pass(stack, id, props);

  const full = pass('Full', {
    comment: 'all', stateName: 'Named', inputPath: '$.in', outputPath: '$.out', resultPath: '$.result', result: Result.fromObject({ b: 1, a: [true, null, 'x'], r: stack.region }),
    parameters: { 'x.$': '$.x', y: 2 }, assign: { v: 1 },
  });
  const discard = pass('Discard', { resultPath: JsonPath.DISCARD, inputPath: JsonPath.DISCARD, outputPath: JsonPath.DISCARD, result: Result.fromString('text') });
  machine('Simple', full.next(discard)
    .next(new Wait(stack, 'Seconds', { time: WaitTime.duration(Duration.minutes(2)), comment: 'wait' }))
    .next(new Wait(stack, 'Timestamp', { time: WaitTime.timestamp('2030-01-01T00:00:00Z') }))
    .next(new Wait(stack, 'SecondsPath', { time: WaitTime.secondsPath('$.s') }))
    .next(new Wait(stack, 'TimestampPath', { time: WaitTime.timestampPath('$.t'), stateName: 'Until' }))
    .next(new Succeed(stack, 'Done', { comment: 'done', inputPath: '$.a', outputPath: '$.b' })), { timeout: Duration.seconds(90), comment: 'simple' });

  const comparisons = new Choice(stack, 'Comparisons', { comment: 'which', inputPath: '$.a', outputPath: '$.b' });
  const strings = ['stringEquals', 'stringLessThan', 'stringLessThanEquals', 'stringGreaterThan', 'stringGreaterThanEquals', 'stringMatches'];
  const stringPaths = ['stringEqualsJsonPath', 'stringLessThanJsonPath', 'stringLessThanEqualsJsonPath', 'stringGreaterThanJsonPath', 'stringGreaterThanEqualsJsonPath', 'booleanEqualsJsonPath',
    'numberEqualsJsonPath', 'numberLessThanJsonPath', 'numberLessThanEqualsJsonPath', 'numberGreaterThanJsonPath', 'numberGreaterThanEqualsJsonPath',
    'timestampEqualsJsonPath', 'timestampLessThanJsonPath', 'timestampLessThanEqualsJsonPath', 'timestampGreaterThanJsonPath', 'timestampGreaterThanEqualsJsonPath'];
  const numbers = ['numberEquals', 'numberLessThan', 'numberLessThanEquals', 'numberGreaterThan', 'numberGreaterThanEquals'];
  const timestamps = ['timestampEquals', 'timestampLessThan', 'timestampLessThanEquals', 'timestampGreaterThan', 'timestampGreaterThanEquals'];
  const tests = ['isPresent', 'isNotPresent', 'isString', 'isNotString', 'isNumeric', 'isNotNumeric', 'isBoolean', 'isNotBoolean', 'isTimestamp', 'isNotTimestamp', 'isNotNull', 'isNull'];
  const target = new Succeed(stack, 'Target');
  for (const name of strings) comparisons.when(Condition[name]('$.s', 'text'), target);
  for (const name of stringPaths) comparisons.when(Condition[name]('$.s', '$.other'), target);
  for (const name of numbers) comparisons.when(Condition[name]('$.n', 1.5), target);
  for (const name of timestamps) comparisons.when(Condition[name]('$.t', '2030-01-01T00:00:00Z'), target);
  for (const name of tests) comparisons.when(Condition[name]('$.x'), target);
  comparisons.when(Condition.booleanEquals('$.b', true), target);
  comparisons.when(Condition.and(Condition.isPresent('$.a'), Condition.or(Condition.isNull('$[0]'), Condition.not(Condition.isString('$')))), target, { comment: 'nested', assign: { v: 1 } });
  comparisons.otherwise(new Fail(stack, 'Otherwise', { error: 'E', cause: 'C', comment: 'f' }));
  machine('Choices', comparisons);

  const choice = new Choice(stack, 'After');
  const left = pass('Left'), right = pass('Right');
  choice.when(Condition.booleanEquals('$.l', true), left).when(Condition.booleanEquals('$.f', true), new Fail(stack, 'FailPaths', { errorPath: '$.e', causePath: "States.Format('{}', $.c)" })).otherwise(right);
  const loop = pass('Loop');
  machine('Afterwards', Chain.start(pass('First')).next(choice.afterwards()).next(loop));
  loop.next(choice);
  const open = new Choice(stack, 'Open');
  open.when(Condition.isPresent('$.x'), pass('Inside'));
  machine('Open', open.afterwards({ includeOtherwise: true }).next(pass('AfterOpen')));

  const parallel = new Parallel(stack, 'Parallel', { comment: 'p', resultPath: '$.r', resultSelector: { 'a.$': '$[0]' }, parameters: { x: 1 }, inputPath: '$.i', outputPath: '$.o', assign: { w: 2 } });
  parallel.branch(pass('A').next(pass('B')), pass('C'));
  parallel.addRetry({ errors: [Errors.ALL], interval: Duration.seconds(3), maxAttempts: 4, backoffRate: 1.5, maxDelay: Duration.minutes(1), jitterStrategy: JitterType.FULL });
  parallel.addRetry({ errors: [Errors.TIMEOUT, 'Own'] });
  parallel.addRetry();
  const handler = pass('Handler');
  parallel.addCatch(handler);
  parallel.addCatch(handler.next(pass('AfterHandler')), { errors: ['Own'], resultPath: '$.error', assign: { e: 1 } });
  machine('Parallels', parallel.next(pass('D')));
  machine('Single', Chain.start(pass('S1')).next(pass('S2')).toSingleState('Together', { comment: 'one' }).next(pass('S3')));

  const map = new Map(stack, 'Map', {
    comment: 'm', itemsPath: '$.items', maxConcurrency: 3, itemSelector: { 'i.$': '$$.Map.Item.Value' }, resultPath: '$.done', resultSelector: { 'n.$': '$' }, inputPath: '$.in', outputPath: '$.out', assign: { z: 1 },
  });
  map.itemProcessor(pass('Item').next(pass('ItemEnd')));
  map.addRetry({ maxAttempts: 0 }).addCatch(new Succeed(stack, 'Caught'), { errors: [Errors.TASKS_FAILED] });
  const older = new Map(stack, 'Older', { maxConcurrencyPath: '$.max', parameters: { p: 1 } });
  older.iterator(pass('Iterated'));
  machine('Maps', map.next(older));

  const own = new CustomState(stack, 'Own', { stateJson: { Type: 'Task', Resource: `arn:${stack.partition}:states:::dynamodb:putItem`, Retry: [{ ErrorEquals: ['X'] }], Next: 'gone' } });
  own.addRetry({ errors: ['Y'] });
  own.addCatch(new Fail(stack, 'OwnFailed'));
  machine('Custom', own.next(new CustomState(stack, 'Own2', { stateJson: { Type: 'Wait', Seconds: 1 } })));

  const jsonata = Pass.jsonata(stack, 'JsonataPass', { outputs: { a: '{% $states.input.a %}' }, assign: { v: '{% 1 %}' }, comment: 'j' });
  const jsonataChoice = Choice.jsonata(stack, 'JsonataChoice', { outputs: 'x' });
  jsonataChoice.when(Condition.jsonata('{% $v > 1 %}'), Succeed.jsonata(stack, 'JsonataDone', { outputs: '{% $v %}' }), { outputs: '{% 1 %}', assign: { k: 2 }, comment: 'c' });
  const jsonataMap = Map.jsonata(stack, 'JsonataMap', { items: ProvideItems.jsonata('{% $x %}'), jsonataMaxConcurrency: '{% 2 %}', jsonataItemSelector: '{% $i %}', outputs: 1 });
  jsonataMap.itemProcessor(Wait.jsonata(stack, 'JsonataWait', { time: WaitTime.seconds('{% 5 %}'), outputs: 'w' }));
  const jsonataParallel = Parallel.jsonata(stack, 'JsonataParallel', { arguments: { a: 1 }, outputs: { o: 2 } });
  jsonataParallel.branch(Fail.jsonata(stack, 'JsonataFail', { error: '{% $e %}' }));
  jsonataParallel.addCatch(pass('JsonataHandler', { queryLanguage: QueryLanguage.JSONATA }), { outputs: '{% 3 %}', assign: { c: 1 } });
  machine('Jsonata', jsonata.next(jsonataMap).next(jsonataParallel).next(jsonataChoice));
  const items = new Map(stack, 'Items', { items: ProvideItems.jsonArray([1, 'a', { b: 2 }]) });
  items.itemProcessor(pass('Listed'));
  machine('AllJsonata', items.next(pass('Plain', { outputs: '{% 1 %}' })), { queryLanguage: QueryLanguage.JSONATA });

  const prefixed = pass('Prefixed');
  prefixed.addPrefix('b-'); prefixed.addPrefix('a-');
  machine('Prefixes', prefixed.next(pass('1', { stateName: '2' })).next(pass('0')));
}
