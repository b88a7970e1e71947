"""The route $default: tells the sender what a message must look like."""
import json

import callback


def handler(event, _context):
    context = event["requestContext"]
    example = {"action": "sendmessage", "message": "hello"}
    answer = json.dumps({"error": "send a message like this one", "example": example}).encode()
    callback.client(context).post_to_connection(ConnectionId=context["connectionId"], Data=answer)
    return {"statusCode": 200}
