// State machines: every option, definitions as text, file and states, names, roles, logs, tracing, encryption, substitutions;
// grants; imports; names used in another account.
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  AwsOwnedEncryptionConfiguration, CustomerManagedEncryptionConfiguration, DefinitionBody, LogLevel, Pass, QueryLanguage, StateMachine, StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { fileURLToPath } from 'node:url';

const TEXT = '{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}';
const hello = fileURLToPath(new URL('../fixtures/hello/index.js', import.meta.url));

export function build(app) {
  const stack = new Stack(app, 'SfnMachines');
  const user = new User(stack, 'User');
  const text = () => DefinitionBody.fromString(TEXT);
  const logGroup = new LogGroup(stack, 'Logs');
  const full = new StateMachine(stack, 'Full', {
    definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Only')), stateMachineName: 'full-machine', stateMachineType: StateMachineType.STANDARD,
    timeout: Duration.hours(1), comment: `in ${stack.region}`, logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: true }, tracingEnabled: true,
    removalPolicy: RemovalPolicy.RETAIN, definitionSubstitutions: { b: 'x', a: stack.region }, queryLanguage: QueryLanguage.JSONATA,
    encryptionConfiguration: new CustomerManagedEncryptionConfiguration(new Key(stack, 'Key'), Duration.seconds(75)),
  });
  full.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
  new StateMachine(stack, 'File', { definitionBody: DefinitionBody.fromFile(hello), stateMachineType: StateMachineType.EXPRESS, tracingEnabled: false, logs: { level: LogLevel.OFF } });
  const role = new Role(stack, 'GivenRole', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  const unnamed = new StateMachine(stack, 'Unnamed', {
    definitionBody: text(), role, comment: 'dropped', timeout: Duration.minutes(1), logs: { destination: logGroup },
    encryptionConfiguration: new CustomerManagedEncryptionConfiguration(new Key(stack, 'Key2')),
  });
  new StateMachine(stack, 'Owned', { definitionBody: text(), encryptionConfiguration: new AwsOwnedEncryptionConfiguration() });
  const parameter = new CfnParameter(stack, 'Machine').valueAsString;
  const machines = {
    Full: full, Unnamed: unnamed,
    ByArn: StateMachine.fromStateMachineArn(stack, 'ByArn', 'arn:aws:states:eu-west-1:111111111111:stateMachine:old'),
    ByToken: StateMachine.fromStateMachineArn(stack, 'ByToken', parameter),
    ByName: StateMachine.fromStateMachineName(stack, 'ByName', 'named'),
  };
  for (const [id, machine] of Object.entries(machines)) {
    machine.grantStartExecution(user);
    machine.grantStartSyncExecution(user);
    machine.grantRead(new User(stack, `${id}Reader`));
    machine.grantTaskResponse(user);
    machine.grantExecution(user, 'states:DescribeExecution', 'states:StopExecution');
    machine.grantRedriveExecution(user);
    machine.grant(user, 'states:ListExecutions');
    new CfnOutput(stack, `${id}Arn`, { value: machine.stateMachineArn });
  }
  new CfnOutput(stack, 'FullName', { value: full.stateMachineName });
  new CfnOutput(stack, 'FullRevision', { value: full.stateMachineRevisionId });

  const one = new Stack(app, 'SfnOne', { env: { account: '111111111111', region: 'us-east-1' } });
  const other = new Stack(app, 'SfnOther', { env: { account: '222222222222', region: 'us-east-1' } });
  const shared = new StateMachine(one, 'Shared', { definitionBody: text(), stateMachineName: 'shared' });
  new CfnOutput(other, 'Arn', { value: shared.stateMachineArn });
  new CfnOutput(other, 'Name', { value: shared.stateMachineName });
  shared.grantStartExecution(new User(other, 'User'));
}
