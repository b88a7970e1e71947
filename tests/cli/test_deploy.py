"""Deploys with the stock CLI to a server, reads back what is there, and sends it requests.

What MiniStack does not support is left out here by name, with what it says: see README.md.
"""

import asyncio
import http.server
import json
import os
import platform
import subprocess
import threading
import time

import jwt
import pytest
import websockets
import websockets.exceptions
from cryptography.hazmat.primitives.asymmetric import rsa

from conftest import PROGRAMS, deploy, template_of


def apis(server):
    return server.client("apigatewayv2").get_apis()["Items"]


def deployed(server, api_id):
    """The parts of an API: route keys with their authorization, kinds of integrations, stages, authorizers."""
    client = server.client("apigatewayv2")
    routes = client.get_routes(ApiId=api_id)["Items"]
    return {
        "routes": sorted((one["RouteKey"], one.get("AuthorizationType", "NONE")) for one in routes),
        "integrations": sorted(one["IntegrationType"] for one in client.get_integrations(ApiId=api_id)["Items"]),
        "stages": sorted(one["StageName"] for one in client.get_stages(ApiId=api_id)["Items"]),
        "authorizers": sorted(
            (one["Name"], one["AuthorizerType"]) for one in client.get_authorizers(ApiId=api_id)["Items"]
        ),
    }


def expected(template):
    """The same parts as a template has them."""

    def of(kind):
        return [one["Properties"] for one in template["Resources"].values() if one["Type"] == f"AWS::ApiGatewayV2::{kind}"]

    return {
        "routes": sorted((one["RouteKey"], one["AuthorizationType"]) for one in of("Route")),
        "integrations": sorted(one["IntegrationType"] for one in of("Integration")),
        "stages": sorted(one["StageName"] for one in of("Stage")),
        "authorizers": sorted((one["Name"], one["AuthorizerType"]) for one in of("Authorizer")),
    }


def check_deployed(cli, server, app, stack, *context):
    """Deploys, and compares what is there with the template; gives the id of the API."""
    deploy(cli, app, *context)
    (api,) = apis(server)
    assert deployed(server, api["ApiId"]) == expected(template_of(cli.synth(app, *context), stack))
    again = cli.run("diff", "--fail", *context, app=app, check=False)
    assert again.returncode == 0, again.stdout + again.stderr
    return api["ApiId"]


def destroy(cli, server, app, *context):
    cli.run("destroy", "--all", "--force", *context, app=app)
    assert apis(server) == []


def test_books(server, deployer):
    api_id = check_deployed(deployer, server, "books", "Books")
    status, body = server.request(api_id, "/books")
    assert (status, [book["title"] for book in json.loads(body)]) == (200, ["The Rust Programming Language"])
    assert server.request(api_id, "/nothing")[0] == 404

    assert check_deployed(deployer, server, "books_next", "Books") == api_id
    assert server.request(api_id, "/books/1") == (200, "all of them")
    destroy(deployer, server, "books_next")


