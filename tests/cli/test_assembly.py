"""What programs write, against the schemas of cloud assemblies, and published by `cdk-assets`."""

import json
import pathlib
import subprocess

import pytest

from conftest import CLIENT_TIMEOUT, NPM, PROGRAMS

VALIDATOR = """
const Ajv = require('ajv'), fs = require('fs');
const [schemaFile, ...files] = process.argv.slice(1);
const ajv = new Ajv({ strict: false, allErrors: true });
const validate = ajv.compile(JSON.parse(fs.readFileSync(schemaFile)));
for (const file of files) {
  if (!validate(JSON.parse(fs.readFileSync(file)))) {
    console.log(file, JSON.stringify(validate.errors, null, 1));
    process.exitCode = 1;
  }
}
"""


def validate(schema, files):
    schema = NPM / "node_modules/@aws-cdk/cloud-assembly-schema/schema" / schema
    command = ["node", "-e", VALIDATOR, str(schema), *map(str, files)]
    done = subprocess.run(command, cwd=NPM, capture_output=True, text=True, timeout=CLIENT_TIMEOUT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("app", ["books", "chat", "authorized", "systems"])
def test_fits_the_schemas(cli, app):
    out = cli.synth(app)
    manifests = list(out.rglob("manifest.json"))
    assets = list(out.rglob("*.assets.json"))
    assert manifests and assets
    validate("cloud-assembly.schema.json", manifests)
    validate("assets.schema.json", assets)


@pytest.mark.parametrize("app", ["books", "chat", "authorized", "page"])
def test_nothing_is_said_of_what_is_right(cli, app):
    out = cli.synth(app)
    assert json.loads((out / "diagnostics.json").read_text())["diagnostics"] == []
    limits = json.loads((out / "limits.json").read_text())["limits"]
    assert {"core.resources", "apigatewayv2.routes-per-api"} <= {one["name"] for one in limits}
    assert all(one["count"] <= one["limit"] for one in limits)


@pytest.mark.parametrize("app", ["books", "systems"])
def test_the_tree_names_all_constructs(cli, app):
    """There is no schema of `tree.json`: each construct has an id and a path, and children by their ids."""
    out = cli.synth(app)

    def check(node, path):
        assert node["path"] == path and set(node) <= {"id", "path", "children", "attributes", "constructInfo"}, node
        for name, child in node.get("children", {}).items():
            assert child["id"] == name
            check(child, f"{path}/{name}" if path else name)

    tree = json.loads((out / "tree.json").read_text())
    assert tree["version"] == "tree-0.1"
    check(tree["tree"], "")


def test_publishes_assets(server, deployer):
    out = deployer.synth("books")
    manifest = next(out.glob("*.assets.json"))
    command = [str(NPM / "node_modules/.bin/cdk-assets"), "-p", str(manifest), "publish"]
    done = subprocess.run(
        command, env=deployer.environment, capture_output=True, text=True, timeout=CLIENT_TIMEOUT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    keys = [one["Key"] for one in server.client("s3").list_objects_v2(Bucket=bucket())["Contents"]]
    wanted = [
        destination["objectKey"]
        for file in json.loads(manifest.read_text())["files"].values()
        for destination in file["destinations"].values()
    ]
    assert set(wanted) <= set(keys) and any(key.endswith(".zip") for key in keys)


def bucket():
    return "cdk-hnb659fds-assets-000000000000-us-east-1"


def test_programs_are_there():
    assert all(pathlib.Path(PROGRAMS / name).exists() for name in ["books", "chat", "authorized", "systems", "failing"])
