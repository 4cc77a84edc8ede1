"""Rules that a simulated case breaks, and how a rule computed its result."""

from typing import Final

from study_app.words.text import Text

RULES: Final = (
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
        "관리형 종료 보호에는 관리형 스케일링이 필요합니다",
    ),
    Text(
        "managed termination protection needs instance scale-in protection of the Auto "
        "Scaling group",
        "관리형 종료 보호에는 Auto Scaling 그룹의 인스턴스 스케일 인 보호가 필요합니다",
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
        "no Fargate task size fits cpu {cpu} and memory {memory}",
        "cpu {cpu}, memory {memory}{memory:을/를} 수용하는 Fargate 태스크 크기가 없습니다",
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
    Text("{count} containers", "컨테이너가 {count}개입니다"),
    Text("a task definition has at most {most}", "태스크 정의에는 최대 {most}개가 들어갑니다"),
    Text("the containers reserve {sum} MiB together", "컨테이너가 모두 {sum} MiB를 예약합니다"),
    Text("the task has only {size}", "태스크에는 {size}뿐입니다"),
    Text(
        "port {port} is mapped {times} times",
        "포트 {port}{port:이/가} {times}번 매핑되었습니다",
    ),
    Text("a task can have it once", "태스크에 한 번만 쓸 수 있습니다"),
    Text(
        "{place} need the instances that they run on",
        "{place}: 태스크가 실행되는 인스턴스가 있어야 합니다",
    ),
    Text(
        "first open the output of describe-container-instances",
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
        "open the output of describe-scaling-policies",
        "`describe-scaling-policies`의 출력을 여세요",
    ),
    Text(
        "{place} does not say what the policy does",
        "{place}: 정책이 무엇을 하는지 나와 있지 않습니다",
    ),
    Text("keep at most {most}", "{most}개까지만 남기세요"),
    Text("write at most the desired count", "원하는 태스크 수(desired) 이하로 쓰세요"),
    Text("{count} new tasks run", "새 태스크가 {count}개 실행 중입니다"),
    Text(
        "write a lower count, or limits and instances that move more at once",
        "더 작은 개수를 쓰거나, 한 번에 더 많이 교체하도록 한도와 인스턴스를 바꾸세요",
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
    Text("spread field {name} is invalid", "spread의 field로 쓸 수 없는 값: {name}"),
    Text(
        "write instanceId, host or attribute:NAME",
        "instanceId, host, attribute:NAME 가운데 하나를 쓰세요",
    ),
    Text("placement strategy type {name} is invalid", "배치 전략의 type으로 쓸 수 없는 값: {name}"),
    Text("write random, spread or binpack", "random, spread, binpack 가운데 하나를 쓰세요"),
    Text(
        "placement constraint type {name} is invalid",
        "배치 제약의 type으로 쓸 수 없는 값: {name}",
    ),
    Text("write distinctInstance or memberOf", "distinctInstance나 memberOf를 쓰세요"),
    Text("distinctInstance takes no expression", "distinctInstance에는 표현식을 쓸 수 없습니다"),
    Text("memberOf needs an expression", "memberOf에는 표현식이 필요합니다"),
    Text("memberOf expression, {what}", "memberOf 표현식의 {what}"),
    Text("only a REPLICA service can be rebalanced", "REPLICA 서비스만 리밸런싱할 수 있습니다"),
    Text(
        "the first strategy must be spread over {attribute}",
        "첫 전략이 {attribute}의 spread여야 합니다",
    ),
    Text(
        "write more, because a task starts before one stops",
        "태스크를 중지하기 전에 먼저 시작하므로 더 크게 쓰세요",
    ),
    Text("a Classic Load Balancer is not supported", "Classic Load Balancer는 지원하지 않습니다"),
    Text("use another load balancer", "다른 로드 밸런서를 쓰세요"),
    Text(
        "the EXTERNAL deployment controller is not supported",
        "EXTERNAL 배포 컨트롤러는 지원하지 않습니다",
    ),
    Text("a constraint names {attribute}", "제약에 {attribute}{attribute:이/가} 있습니다"),
    Text("remove it", "지우세요"),
    Text(
        "The minimum or maximum scaling step size value is invalid: the minimum {least} is above "
        "the maximum {most}",
        "최소 또는 최대 스케일링 단계 크기가 잘못되었습니다. 최소 {least}{least:이/가} 최대 "
        "{most}보다 큽니다",
    ),
    Text("write {most} at most", "{most} 이하로 쓰세요"),
    Text("{place} may not be 0 when maxSurge is 0", "{place}: maxSurge가 0이면 0일 수 없습니다"),
    Text("raise one of them", "둘 중 하나를 늘리세요"),
    Text("write a number of failures from 1", "실패 횟수를 1 이상으로 쓰세요"),
    Text("write a percentage from 1 to 100", "1부터 100까지의 퍼센트를 쓰세요"),
    Text(
        "no deployment {name} is in progress; write its id",
        "진행 중인 배포가 아닙니다: {name}. 배포 ID를 쓰세요",
    ),
    Text(
        "capacities are numbers of tasks; write 0 or more",
        "용량은 태스크 수입니다. 0 이상으로 쓰세요",
    ),
    Text(
        "the maximum capacity {most} is below the minimum {least}",
        "최대 용량 {most}{most:이/가} 최소 용량 {least}보다 작습니다",
    ),
    Text("the target value must be above 0", "목표값은 0보다 커야 합니다"),
    Text(
        "the load that one task holds must be above 0",
        "태스크 하나가 감당하는 부하는 0보다 커야 합니다",
    ),
    Text(
        "the reading at {at} has {count} metrics; write one for each of the {policies} policies",
        "{at}초의 측정값에 지표가 {count}개 있습니다. 정책 {policies}개마다 하나씩 쓰세요",
    ),
)
"""What AWS, or this model of it, does not allow."""

QUERIES: Final = (
    Text(
        "column {column}: expected {expected}, found {found}",
        "{column}번째 글자에 필요한 것: {expected}. 실제: {found}",
    ),
    Text("the end", "끝"),
    Text("a value", "값"),
    Text("a whole number", "정수"),
    Text("a version such as {example}", "{example} 같은 버전"),
    Text("a date such as {example}", "{example} 같은 날짜"),
    Text("at most {most} characters", "{most}자 이하"),
    Text(
        "at most {most} nested parentheses and negations",
        "괄호와 부정을 {most}단계까지만 중첩",
    ),
    Text(
        "and, or (in lower case), or the end of the expression",
        "and, or(소문자) 또는 표현식의 끝",
    ),
    Text("and, or (in lower case), or ')'", "and, or(소문자) 또는 ')'"),
    Text(
        "an attribute name of 1 to {most} letters, digits, or any of {code} directly after the "
        "colon",
        "콜론 바로 뒤에 글자, 숫자, {code}로 된 {most}자 이하의 속성 이름",
    ),
    Text(
        "not, '(', or a subject: attribute:NAME, {known}",
        "not, '(' 또는 대상(attribute:NAME, {known})",
    ),
    Text("an operator of {name}: {known}", "{name}의 연산자({known})"),
    Text("a list of values in square brackets: ['a', 'b']", "대괄호로 묶은 값 목록(['a', 'b'])"),
    Text("',' or ']'", "',' 또는 ']'"),
    Text(
        "the closing {quote} for the one in column {column}",
        "{column}번째 글자와 짝이 되는 닫는 {quote}",
    ),
    Text(
        "a value without parentheses, which can only group whole predicates",
        "괄호가 없는 값(괄호로는 조건 전체만 묶습니다)",
    ),
    Text("a regular expression", "정규식"),
    Text("a regular expression without lookaround", "전방, 후방 탐색이 없는 정규식"),
    Text("a regular expression without backreferences", "역참조가 없는 정규식"),
    Text(
        "a regular expression without possessive quantifiers or atomic groups",
        "소유 수량자나 원자 그룹이 없는 정규식",
    ),
    Text(
        "a regular expression without one character class inside another",
        "문자 클래스 안에 다른 문자 클래스가 없는 정규식",
    ),
)
"""What a cluster query should have, and what it has."""

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
    Text("tasks of the group by {field}", "{field}별 그룹의 태스크"),
    Text("remaining {field} after the stop", "중지한 뒤 남는 {field}"),
    Text("{what} = {value}, most = {most}", "{what} = {value}, 최대 = {most}"),
    Text("task {number}: {what}", "태스크 {number}: {what}"),
    Text("taken: {code}", "사용 중: {code}"),
    Text("candidates: {count}", "후보: {count}"),
    Text("{needed} <= no limit", "{needed} <= 제한 없음"),
)
"""How a rule computed, in the traces of the lab."""
