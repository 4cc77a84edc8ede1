"""The title of a documentation page, derived from its URL."""

import re

_END = re.compile(r"\.(html?|md)$")
_AWS = "docs.aws.amazon.com"
_SHORT = frozenset(
    {
        *(
            "acl",
            "alb",
            "api",
            "asg",
            "aws",
            "cdk",
            "cli",
            "cwl",
            "dax",
            "dlq",
            "ebs",
            "ec2",
            "ecr",
        ),
        *(
            "ecs",
            "eks",
            "elb",
            "faq",
            "fifo",
            "http",
            "iam",
            "id",
            "kms",
            "mcp",
            "nlb",
            "rds",
            "s3",
        ),
        *("sam", "sdk", "sns", "sqs", "sso", "ssm", "sts", "tls", "ttl", "url", "vpc"),
    }
)
"""Words that are written in capitals."""


def page_name(address: str) -> str:
    """`Task placement strategies` for `…/task-placement-strategies.html`.

    Names of API operations and fields keep their spelling.
    """
    path = address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/")
    host, _, rest = path.removeprefix("https://").removeprefix("http://").partition("/")
    name = _END.sub("", rest.rpartition("/")[2])
    if not name or name == "index":
        name = rest.rstrip("/").rpartition("/")[0].rpartition("/")[2] or host
    if name.startswith("API_"):
        return f"{name.removeprefix('API_')} (API)"
    if "." in name:
        return name
    words = name.replace("-", " ").replace("_", " ").split()
    text = " ".join(word.upper() if word.lower() in _SHORT else word for word in words)
    text = text[:1].upper() + text[1:]
    return text if host == _AWS else f"{text} ({host})"
