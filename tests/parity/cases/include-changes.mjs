// Access to what a template contains: names, properties and references change, and new resources use it.
import { fileURLToPath } from 'node:url';
import { CfnOutput, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const stack = new Stack(app, 'Changes');
  const include = new CfnInclude(stack, 'Include', {
    templateFile: fileURLToPath(new URL('../fixtures/include/shop.json', import.meta.url)),
  });
  const orders = include.getResource('Orders');
  orders.visibilityTimeout = 60;
  orders.delaySeconds = undefined;
  orders.overrideLogicalId('Renamed');
  orders.addPropertyOverride('RedrivePolicy.maxReceiveCount', 9);
  include.getResource('Bucket').overrideLogicalId('Storage');
  include.getCondition('IsProd').overrideLogicalId('Production');
  include.getParameter('Stage').overrideLogicalId('Phase');
  include.getMapping('Sizes').overrideLogicalId('Capacities');
  include.getOutput('Plain').description = 'said later';

  const alarm = new CfnResource(stack, 'Alarm', { type: 'My::Own::Alarm', properties: {
    Queue: orders.attrArn,
    Stage: include.getParameter('Stage').valueAsString,
    Memory: include.getMapping('Sizes').findInMap(include.getParameter('Stage').valueAsString, 'memory'),
  } });
  alarm.cfnOptions.condition = include.getCondition('IsProd');
  alarm.addDependency(include.getResource('Thing'));
  const other = new Stack(app, 'Other');
  new CfnOutput(other, 'Arn', { value: include.getResource('Dead').attrArn });
}
