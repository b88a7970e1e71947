"""Performs `docs/starter.md` to the letter, outside of the workspace, with the crates as they are packaged."""

import json
import os
import pathlib
import re
import subprocess

from conftest import ROOT, Cli

# The crates as `cargo package` leaves them, unpacked; set by `cargo xtask e2e`.
CRATES = pathlib.Path(os.environ["E2E_CRATES"])
# How long a command may take, in seconds; one of them compiles everything.
STEP_TIMEOUT = 600

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`([^`]+)`:$")


def steps(text):
    """What the page tells to do: ("sh", commands) or (path of a file, its text)."""
    for block in FENCE.finditer(text):
        language, body = block.groups()
        before = text[: block.start()].strip().splitlines()[-1]
        file = FILE.match(before)
        if file:
            yield file.group(1), body
        else:
            assert language == "sh", f"a block that is neither a command nor a file: {body}"
            yield "sh", body


def use_packages(folder):
    """What a registry would give is taken from the packages; everything else from the registry."""
    lines = ["[patch.crates-io]"]
    for package in sorted(CRATES.iterdir()):
        name = re.sub(r"-\d+\.\d+\.\d+$", "", package.name)
        lines.append(f"{name} = {{ path = {json.dumps(str(package))} }}")
    (folder / ".cargo").mkdir()
    (folder / ".cargo/config.toml").write_text("\n".join(lines) + "\n")


def test_starter(tmp_path, server):
    environment = Cli(tmp_path / "cli", server.environment()).environment
    for name in [name for name in environment if name.startswith("CARGO_") and name not in ("CARGO_HOME",)]:
        del environment[name]
    # Nobody is there to answer; the page says that `deploy` asks.
    environment |= {"CDK_REQUIRE_APPROVAL": "never", "npm_config_yes": "true", "npm_config_update_notifier": "false"}
    folder = tmp_path / "walk"
    folder.mkdir()
    use_packages(folder)

    printed = ""
    for what, text in steps((ROOT / "docs/starter.md").read_text()):
        if what != "sh":
            (folder / what).parent.mkdir(parents=True, exist_ok=True)
            (folder / what).write_text(text)
            continue
        for command in text.strip().splitlines():
            if command.startswith("cd "):
                folder = folder / command.removeprefix("cd ")
                continue
            if " destroy " in command:
                check_requests(server, folder)
            done = subprocess.run(
                ["sh", "-c", command],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=STEP_TIMEOUT,
                check=False,
            )
            printed = f"{done.stdout}\n{done.stderr}"
            assert done.returncode == 0, f"{command}\n{printed}"
    assert not server.client("apigatewayv2").get_apis()["Items"], printed


def check_requests(server, folder):
    """What a browser would see."""
    (api,) = server.client("apigatewayv2").get_apis()["Items"]
    assert server.request(api["ApiId"], "/hello/you") == (200, "hello, you")
    assert server.request(api["ApiId"], "/hello") == (200, "hello, world")
    assert (folder / "cdk.out/HelloApi.template.json").exists()
