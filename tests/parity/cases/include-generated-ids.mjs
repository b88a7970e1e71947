// The same template twice in one stack, with logical ids made of construct paths.
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const stack = new Stack(app, 'Twice');
  const templateFile = fileURLToPath(new URL('../fixtures/include/service.yaml', import.meta.url));
  for (const id of ['First', 'Second']) {
    new CfnInclude(stack, id, { templateFile, preserveLogicalIds: false });
  }
}
