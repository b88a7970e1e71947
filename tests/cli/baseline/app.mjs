// An app with the context of a new project, and what the CLI adds to it.
import { App } from 'aws-cdk-lib';
import fs from 'node:fs';

const [, , outdir, directory] = process.argv;
export const root = directory;

export function newApp() {
  const flags = JSON.parse(fs.readFileSync(`${root}/tests/parity/flags.json`, 'utf8'));
  const cli = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
  return new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false, context: { ...flags, ...cli } });
}
