"""The linters on the templates of the examples: no finding that aws-cdk-lib's own template does not have.

The templates of the parity cases are byte for byte those of aws-cdk-lib, which `cargo test -p parity` holds: what linters find
in them is the same. Those of the examples are compared with the same apps in JavaScript, in `baseline/`.
"""

import json
import pathlib
import subprocess
import sys

import pytest
from cloudformation_validate import CompositeEngine

from conftest import CLIENT_TIMEOUT, NPM, ROOT, fresh

BIN = pathlib.Path(sys.executable).parent


def baseline(name, folder):
    """The templates of the same app made by aws-cdk-lib."""
    out = fresh(folder / f"baseline-{name}")
    # Modules are found from where a program is.
    programs = fresh(NPM / "baseline")
    for program in (pathlib.Path(__file__).parent / "baseline").glob("*.mjs"):
        (programs / program.name).write_text(program.read_text())
    command = ["node", str(programs / f"{name}.mjs"), str(out), str(ROOT)]
    done = subprocess.run(command, cwd=NPM, capture_output=True, text=True, timeout=CLIENT_TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr
    return out


def lint(template):
    """What cfn-lint finds: rule and place."""
    done = subprocess.run(
        [str(BIN / "cfn-lint"), "--format", "json", str(template)],
        capture_output=True,
        text=True,
        timeout=CLIENT_TIMEOUT,
        check=False,
    )
    found = json.loads(done.stdout or "[]")
    return {(one["Rule"]["Id"], "/".join(map(str, one["Location"]["Path"] or []))) for one in found}


def validate(template):
    """What cloudformation-validate finds: rule and message."""
    report = CompositeEngine().validate_template(str(template))
    return {(one.rule_id, one.message) for one in report.diagnostics}


@pytest.mark.parametrize("app", ["books", "chat"])
def test_examples_are_as_clean_as_those_of_aws_cdk_lib(cli, app):
    ours, theirs = cli.synth(app), baseline(app, cli.folder)
    templates = [path.name for path in ours.glob("*.template.json")]
    assert templates
    for name in templates:
        assert (ours / name).read_bytes() == (theirs / name).read_bytes(), f"{name} differs from aws-cdk-lib's"
        assert lint(ours / name) <= lint(theirs / name)
        assert validate(ours / name) <= validate(theirs / name)


def test_linters_find_something():
    """A template with a mistake, so that the checks above cannot pass by finding nothing ever."""
    wrong = NPM / "wrong.template.json"
    wrong.write_text(json.dumps({"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Nam": "x"}}}}))
    assert lint(wrong) and validate(wrong)
