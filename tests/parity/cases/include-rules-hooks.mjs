// Rules, hooks, attributes that are not known, and resources that refer to each other.
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const templateFile = fileURLToPath(new URL('../fixtures/include/rules.json', import.meta.url));
  new CfnInclude(new Stack(app, 'RulesHooks'), 'Include', { templateFile, allowCyclicalReferences: true });
}
