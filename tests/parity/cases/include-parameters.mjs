// Values in the place of parameters: literals and tokens, in references and in texts.
import { fileURLToPath } from 'node:url';
import { Aws, CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';

export function build(app) {
  const shop = fileURLToPath(new URL('../fixtures/include/shop.json', import.meta.url));
  new CfnInclude(new Stack(app, 'Literals'), 'Include', {
    templateFile: shop, parameters: { Stage: 'beta', Delay: 7, Subnets: ['subnet-1', 'subnet-2'] },
  });
  const stack = new Stack(app, 'Tokens');
  const stage = new CfnParameter(stack, 'OtherStage');
  new CfnInclude(stack, 'Include', { templateFile: shop, parameters: { Stage: stage.valueAsString, Secret: Aws.REGION } });
}
