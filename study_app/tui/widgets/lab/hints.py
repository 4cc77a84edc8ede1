"""What may be typed into a box of the form: a line for each notation that needs one."""

from study_app.words.language import Language
from study_app.words.wording import say


def hint(kind: str, path: str, language: Language) -> str:
    """How the parameter at `path` is written; where it is plain, what typing does."""
    match kind, path.rpartition(".")[2]:
        case "traffic", "strategy":
            return say("BLUE_GREEN, LINEAR or CANARY.", language)
        case "rolling" | "placement", "strategy":
            return say(
                "random, spread:FIELD or binpack:FIELD; several with commas: "
                "spread:attribute:ecs.availability-zone, binpack:memory",
                language,
            )
        case "rolling" | "placement", "constraints":
            return say(
                "distinctInstance or memberOf:EXPRESSION; several with semicolons: "
                "memberOf:attribute:stack == prod; distinctInstance",
                language,
            )
        case "rolling" | "placement" | "query", "instances":
            return say(
                "For each instance its id, fields and attributes: i1,az=z1,cpu=1024,memory=2048,"
                'stack=prod; i2,… A text with , ; or = goes in quotation marks: "a,b"',
                language,
            )
        case _, "hostPorts":
            return say("Host ports with spaces between them: 80 8080", language)
        case "scaling", "readings":
            return say(
                "Seconds and what is read then: 0:240 60:480. Nothing after the colon is no data; "
                "60/20 is a value for each of two policies.",
                language,
            )
        case "scaling", "schedule":
            return say(
                "Seconds with the new minimum and maximum: 0:2..8 60:..4. What is left out stays.",
                language,
            )
        case "scaling", "steps":
            return say(
                "For each step its bounds from the threshold on, and its adjustment: "
                "0..10:1 10..:3. An open bound is left out.",
                language,
            )
        case "capacity_provider", "demand":
            return say("Minutes and the tasks wanted from then on: 0:4 10:12", language)
        case "circuit_breaker", "events":
            return say(
                "In order: DID_NOT_RUN, RUNNING, UNHEALTHY, HEALTHY, NO_DIGEST, COMPLETED, or a "
                "new desired count: DID_NOT_RUN RUNNING desired=6",
                language,
            )
        case "kubernetes", "maxSurge" | "maxUnavailable":
            return say("A number of pods, or a share of them: 1 or 25%", language)
        case _:
            return say("Type a value; the cluster follows.", language)
