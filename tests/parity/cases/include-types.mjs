// Resources in the form of their types: order and types of properties, also nested ones; tags of each shape; what types do not name.
import { fileURLToPath } from 'node:url';
import { Stack, Tags } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const templateFile = fileURLToPath(new URL('../fixtures/include/types.json', import.meta.url));
  new CfnInclude(new Stack(app, 'Plain'), 'Include', { templateFile });

  const stack = new Stack(app, 'Tagged');
  const include = new CfnInclude(stack, 'Include', { templateFile });
  Tags.of(include).add('team', 'books');
  Tags.of(include).add('Alpha', 'given');
  Tags.of(stack).remove('zone', { priority: 300 });
}
