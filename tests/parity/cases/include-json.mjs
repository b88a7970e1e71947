// A template with everything: all sections, all attributes of resources, all functions in their long forms.
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const stack = new Stack(app, 'IncludeJson');
  new CfnInclude(stack, 'Include', { templateFile: fileURLToPath(new URL('../fixtures/include/shop.json', import.meta.url)) });
}
