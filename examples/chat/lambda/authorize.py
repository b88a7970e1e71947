"""Lets those connect who say their name: wss://…/live?name=ferris. A real one checks a token here."""


def handler(event, _context):
    name = (event.get("queryStringParameters") or {}).get("name", "")
    return {
        "principalId": name or "nobody",
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Action": "execute-api:Invoke",
                    "Effect": "Allow" if name.isalnum() else "Deny",
                    "Resource": event["methodArn"],
                }
            ],
        },
        "context": {"name": name},
    }
