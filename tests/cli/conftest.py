"""What the tests share: where the programs and clients are, running them, and the server that stacks are deployed to."""

import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import boto3
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Set by `cargo xtask e2e`.
PROGRAMS = pathlib.Path(os.environ["E2E_PROGRAMS"])
NPM = pathlib.Path(os.environ["E2E_NPM"])

# How long a client, or the start of the server, may take, in seconds.
CLIENT_TIMEOUT = 120
START_TIMEOUT = 60


def free_port():
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """MiniStack, on the loopback interface alone."""

    def __init__(self, folder):
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = folder / "server.log"
        environment = {
            **os.environ,
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self.port),
            "MINISTACK_HOST": "localhost",
            "LAMBDA_EXECUTOR": "local",
            # Listens on all interfaces.
            "IOT_MTLS_ENABLED": "0",
            # Functions inherit it: names below `localhost` are not resolved by every client.
            "AWS_ENDPOINT_URL_DYNAMODB": f"http://127.0.0.1:{self.port}",
            "CALLBACK_ENDPOINT": f"http://127.0.0.1:{self.port}/_aws/execute-api/{{apiId}}/{{stage}}",
        }
        environment.pop("AWS_ENDPOINT_URL", None)
        command = [str(pathlib.Path(sys.executable).parent / "ministack")]
        self.process = subprocess.Popen(command, env=environment, stdout=self.log.open("w"), stderr=subprocess.STDOUT)

    def wait(self):
        end = time.monotonic() + START_TIMEOUT
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            time.sleep(0.2)
        raise RuntimeError(f"the server does not start: {self.log.read_text()}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)

    def environment(self):
        """What makes clients talk to the server."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def client(self, service):
        return boto3.client(
            service, endpoint_url=self.url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
        )

    def request(self, api_id, path, headers=None, method="GET", body=None):
        """Status and body of a request to an HTTP API."""
        url = f"http://127.0.0.1:{self.port}{path}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, headers=headers or {}, method=method, data=data)
        if body is not None:
            request.add_header("Content-Type", "application/json")
        request.add_header("Host", f"{api_id}.execute-api.localhost:{self.port}")
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


class Cli:
    """The stock `cdk`, in a home and a working directory of its own."""

    def __init__(self, folder, environment=None):
        self.folder = folder
        home = folder / "home"
        home.mkdir(parents=True)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CDK_"))},
            "HOME": str(home),
            "CDK_HOME": str(home),
            "CDK_DISABLE_VERSION_CHECK": "1",
            "NO_COLOR": "1",
            "CARGO_HOME": os.environ.get("CARGO_HOME", str(pathlib.Path.home() / ".cargo")),
            "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", str(pathlib.Path.home() / ".rustup")),
            **(environment or {}),
        }

    def run(self, *arguments, app=None, cwd=None, check=True):
        """Runs a command, mostly for a program; gives what it printed, and with `check=False` the exit code, too."""
        command = [str(NPM / "node_modules/.bin/cdk"), *arguments, "--no-notices"]
        if app is not None:
            # A program by its name, or a whole command.
            command += ["--app", app if " " in app else str(PROGRAMS / app)]
        done = subprocess.run(
            command,
            cwd=cwd or self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=CLIENT_TIMEOUT,
            check=False,
        )
        if not check:
            return done
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def synth(self, app, *arguments):
        """The folder that a program synthesizes to."""
        out = self.folder / f"out-{app}"
        self.run("synth", "--quiet", "--output", str(out), *arguments, app=app)
        return out


@pytest.fixture
def cli(tmp_path):
    """The CLI without a server."""
    return Cli(tmp_path)


@pytest.fixture
def server(tmp_path):
    """A server of its own for each test, with the resources that `cdk bootstrap` makes."""
    folder = tmp_path / "server"
    folder.mkdir()
    running = Server(folder)
    try:
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture
def deployer(tmp_path, server):
    """The CLI with a server that is bootstrapped."""
    cli = Cli(tmp_path / "cli", server.environment())
    cli.run("bootstrap", "aws://000000000000/us-east-1")
    return cli


def deploy(cli, app, *arguments):
    return cli.run("deploy", "--all", "--require-approval", "never", *arguments, app=app)


def template_of(folder, stack):
    return json.loads((folder / f"{stack}.template.json").read_text())


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
