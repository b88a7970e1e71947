"""How functions send to clients: through @connections of the stage that a message came from."""
import os

import boto3


def client(context):
    """A client for https://{apiId}.execute-api.{region}.amazonaws.com/{stage}; the environment may name another server."""
    endpoint = os.environ.get("CALLBACK_ENDPOINT") or "https://{apiId}.execute-api.{region}.amazonaws.com/{stage}"
    url = endpoint.format(apiId=context["apiId"], region=os.environ["AWS_REGION"], stage=context["stage"])
    return boto3.client("apigatewaymanagementapi", endpoint_url=url)
