"""The route $connect: keeps the connection, with the name that the authorizer let in."""
import os

import boto3

TABLE = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, _context):
    context = event["requestContext"]
    name = context.get("authorizer", {}).get("name", "somebody")
    TABLE.put_item(Item={"connectionId": context["connectionId"], "stage": context["stage"], "name": name})
    return {"statusCode": 200}
