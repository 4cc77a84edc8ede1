"""What stands before a name without being part of it: the maker, an IAM prefix, `Fn::`."""

import re

_MAKER = re.compile(r"^(?:amazon|aws)[\s-]+(?=\S)", re.IGNORECASE)
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
_MEMBER_PREFIX = re.compile(r"^(?:[a-z][a-z0-9_]{0,30}\.)+(?=[A-Za-z]\w*(?:\(.*\))?$)")


def without_maker(text: str) -> str:
    """`text` without Amazon or AWS before it."""
    return _MAKER.sub("", text)


def action_prefix(text: str) -> str:
    """`sts` of `sts:AssumeRole`; empty for `Fn::GetAtt` and for text without a prefix."""
    match = _ACTION_PREFIX.match(text)
    return match[1].casefold() if match is not None else ""


def without_prefix(text: str) -> str:
    """`AssumeRole` of `sts:AssumeRole`, `GetAtt` of `Fn::GetAtt` and of `!GetAtt`."""
    return _ACTION_PREFIX.sub("", _FUNCTION_PREFIX.sub("", text))


def without_member_prefix(text: str) -> str:
    """`PutItem` of `client.PutItem`."""
    return _MEMBER_PREFIX.sub("", text)
