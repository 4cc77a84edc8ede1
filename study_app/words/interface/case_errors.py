"""Errors of simulated cases.

They are raised in English and told by `study_app/words/errors.py`: a `{place}` is one word,
`{what}` and `{remedy}` are errors themselves, and any other value stays as it is.
"""

from typing import Final

from study_app.words.text import Text

CASES: Final = (
    Text("{place} is missing", "{place}: 없습니다"),
    Text("{place} is empty", "{place}: 비어 있습니다"),
    Text("{place} must be a mapping", "{place}: 매핑이어야 합니다"),
    Text("{place} must be a mapping, not {found}", "{place}: 매핑이어야 합니다(지금은 {found})"),
    Text("{place} must be text", "{place}: 텍스트여야 합니다"),
    Text("{place} is out of range", "{place}: 범위를 벗어났습니다"),
    Text("{place} is a list", "{place}: 목록입니다"),
    Text("{place} is a mapping", "{place}: 매핑입니다"),
    Text("{place} has {count} entries", "{place}: 항목이 {count}개입니다"),
    Text("{place} has a name that is not text", "{place}: 이름이 텍스트가 아닙니다"),
    Text("{place} is not a known field", "{place}: 알 수 없는 필드입니다"),
    Text("{place} is not above 0", "{place}: 0보다 커야 합니다"),
    Text("{place} is below 0", "{place}: 0보다 작습니다"),
    Text("{place} is too small", "{place}: 너무 작습니다"),
    Text("{place} is too long", "{place}: 너무 깁니다"),
    Text("{place} does not fit", "{place}: 맞지 않습니다"),
    Text("{place} cannot be combined with {other}", "{place}: 함께 쓸 수 없는 필드: {other}"),
    Text("{place} repeats {id}", "{place}: 중복된 ID {id}"),
    Text("{place} is not an event", "{place}: 이벤트가 아닙니다"),
    Text("{place} is not a version", "{place}: 버전이 아닙니다"),
    Text("{place} is not a time", "{place}: 시각이 아닙니다"),
    Text("{place} is not a name", "{place}: 이름으로 쓸 수 없습니다"),
    Text("{place} is not a valid value", "{place}: 쓸 수 없는 값입니다"),
    Text("{place} is not simulated", "{place}: 시뮬레이션하지 않습니다"),
    Text(
        "{place} is not AWS JSON that can be simulated",
        "{place}: 시뮬레이션할 수 있는 AWS JSON이 아닙니다",
    ),
    Text("{place} is refused", "{place}: 거부되었습니다"),
    Text("{place} is a duplicate", "{place}: 중복입니다"),
    Text("{place} ends without an id", "{place}: 끝에 ID가 없습니다"),
    Text("{place} is one task too many", "{place}: 태스크가 너무 많습니다"),
    Text("{place} has no {needed}", "{place}: 없는 항목: {needed}"),
    Text("{place} lists {count}", "{place}: {count}개가 있습니다"),
    Text(
        "{place} puts the tasks on Fargate, not on the instances on screen",
        "{place}: 태스크가 화면의 인스턴스가 아니라 Fargate에 배치됩니다",
    ),
    Text(
        "{place} is {value}, but az is another zone",
        "{place}: {value}인데 az는 다른 영역입니다",
    ),
    Text(
        "{place} does not work with network mode host",
        "{place}: 네트워크 모드 host에서는 쓸 수 없습니다",
    ),
    Text("{place} is not such a family", "{place}: 그런 계열이 아닙니다"),
    Text(
        "{place} is {name} only, which is not simulated",
        "{place}: {name}만 있어 시뮬레이션하지 않습니다",
    ),
    Text("write {one} or {other}", "{one} 또는 {other}{other:을/를} 쓰세요"),
    Text(
        "write a containerPort, or network mode bridge or awsvpc",
        "containerPort를 쓰거나 네트워크 모드를 bridge나 awsvpc로 하세요",
    ),
    Text("{place} is {shown}", "{place}의 값: {shown}"),
    Text("write fields with values", "필드와 값을 쓰세요"),
    Text("write a whole number from {least} to {most}", "{least}부터 {most}까지의 정수를 쓰세요"),
    Text("write a whole number, {least} or more", "{least} 이상의 정수를 쓰세요"),
    Text(
        "write a number from {least} to {most} in steps of {step}",
        "{least}부터 {most}까지의 수를 {step} 단위로 쓰세요",
    ),
    Text(
        "write a number from {least} to {most}, or leave it out",
        "{least}부터 {most}까지의 수를 쓰거나 비워 두세요",
    ),
    Text("write a number from {least} to {most}", "{least}부터 {most}까지의 수를 쓰세요"),
    Text(
        "write a number from minimumHealthyPercent ({least}) to {most}",
        "minimumHealthyPercent({least})부터 {most}까지의 수를 쓰세요",
    ),
    Text("write a number from 0 to those that run", "0부터 실행 중인 개수까지의 수를 쓰세요"),
    Text("write {least} or more", "{least} 이상으로 쓰세요"),
    Text(
        "write {least} or more, or leave it out for no limit",
        "{least} 이상으로 쓰거나, 제한이 없으면 비워 두세요",
    ),
    Text("write {least} to {most}", "{least}부터 {most}까지로 쓰세요"),
    Text("write true or false", "true나 false를 쓰세요"),
    Text(
        "write one of {known}, or a new desired count",
        "다음 중 하나나 새 desired 수를 쓰세요: {known}",
    ),
    Text("write one of {known}", "다음 중 하나를 쓰세요: {known}"),
    Text("write a list of instances", "인스턴스 목록을 쓰세요"),
    Text("write a list", "목록을 쓰세요"),
    Text("write at most {most} characters", "{most}자 이하로 쓰세요"),
    Text("write at most {most}", "{most}개 이하로 쓰세요"),
    Text("write at least one policy", "정책을 하나 이상 쓰세요"),
    Text("write at least one of them", "둘 중 하나 이상 쓰세요"),
    Text("write at least one", "하나 이상 쓰세요"),
    Text("write at least the deployment to watch", "지켜볼 배포를 하나 이상 쓰세요"),
    Text("write the name of one (known: {known})", "이름을 쓰세요(쓸 수 있는 것: {known})"),
    Text("write the name of a kind", "종류의 이름을 쓰세요"),
    Text("write the name of a task group", "태스크 그룹의 이름을 쓰세요"),
    Text("write the name of a capacity provider", "용량 공급자의 이름을 쓰세요"),
    Text("write the name of an Availability Zone", "가용 영역의 이름을 쓰세요"),
    Text("write the id of a deployment", "배포 ID를 쓰세요"),
    Text(
        "write the id of the instance, in quotes if it looks like a number",
        "인스턴스 ID를 쓰세요. 숫자처럼 보이면 따옴표로 묶으세요",
    ),
    Text("write another id", "다른 ID를 쓰세요"),
    Text("write each id once", "ID를 한 번씩만 쓰세요"),
    Text("write it in quotes", "따옴표로 묶으세요"),
    Text("write text in quotes", "텍스트를 따옴표로 묶으세요"),
    Text("write text", "텍스트를 쓰세요"),
    Text("write attribute names with their values", "속성의 이름과 값을 쓰세요"),
    Text(
        "write the instance types for the tasks that provision",
        "프로비저닝하는 태스크의 인스턴스 유형을 쓰세요",
    ),
    Text("write IN_PROGRESS: it is watched", "IN_PROGRESS를 쓰세요. 지켜보는 배포입니다"),
    Text("write an amount like {example}", "{example} 같은 양을 쓰세요"),
    Text("write LINUX or a Windows Server family", "LINUX나 Windows Server 계열을 쓰세요"),
    Text("write a version like {example}, or LATEST", "{example} 같은 버전이나 LATEST를 쓰세요"),
    Text("write a version such as {example}", "{example} 같은 버전을 쓰세요"),
    Text(
        "write a whole number of pods, or percent as {example}",
        "Pod 개수를 정수로 쓰거나 {example}처럼 퍼센트로 쓰세요",
    ),
    Text("write a target, or steps", "목표값이나 단계를 쓰세요"),
    Text("write the value to keep", "유지할 값을 쓰세요"),
    Text("write the load on all tasks", "모든 태스크에 걸리는 부하를 쓰세요"),
    Text(
        "write {count} numbers, one for each policy, or a load",
        "정책마다 하나씩 숫자 {count}개를 쓰거나 부하를 쓰세요",
    ),
    Text(
        "write the load that keeps one task at 100%, from {least}",
        "태스크 하나를 100%로 유지하는 부하를 {least} 이상으로 쓰세요",
    ),
    Text("write host ports, such as {example}", "호스트 포트를 쓰세요. 예: {example}"),
    Text("write events, such as {example}", "이벤트를 쓰세요. 예: {example}"),
    Text(
        "write seconds, minimum and maximum, such as {example}",
        "초, 최소, 최대를 쓰세요. 예: {example}",
    ),
    Text(
        "write bounds and adjustments, such as {example}",
        "범위와 조정값을 쓰세요. 예: {example}",
    ),
    Text("write seconds and values, such as {example}", "초와 값을 쓰세요. 예: {example}"),
    Text("write times and tasks, such as {example}", "시각과 태스크 수를 쓰세요. 예: {example}"),
    Text("write tcp or udp", "tcp나 udp를 쓰세요"),
    Text("write the smaller bound as the lower one", "작은 쪽을 하한으로 쓰세요"),
    Text(
        "write up to {most} letters, digits, hyphens and underscores",
        "글자, 숫자, 하이픈, 밑줄을 {most}자까지 쓰세요",
    ),
    Text("write {name}, the rolling update", "{name}(롤링 업데이트)로 쓰세요"),
    Text(
        "write it, or first open what {command} gives",
        "값을 쓰거나 먼저 {command}의 출력을 여세요",
    ),
    Text("write GPU, or leave it out", "GPU를 쓰거나 비워 두세요"),
    Text("write the ARN of a container instance", "컨테이너 인스턴스의 ARN을 쓰세요"),
    Text(
        "write a resource with the name {name} and its integerValue",
        "{name} 리소스와 integerValue를 쓰세요",
    ),
    Text("did you mean {near}?", "{near}인가요?"),
    Text("known fields: {known}", "쓸 수 있는 필드: {known}"),
    Text("valid here: {known}", "쓸 수 있는 것: {known}"),
    Text("one of {known}", "쓸 수 있는 것: {known}"),
    Text("leave one of them out", "둘 중 하나를 빼세요"),
    Text("remove one of them", "둘 중 하나를 빼세요"),
    Text("keep one of them", "하나만 남기세요"),
    Text("keep each instance once", "인스턴스를 하나씩만 남기세요"),
    Text(
        "keep instances with at most {most} tasks together",
        "태스크가 모두 {most}개를 넘지 않게 인스턴스를 남기세요",
    ),
    Text("describe instances of the cluster", "클러스터의 인스턴스를 조회하세요(describe)"),
    Text("open it from the list of scenarios instead", "시나리오 목록에서 여세요"),
    Text("open {known}", "열 수 있는 것: {known}"),
    Text(
        "close the case first, or write another launch type or capacity provider",
        "먼저 사례를 닫거나 다른 시작 유형이나 용량 공급자를 쓰세요",
    ),
    Text("turn it on", "켜세요"),
    Text("name each capacity provider once", "용량 공급자를 하나씩만 쓰세요"),
    Text("name the instance types of the group", "그룹의 인스턴스 유형을 쓰세요"),
    Text("at most {most}", "최대 {most}개"),
    Text("at most {most} may be used", "최대 {most}개를 쓸 수 있습니다"),
    Text("at most one may omit it", "하나만 생략할 수 있습니다"),
    Text("let each begin where the one before it ends", "앞 단계가 끝나는 곳에서 시작하게 하세요"),
    Text("let each begin where another ends", "다른 단계가 끝나는 곳에서 시작하게 하세요"),
    Text("close it", "닫으세요"),
    Text("put the quotation marks around all of it", "전체를 따옴표로 묶으세요"),
    Text("{given} must be NAME=VALUE", "{given}: NAME=VALUE 형식이어야 합니다"),
    Text("{name} must be a whole number, not {given}", "{name}: 정수여야 합니다(지금은 {given})"),
    Text("{given} is partly quoted", "{given}: 일부만 따옴표로 묶였습니다"),
    Text("a quotation mark is not closed", "따옴표가 닫히지 않았습니다"),
    Text(
        "a file of cases must be a mapping with a list 'cases'",
        "사례 파일은 'cases' 목록이 있는 매핑이어야 합니다",
    ),
    Text(
        "fixtures must be a mapping of names to instances",
        "fixtures는 이름과 인스턴스의 매핑이어야 합니다",
    ),
    Text("version {given} is unknown", "모르는 버전입니다: {given}"),
    Text("write version: {known}", "version: {known}{known:으로/로} 쓰세요"),
    Text("holds {count} cases", "사례가 {count}개입니다"),
    Text(
        "case {number} must be a mapping with id, kind and input",
        "사례 {number}: id, kind, input이 있는 매핑이어야 합니다",
    ),
    Text(
        "beside must be a mapping with kind and input",
        "beside는 kind와 input이 있는 매핑이어야 합니다",
    ),
    Text("kind is missing", "kind가 없습니다"),
    Text("input must be a mapping", "input은 매핑이어야 합니다"),
    Text(
        "a daemon service takes no placement strategy",
        "데몬 서비스에는 배치 전략을 쓸 수 없습니다",
    ),
    Text(
        "a task definition takes no placement strategy",
        "태스크 정의에는 배치 전략을 쓸 수 없습니다",
    ),
    Text("a daemon service cannot run on FARGATE", "데몬 서비스는 FARGATE에서 실행할 수 없습니다"),
    Text("{count} placement strategies", "배치 전략이 {count}개입니다"),
    Text(
        "{count} placement constraints, those of the task definition included",
        "배치 제약이 태스크 정의의 것까지 {count}개입니다",
    ),
    Text(
        "placement strategies are not supported with {type}",
        "{type}에서는 배치 전략을 쓸 수 없습니다",
    ),
    Text(
        "placement constraints are not supported with {type}",
        "{type}에서는 배치 제약을 쓸 수 없습니다",
    ),
    Text(
        "a task definition takes memberOf only, not distinctInstance",
        "태스크 정의에는 distinctInstance가 아니라 memberOf만 쓸 수 있습니다",
    ),
    Text(
        "RunTask starts at most {most} tasks, not {count}",
        "RunTask는 태스크를 최대 {most}개 시작합니다({count}개는 안 됩니다)",
    ),
    Text("a task group of {count} characters", "태스크 그룹이 {count}자입니다"),
    Text(
        "Availability Zone rebalancing needs the scheduling strategy REPLICA",
        "가용 영역 리밸런싱에는 예약 전략 REPLICA가 필요합니다",
    ),
    Text(
        "Availability Zone rebalancing needs no strategy at all, or first a spread over "
        "{attribute}",
        "가용 영역 리밸런싱은 전략이 없거나 첫 전략이 {attribute}의 spread여야 합니다",
    ),
    Text(
        "Availability Zone rebalancing allows no constraint on {attribute}",
        "가용 영역 리밸런싱에는 {attribute} 제약을 쓸 수 없습니다",
    ),
    Text(
        "Availability Zone rebalancing needs more, because it starts a task before it stops one",
        "가용 영역 리밸런싱은 태스크를 중지하기 전에 먼저 시작하므로 더 커야 합니다",
    ),
    Text(
        "healthyPercent of the early success criteria is {value}",
        "조기 성공 기준의 healthyPercent: {value}",
    ),
    Text("the bake time is {minutes} minutes", "베이크 시간: {minutes}분"),
    Text(
        "managed termination protection needs managed scaling",
        "관리형 종료 방지에는 관리형 조정이 필요합니다",
    ),
    Text(
        "managed termination protection needs instance scale-in protection of the Auto "
        "Scaling group",
        "관리형 종료 방지에는 Auto Scaling 그룹의 인스턴스 축소 방지가 필요합니다",
    ),
    Text("tasks are provisioning", "프로비저닝 중인 태스크가 있습니다"),
    Text(
        "{busy} of {running} instances are busy",
        "인스턴스 {running}개 중 {busy}개가 사용 중입니다",
    ),
    Text("{count} capacity providers", "용량 공급자가 {count}개입니다"),
    Text("{name} is named {times} times", "{times}번 나온 이름: {name}"),
    Text(
        "launchType {type} and a capacity provider strategy are mutually exclusive",
        "launchType({type}) 및 용량 공급자 전략은 함께 쓸 수 없습니다",
    ),
    Text("there is no step adjustment", "단계 조정이 없습니다"),
    Text("a step has neither bound", "상한과 하한이 모두 없는 단계가 있습니다"),
    Text("several steps have no {bound} bound", "{bound} 값이 없는 단계가 여러 개입니다"),
    Text("two steps overlap", "두 단계가 겹칩니다"),
    Text("there is a gap between two steps", "두 단계 사이가 비어 있습니다"),
    Text("a step goes from {lower} to {upper}", "단계의 범위: {lower}부터 {upper}까지"),
    Text(
        "no Fargate size holds cpu {cpu} and memory {memory}",
        "cpu {cpu}, memory {memory}{memory:이/가} 들어가는 Fargate 크기가 없습니다",
    ),
    Text(
        "{name} is {reserved} MiB; the instance has {free}",
        "{name}: {reserved} MiB인데 인스턴스에는 {free}{free:이/가} 있습니다",
    ),
    Text("{field} of container {name} is {value}", "컨테이너 {name}의 {field}: {value}"),
    Text("container {name} maps ports", "포트를 매핑하는 컨테이너: {name}"),
    Text(
        "network mode none allows no port mappings",
        "네트워크 모드 none에서는 포트를 매핑할 수 없습니다",
    ),
    Text(
        "container {name} has {size} MiB for memory and memoryReservation",
        "컨테이너 {name}의 memory와 memoryReservation이 모두 {size} MiB입니다",
    ),
    Text("memory must be more", "memory가 더 커야 합니다"),
    Text("{count} containers", "컨테이너가 {count}개입니다"),
    Text("a task definition has at most {most}", "태스크 정의에는 최대 {most}개가 들어갑니다"),
    Text("the containers reserve {sum} MiB together", "컨테이너가 모두 {sum} MiB를 예약합니다"),
    Text("the task has only {size}", "태스크에는 {size}뿐입니다"),
    Text(
        "port {port} is mapped {times} times",
        "포트 {port}{port:이/가} {times}번 매핑되었습니다",
    ),
    Text("a task can have it once", "태스크에 한 번만 쓸 수 있습니다"),
    Text("the new value of desired is {value}", "desired의 새 값: {value}"),
    Text(
        "{place} need the instances that they run on",
        "{place}: 태스크가 실행되는 인스턴스가 있어야 합니다",
    ),
    Text(
        "first open what describe-container-instances gives",
        "먼저 `describe-container-instances`의 출력을 여세요",
    ),
    Text("keep 1 to {most} of one service", "서비스 하나의 정책을 1개에서 {most}개까지 남기세요"),
    Text(
        "keep policies of TargetTrackingScaling and StepScaling",
        "TargetTrackingScaling과 StepScaling 정책만 남기세요",
    ),
    Text(
        "{place} is PredictiveScaling, which is not simulated",
        "{place}: PredictiveScaling은 시뮬레이션하지 않습니다",
    ),
    Text("write it, or {name}", "값을 쓰거나 {name}{name:을/를} 쓰세요"),
    Text(
        "keep one of them, as {option} 'services[0]' does",
        "{option} 'services[0]'처럼 하나만 남기세요",
    ),
    Text(
        "open what describe-scaling-policies gives", "`describe-scaling-policies`의 출력을 여세요"
    ),
    Text(
        "{place} says nothing of what the policy does",
        "{place}: 정책이 무엇을 하는지 나와 있지 않습니다",
    ),
    Text("keep at most {most}", "{most}개까지만 남기세요"),
    Text("write at most the desired count", "원하는 개수(desired) 이하로 쓰세요"),
    Text("{count} new tasks run", "새 태스크가 {count}개 실행 중입니다"),
    Text(
        "write a lower count, or limits and instances that move more at once",
        "더 작은 개수를 쓰거나, 한 번에 더 많이 바꾸도록 한도와 인스턴스를 바꾸세요",
    ),
    Text("list at most {most} tasks in all", "태스크를 모두 {most}개까지만 쓰세요"),
    Text("{place} are too many", "{place}: 너무 많습니다"),
    Text("{place} hold {count} of its tasks", "{place}: 이 서비스의 태스크가 {count}개 있습니다"),
    Text(
        "{place} is {count}, too many to explain",
        "{place}의 값: {count}. 과정을 설명하기에 너무 많습니다",
    ),
    Text("write at most {most} tasks of the service", "서비스의 태스크를 {most}개까지만 쓰세요"),
    Text(
        "write at most {most}, or do not ask for a trace", "{most} 이하로 쓰거나 과정 설명을 빼세요"
    ),
)
"""Cases of the simulator, in a file, in flags and in the form of the lab."""

TRACE: Final = (
    Text(
        "tasks of the group on {id} = {value}, least = {least}",
        "{id}에 있는 그룹의 태스크 = {value}, 최소 = {least}",
    ),
    Text(
        "tasks of the group with {attribute} = {value}, least = {least}",
        "{attribute}에 있는 그룹의 태스크 = {value}, 최소 = {least}",
    ),
    Text("remaining {field} = {value}, least = {least}", "남은 {field} = {value}, 최소 = {least}"),
    Text("tasks of {group}: {count}", "{group}의 태스크: {count}"),
    Text("tasks of the group by {field} = {code}", "{field}별 그룹의 태스크 = {code}"),
    Text("remaining {field} after the stop = {code}", "중지한 뒤 남는 {field} = {code}"),
    Text("taken: {code}", "사용 중: {code}"),
    Text("candidates: {count}", "후보: {count}"),
    Text("{needed} <= no limit", "{needed} <= 제한 없음"),
)
"""How a rule computed, in the traces of the lab."""
