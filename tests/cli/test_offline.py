"""The stock CLI without a server: what it lists, synthesizes and compares, and what it shows of a program that fails."""

import json

from conftest import ROOT, template_of


def test_lists_stacks(cli):
    assert cli.run("ls", app="books").splitlines()[-1] == "Books"
    assert cli.run("ls", app="systems").splitlines()[-3:] == ["First", "Second", "Beta/Third (Beta-Third)"]


def test_synthesizes_as_a_user_runs_it(cli):
    """`cdk --app "cargo run …"` in the repository."""
    out = cli.folder / "out"
    cli.run("synth", "--quiet", "--output", str(out), app="cargo run -q -p books", cwd=ROOT)
    resources = template_of(out, "Books")["Resources"]
    routes = [one["Properties"]["RouteKey"] for one in resources.values() if one["Type"] == "AWS::ApiGatewayV2::Route"]
    assert routes == ["GET /books", "ANY /archive/{proxy+}"]


def test_compares_with_a_template(cli):
    out = cli.synth("books")
    template = out / "Books.template.json"
    same = cli.run("diff", "Books", "--template", str(template), app="books", check=False)
    assert same.returncode == 0 and "There were no differences" in same.stdout + same.stderr
    changed = json.loads(template.read_text())
    changed["Resources"]["HttpApiF5A9A8A7"]["Properties"]["Name"] = "other"
    other = cli.folder / "other.json"
    other.write_text(json.dumps(changed))
    different = cli.run("diff", "Books", "--template", str(other), "--fail", app="books", check=False)
    printed = different.stdout + different.stderr
    assert different.returncode == 1 and "HttpApi" in printed and "other" in printed, printed


def test_context_of_the_command_line(cli):
    out = cli.synth("systems", "-c", "color=red", "-c", "size=3")
    outputs = template_of(out, "Second")["Outputs"]
    assert outputs["color"]["Value"] == '"red"'
    assert outputs["size"]["Value"] == '"3"'


def test_large_context_comes_in_a_file(cli):
    """The CLI writes what does not fit an environment variable to a file."""
    large = "x" * 200_000
    (cli.folder / "cdk.json").write_text(json.dumps({"context": {"large": large}}))
    outputs = template_of(cli.synth("systems"), "Second")["Outputs"]
    assert outputs["large"]["Value"] == str(len(large))


def test_one_stack_of_several(cli):
    printed = cli.run("synth", "Second", "--exclusively", "--json", app="systems")
    assert "QueueName" in json.loads(printed)["Outputs"]
    third = json.loads(cli.run("synth", "Beta/Third", "--json", app="systems"))
    assert [one["Type"] for one in third["Resources"].values()] == ["AWS::SQS::Queue"]


def test_only_commands_that_need_the_code_build_functions(cli):
    """For a target that does not exist nothing can be built."""
    target = ["-c", "target=x86_64-unknown-linux-nonsense"]
    assert cli.run("ls", *target, app="orders").splitlines()[-1] == "Orders"
    failed = cli.run("synth", *target, app="orders", check=False)
    assert failed.returncode != 0 and "error[lambda-rust::target]" in failed.stderr, failed.stderr


def test_a_failing_program_shows_all_its_mistakes(cli):
    failed = cli.run("synth", app="failing", check=False)
    printed = failed.stdout + failed.stderr
    assert failed.returncode != 0
    for code in ["apigatewayv2::cors-wildcard-credentials", "apigatewayv2::route-path"]:
        assert f"error[{code}]" in printed, printed
    assert "failing.rs:" in printed, printed
    assert not (cli.folder / "cdk.out" / "manifest.json").exists()
    report = json.loads((cli.folder / "cdk.out" / "diagnostics.json").read_text())
    assert {one["code"] for one in report["diagnostics"]} >= {"apigatewayv2::route-path"}
    assert all(one["file"].endswith("failing.rs") and one["line"] > 0 for one in report["diagnostics"])
