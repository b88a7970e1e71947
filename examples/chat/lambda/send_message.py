"""The route sendmessage: passes the message on to everybody who is connected to the same stage."""
import json
import os

import boto3

import callback

TABLE = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def connections(stage):
    """The connections of a stage: a scan gives a page at a time."""
    page = TABLE.scan()
    while True:
        yield from (one for one in page["Items"] if one["stage"] == stage)
        if "LastEvaluatedKey" not in page:
            return
        page = TABLE.scan(ExclusiveStartKey=page["LastEvaluatedKey"])


def handler(event, _context):
    context = event["requestContext"]
    client = callback.client(context)
    everybody = list(connections(context["stage"]))
    sender = next((one["name"] for one in everybody if one["connectionId"] == context["connectionId"]), "somebody")
    message = json.dumps({"from": sender, "message": json.loads(event["body"]).get("message", "")}).encode()
    for one in everybody:
        try:
            client.post_to_connection(ConnectionId=one["connectionId"], Data=message)
        except client.exceptions.GoneException:  # left without a word
            TABLE.delete_item(Key={"connectionId": one["connectionId"]})
    return {"statusCode": 200}
