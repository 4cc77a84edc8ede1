"""What precedes a name without being part of it: the vendor, an IAM prefix, `Fn::`."""

import re

from rapidfuzz.distance import OSA

from study_app.grading.tolerance import AMAZON_SLIPS

_FIRST_WORD = re.compile(r"^(?P<word>[a-z]+)[\s-]+(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL)
_JOINING = re.compile(r"(?:and|or|plus)\b|[&+]|및|그리고", re.IGNORECASE)
_SERVICE_PREFIXES = (
    "acm amplify apigateway appconfig application-autoscaling appsync athena autoscaling "
    "cloudformation cloudfront cloudtrail cloudwatch codeartifact codebuild codecommit codedeploy "
    "codepipeline cognito-identity cognito-idp dynamodb ec2 ecr ecs eks elasticache "
    "elasticbeanstalk elasticfilesystem elasticloadbalancing es events execute-api firehose iam "
    "kinesis kms lambda logs rds rds-db route53 s3 scheduler secretsmanager servicediscovery ses "
    "signer sns sqs ssm ssmmessages states sts waf wafv2 xray"
)
_ACTION_PREFIX = re.compile(
    rf"^({'|'.join(_SERVICE_PREFIXES.split())}):(?=[A-Za-z])", re.IGNORECASE
)
_FUNCTION_PREFIX = re.compile(r"^(?:fn::?|fn(?= )|!)(?=\w| \w)", re.IGNORECASE)
_FIRST_OF_A_FUNCTION_PREFIX = ("f", "F", "!")
_VENDOR = re.compile(r"^(?:x-(?:amz[a-z]*-)?|\$?AWS_)(?=\w)", re.IGNORECASE)
_MEMBER_PREFIX = re.compile(r"^(?:[a-z][a-z0-9_]{0,30}\.)+(?=[A-Za-z]\w*(?:\(.*\))?$)")


def without_maker(text: str) -> str:
    """`text` without Amazon, misspelt by a letter or not, or AWS before a name.

    In "AWS and the customer" it is one of two.
    """
    match = _FIRST_WORD.match(text)
    if match is None or _JOINING.match(match["rest"]):
        return text
    word = match["word"].casefold()
    is_maker = word == "aws" or OSA.distance(word, "amazon") <= AMAZON_SLIPS
    return match["rest"] if is_maker else text


def action_prefix(text: str) -> str:
    """`sts` of `sts:AssumeRole`; empty for `Fn::GetAtt` and for text without a prefix."""
    match = _ACTION_PREFIX.match(text)
    return match[1].casefold() if match is not None else ""


def without_prefix(text: str) -> str:
    """`AssumeRole` of `sts:AssumeRole`, `GetAtt` of `Fn::GetAtt` and of `!GetAtt`."""
    if text[:1] in _FIRST_OF_A_FUNCTION_PREFIX:
        text = _FUNCTION_PREFIX.sub("", text)
    return _ACTION_PREFIX.sub("", text) if ":" in text else text


def without_vendor(text: str) -> str:
    """`executed-version` of `x-amz-executed-version`, `MAX_ATTEMPTS` of `AWS_MAX_ATTEMPTS`."""
    return _VENDOR.sub("", text)


def without_member_prefix(text: str) -> str:
    """`PutItem` of `client.PutItem`."""
    return _MEMBER_PREFIX.sub("", text)