class Issuer(http.server.ThreadingHTTPServer):
    """An identity provider: it serves its keys, and signs tokens."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        super().__init__(("127.0.0.1", 0), Keys)
        self.url = f"http://127.0.0.1:{self.server_port}"
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        self.keys = {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def token(self, **claims):
        now = int(time.time())
        whole = {"iss": self.url, "aud": "books", "sub": "ferris", "iat": now, "exp": now + 300, **claims}
        return jwt.encode(whole, self.key, algorithm="RS256", headers={"kid": "one"})


class Keys(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        discovery = {"issuer": self.server.url, "jwks_uri": f"{self.server.url}/keys"}
        body = json.dumps(self.server.keys if self.path == "/keys" else discovery).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def issuer():
    serving = Issuer()
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    try:
        yield serving
    finally:
        serving.shutdown()
        serving.server_close()


def test_authorizers_and_a_changed_deploy(server, deployer, issuer):
    # The issuer of this test has no certificate, which API Gateway would refuse.
    deployer.environment["CDK_VALIDATION"] = "false"
    deploy(deployer, "authorized", "-c", f"issuer={issuer.url}")
    (api,) = apis(server)
    api_id = api["ApiId"]
    assert server.request(api_id, "/public") == (200, "hello")

    token = {"Authorization": f"Bearer {issuer.token()}"}
    assert server.request(api_id, "/token", token) == (200, "hello")
    refused = [
        {},
        {"Authorization": "Bearer nonsense"},
        {"Authorization": f"Bearer {issuer.token(aud='music')}"},
        {"Authorization": f"Bearer {issuer.token(exp=1)}"},
    ]
    assert [server.request(api_id, "/token", headers)[0] for headers in refused] == [401] * len(refused)

    assert server.request(api_id, "/guarded", {"Authorization": "please"}) == (200, "hello")
    assert server.request(api_id, "/guarded", {"Authorization": "now"})[0] == 403
    assert server.request(api_id, "/guarded")[0] == 401

    context = ["-c", f"issuer={issuer.url}", "-c", "answer=goodbye"]
    changed = deployer.run("diff", "--fail", *context, app="authorized", check=False)
    printed = changed.stdout + changed.stderr
    assert changed.returncode == 1 and "Hello" in printed and "goodbye" in printed, printed
    deploy(deployer, "authorized", *context)
    assert server.request(api_id, "/public") == (200, "goodbye")
    destroy(deployer, server, "authorized")


async def chat(server, api_id):
    """A session of two people, and somebody without a name."""

    def connect(query):
        url = f"ws://{api_id}.execute-api.localhost:{server.port}/live{query}"
        return websockets.connect(url, host="127.0.0.1", port=server.port, open_timeout=20)

    with pytest.raises(websockets.exceptions.InvalidStatus) as refused:
        await connect("")
    assert refused.value.response.status_code == 401

    async with connect("?name=ferris") as ferris:
        async with connect("?name=corro") as corro:
            await ferris.send(json.dumps({"action": "sendmessage", "message": "hello"}))
            for person in (ferris, corro):
                received = json.loads(await asyncio.wait_for(person.recv(), 20))
                assert received == {"from": "ferris", "message": "hello"}
            await corro.send("hello")
            assert "send a message like this one" in await asyncio.wait_for(corro.recv(), 20)
        await ferris.send(json.dumps({"action": "sendmessage", "message": "alone"}))
        assert json.loads(await asyncio.wait_for(ferris.recv(), 20))["message"] == "alone"


def connections(server):
    (table,) = server.client("dynamodb").list_tables()["TableNames"]
    return server.client("dynamodb").scan(TableName=table)["Items"]


def test_chat(server, deployer):
    api_id = check_deployed(deployer, server, "chat", "Chat")
    asyncio.run(asyncio.wait_for(chat(server, api_id), 90))
    end = time.monotonic() + 20
    while connections(server) and time.monotonic() < end:
        time.sleep(0.2)
    assert connections(server) == [], "who has left is forgotten"

    certificate = "arn:aws:acm:us-east-1:000000000000:certificate/chat"
    context = ["-c", "domainName=chat.example.com", "-c", f"certificateArn={certificate}"]
    assert check_deployed(deployer, server, "chat", "Chat", *context) == api_id
    (domain,) = server.client("apigatewayv2").get_domain_names()["Items"]
    mappings = server.client("apigatewayv2").get_api_mappings(DomainName=domain["DomainName"])["Items"]
    assert domain["DomainName"] == "chat.example.com"
    assert sorted((one["ApiMappingKey"], one["Stage"]) for one in mappings) == [("beta", "beta"), ("live", "live")]
    destroy(deployer, server, "chat")


async def follow(server, api_id, orders_id):
    """Somebody follows an order, which is then shipped."""
    url = f"ws://{api_id}.execute-api.localhost:{server.port}/live"
    async with websockets.connect(url, host="127.0.0.1", port=server.port, open_timeout=20) as client:
        status, body = server.request(orders_id, "/orders", method="POST", body={"item": "book", "quantity": 2})
        order = json.loads(body)
        assert (status, order["status"]) == (201, "placed"), body
        path = f"/orders/{order['id']}"
        assert server.request(orders_id, path) == (200, body)
        await client.send(json.dumps({"action": "subscribe", "order": order["id"]}))
        end = time.monotonic() + 20
        while not any("orderId" in one for one in scan(server, "Connections")) and time.monotonic() < end:
            await asyncio.sleep(0.2)
        changed = await asyncio.to_thread(server.request, orders_id, path, None, "PATCH", {"status": "shipped"})
        assert changed == (200, body.replace("placed", "shipped"))
        assert await asyncio.wait_for(client.recv(), 20) == changed[1]


def scan(server, name):
    (table,) = [one for one in server.client("dynamodb").list_tables()["TableNames"] if name in one]
    return server.client("dynamodb").scan(TableName=table)["Items"]


def test_orders(server, deployer):
    """Functions in Rust, for the target of this computer; the first build takes longer than a client may."""
    target = f"{platform.machine()}-unknown-linux-gnu"
    environment = {**os.environ, "CDK_CONTEXT_JSON": json.dumps({"target": target})}
    environment["CDK_OUTDIR"] = str(deployer.folder / "built")
    subprocess.run([PROGRAMS / "orders"], env=environment, timeout=900, check=True)

    deploy(deployer, "orders", "-c", f"target={target}")
    by_protocol = {api["ProtocolType"]: api["ApiId"] for api in apis(server)}
    orders_id = by_protocol["HTTP"]
    asyncio.run(asyncio.wait_for(follow(server, by_protocol["WEBSOCKET"], orders_id), 90))
    end = time.monotonic() + 20
    while scan(server, "Connections") and time.monotonic() < end:
        time.sleep(0.2)
    assert scan(server, "Connections") == [], "who has left is forgotten"
    assert server.request(orders_id, "/orders/none")[0] == 404
    assert server.request(orders_id, "/orders", method="POST", body={"item": ""})[0] == 400
    destroy(deployer, server, "orders", "-c", f"target={target}")


def test_nothing_of_a_failing_program_is_deployed(server, deployer):
    failed = deployer.run("deploy", "--all", "--require-approval", "never", app="failing", check=False)
    assert failed.returncode != 0 and "2 errors" in failed.stdout + failed.stderr
    stacks = server.client("cloudformation").list_stacks()["StackSummaries"]
    assert [one["StackName"] for one in stacks] == ["CDKToolkit"]


def test_stacks_that_need_each_other(server, deployer):
    printed = deployer.run("deploy", "Second", "--exclusively", "--require-approval", "never", app="systems", check=False)
    assert printed.returncode != 0, "the first stack is not there yet"
    deploy(deployer, "systems")
    deployer.run("deploy", "Beta/*", "--require-approval", "never", app="systems")
    names = {one["StackName"] for one in server.client("cloudformation").list_stacks()["StackSummaries"]}
    assert {"First", "Second", "Beta-Third"} <= names
