"""A store that speaks S3, for tests, on a port of its own: moto's, which checks every signature.

Its first line on standard output is {"port": …, "key": …, "secret": …, "bucket": …}. It ends with its standard input.
"""

import json
import logging
import os
import sys

# Once the user below is made, nobody is let in without a good signature.
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"
os.environ.update(AWS_ACCESS_KEY_ID="nobody", AWS_SECRET_ACCESS_KEY="nothing", AWS_DEFAULT_REGION="eu-central-1")

import boto3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

logging.getLogger("werkzeug").setLevel(logging.ERROR)

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
_, port = server.get_host_and_port()
address = f"http://127.0.0.1:{port}"

iam = boto3.client("iam", endpoint_url=address)
iam.create_user(UserName="quad")
key = iam.create_access_key(UserName="quad")["AccessKey"]
allowed = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="quad", PolicyName="files", PolicyDocument=json.dumps(allowed))
s3 = boto3.client("s3", endpoint_url=address)
s3.create_bucket(Bucket="quad-files", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})

print(json.dumps({"port": port, "key": key["AccessKeyId"], "secret": key["SecretAccessKey"], "bucket": "quad-files"}),
      flush=True)
sys.stdin.read()
os._exit(0)
