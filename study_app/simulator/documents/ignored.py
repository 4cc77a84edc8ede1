"""Names what an AWS document specifies and its case ignores, so that nobody believes it is
simulated.

Only what affects where and when tasks run is named; names, roles, tags and times are not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.case import Plain
from study_app.simulator.model.interfaces import INSTANCE_TYPE, awsvpc_limits
from study_app.simulator.model.resources import NetworkMode
from study_app.words.text import Text

LEFT_OUT: Final = Text("Left out here: {fields}.", "여기서 반영하지 않은 필드: {fields}.")
ELSEWHERE: Final = Text(
    "{fields}: left out here; the kind `{kind}` simulates that.",
    "{fields}: 여기서는 반영하지 않습니다. 이것은 `{kind}` 시뮬레이션이 다룹니다.",
)
NEEDS_INSTANCES: Final = Text(
    "{fields}: counts once container instances are open. Open the "
    "output of `aws ecs describe-container-instances` over this case.",
    "{fields}: 컨테이너 인스턴스를 열어야 반영됩니다. 이 사례 위에 "
    "`aws ecs describe-container-instances`의 결과를 여세요.",
)
SHIFTS_TRAFFIC: Final = Text(
    "`{place}` is {strategy}, so this simulates its traffic shift: the kind `traffic`. Its tasks "
    "are not placed on instances.",
    "`{place}` 값이 {strategy}이므로 트래픽 전환을 보여 주는 `traffic` 사례입니다. "
    "태스크를 인스턴스에 배치하지는 않습니다.",
)
NOT_DESCRIBED: Final = Text(
    "AWS could not describe {count} of the requested resources ({reasons}).",
    "AWS가 요청한 것 가운데 {count}개를 설명하지 못했습니다({reasons}).",
)

NOT_ON_THESE: Final = Text(
    "{count} {count:task runs|tasks run} on none of these instances: left out.",
    "태스크 {count}개는 여기 있는 인스턴스에서 실행되지 않아 제외합니다.",
)

UNKNOWN_INTERFACES: Final = Text(
    "The number of network interfaces of {types} is not known here: no limit. Write it as "
    "eni_tasks of the instance.",
    "{types}의 네트워크 인터페이스 수를 알 수 없어 제한하지 않습니다. 인스턴스에 eni_tasks로 "
    "적어 주세요.",
)
UNCOUNTED_INTERFACES: Final = Text(
    "Whether the {count} other {count:task|tasks} on the instances hold a network interface is not "
    "known, so none was counted. Open the output of describe-tasks to count them.",
    "인스턴스에 있는 다른 태스크 {count}개가 네트워크 인터페이스를 쓰는지 알 수 없어 세지 "
    "않았습니다. describe-tasks가 있으면 알 수 있습니다.",
)

_DEPLOYMENT: Final = "deploymentConfiguration"
_SERVICE: Final[Mapping[str, str]] = {
    f"{_DEPLOYMENT}.alarms": "service_health",
    f"{_DEPLOYMENT}.deploymentCircuitBreaker": "circuit_breaker",
    f"{_DEPLOYMENT}.earlySuccessCriteria": "service_health",
    f"{_DEPLOYMENT}.bakeTimeInMinutes": "service_health",
    f"{_DEPLOYMENT}.lifecycleHooks": "",
    "healthCheckGracePeriodSeconds": "service_health",
    "loadBalancers": "service_health",
    "capacityProviderStrategy": "capacity_provider",
    "availabilityZoneRebalancing": "placement",
    "networkConfiguration": "",
    "serviceConnectConfiguration": "",
    "serviceRegistries": "",
    "volumeConfigurations": "",
    "vpcLatticeConfigurations": "",
}
"""The service fields that a rolling update here ignores, and the kind that simulates them."""

_TRAFFIC: Final = (f"{_DEPLOYMENT}.bakeTimeInMinutes",)
_CONTAINER: Final = ("dependsOn", "healthCheck", "restartPolicy", "stopTimeout")
_DEFINITION: Final = ("ephemeralStorage", "proxyConfiguration", "runtimePlatform.cpuArchitecture",
                      "volumes")  # fmt: skip


def left_out_of_service(
    fields: CaseFields, *, shifts_traffic: bool, daemon: bool, simulated: Sequence[str] = ()
) -> Iterator[Text]:
    """What the case of a service ignores; `simulated` are fields that it uses."""
    kept = {*simulated, *(_TRAFFIC if shifts_traffic else ())}
    found = [path for path in _SERVICE if path not in kept and _says(fields, path)]
    if daemon:
        given = fields.inner(_DEPLOYMENT)
        names = ("minimumHealthyPercent", "maximumPercent")
        found += [given.where(name) for name in names if given.has(name)]
    yield from _reported(found, _SERVICE)


def left_out_of_definition(fields: CaseFields) -> Iterator[Text]:
    """What the case of a task definition ignores."""
    found = [path for path in _DEFINITION if _says(fields, path)]
    for item in fields.items("containerDefinitions"):
        found += [item.where(name) for name in _CONTAINER if _says(item, name)]
    yield from _reported(found, {})


def needs_instances(fields: CaseFields) -> Iterator[Text]:
    """The placement fields of a service, while there are no instances."""
    found = [name for name in ("placementStrategy", "placementConstraints") if _says(fields, name)]
    if found:
        yield NEEDS_INSTANCES.filled(fields=_listed(found))


def interfaces(given: Plain) -> Iterator[Text]:
    """What is unknown about network interfaces, if each task needs one."""
    task, instances = given.get("task"), given.get("instances")
    if not isinstance(task, Mapping) or task.get("networkMode") != NetworkMode.AWSVPC:
        return
    unknown: dict[str, None] = {}
    uncounted = 0
    for one in instances if isinstance(instances, list | tuple) else ():
        if isinstance(one, Mapping) and "eni_tasks" not in one:
            attributes = one.get("attributes")
            named = attributes.get(INSTANCE_TYPE) if isinstance(attributes, Mapping) else None
            groups = one.get("task_groups")
            if not isinstance(named, str) or awsvpc_limits(named) is None:
                unknown[str(named or one.get("id"))[:_MOST_REASON]] = None
            elif isinstance(groups, list | tuple):
                uncounted += len(groups)
    if unknown:
        yield UNKNOWN_INTERFACES.filled(types=_listed(list(unknown)))
    if uncounted:
        yield UNCOUNTED_INTERFACES.filled(count=uncounted)


def not_described(fields: CaseFields) -> Iterator[Text]:
    """The `failures` in AWS's output."""
    failures = fields.raw("failures")
    if isinstance(failures, list | tuple) and failures:
        reasons = dict.fromkeys(
            str(one.get("reason"))[:_MOST_REASON] for one in failures if isinstance(one, Mapping)
        )
        shown = ", ".join(list(reasons)[:_MOST_REASONS])
        yield NOT_DESCRIBED.filled(count=len(failures), reasons=shown or "-")


_MOST_REASON, _MOST_REASONS, _MOST_FIELDS = 40, 3, 8


def _reported(paths: Iterable[str], kinds: Mapping[str, str]) -> Iterator[Text]:
    by_kind: dict[str, list[str]] = {}
    for path in paths:
        by_kind.setdefault(kinds.get(path, ""), []).append(path)
    for kind, found in by_kind.items():
        shown = _listed(found)
        yield ELSEWHERE.filled(fields=shown, kind=kind) if kind else LEFT_OUT.filled(fields=shown)


def _listed(paths: Sequence[str]) -> str:
    shown = ", ".join(f"`{path}`" for path in paths[:_MOST_FIELDS])
    more = len(paths) - _MOST_FIELDS
    return f"{shown}, … (+{more})" if more > 0 else shown


def _says(fields: CaseFields, path: str) -> bool:
    """Whether the field at `path` is present and requests something."""
    *steps, last = path.split(".")
    holder: object = fields.plain
    for step in steps:
        holder = holder.get(step) if isinstance(holder, Mapping) else None
    value = holder.get(last) if isinstance(holder, Mapping) else None
    match value:
        case Mapping() if value.get("enable") is False:
            return False
        case "DISABLED":
            return False
        case _:
            return bool(value)
