// YAML with short forms, in a stack with a description and metadata of its own.
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const stack = new Stack(app, 'IncludeYaml', { description: 'The stack' });
  stack.addTransform('Own');
  new CfnInclude(stack, 'Include', { templateFile: fileURLToPath(new URL('../fixtures/include/service.yaml', import.meta.url)) });
}
