"""What a learner reads about each rule of placement, by rule id and language."""

from collections.abc import Mapping

PLACEMENT_TEXTS: Mapping[str, Mapping[str, str]] = {
    "placement.agent": {
        "en": "only an ACTIVE instance with a connected agent gets new tasks",
        "ko": "에이전트가 연결된 ACTIVE 인스턴스에만 새 태스크가 배치됩니다",
    },
    "placement.location": {
        "en": "the instance must lie in an Availability Zone of the task's subnets",
        "ko": "인스턴스가 태스크 서브넷의 가용 영역에 있어야 합니다",
    },
    "placement.attribute": {
        "en": "the instance must have every attribute that the task requires",
        "ko": "인스턴스에 태스크가 요구하는 속성이 모두 있어야 합니다",
    },
    "placement.cpu": {
        "en": "the CPU units of the task must fit into what remains",
        "ko": "태스크의 CPU 단위가 남은 양에 들어가야 합니다",
    },
    "placement.gpu": {
        "en": "the GPUs of the task must fit into what remains",
        "ko": "태스크의 GPU가 남은 수에 들어가야 합니다",
    },
    "placement.memory": {
        "en": "the reserved memory of the task must fit into what remains",
        "ko": "태스크가 예약하는 메모리가 남은 양에 들어가야 합니다",
    },
    "placement.ports": {
        "en": "every static host port of the task must be free",
        "ko": "태스크의 고정 호스트 포트가 모두 비어 있어야 합니다",
    },
    "placement.port-limit": {
        "en": "an instance reserves at most 100 ports, six of them from the start",
        "ko": "인스턴스는 포트를 최대 100개까지 예약하며, 그중 6개는 처음부터 예약되어 있습니다",
    },
    "placement.eni": {
        "en": "a task in awsvpc mode needs a network interface of its own",
        "ko": "awsvpc 모드의 태스크에는 전용 네트워크 인터페이스가 필요합니다",
    },
    "placement.distinct-instance": {
        "en": "each task of the group runs on a different instance",
        "ko": "그룹의 태스크는 저마다 다른 인스턴스에서 실행됩니다",
    },
    "placement.member-of": {
        "en": "the instance must match the expression of the constraint",
        "ko": "인스턴스가 제약 조건의 표현식과 일치해야 합니다",
    },
    "placement.spread": {
        "en": "instances whose value of the field has the fewest tasks of this group stay",
        "ko": "필드 값이 같은 곳에 이 그룹의 태스크가 가장 적은 인스턴스만 남습니다",
    },
    "placement.binpack": {
        "en": "instances with the least of the resource remaining stay",
        "ko": "해당 리소스가 가장 적게 남은 인스턴스만 남습니다",
    },
    "placement.random": {
        "en": "any instance that is left may be taken",
        "ko": "남은 인스턴스 가운데 무작위로 고릅니다",
    },
    "placement.selected": {
        "en": "the instance that is left gets the task",
        "ko": "마지막에 남은 인스턴스에 태스크가 배치됩니다",
    },
    "placement.tie": {
        "en": "of several equal instances the one registered first gets the task",
        "ko": "조건이 같은 인스턴스가 여럿이면 먼저 등록된 쪽에 배치됩니다",
    },
    "placement.unplaced": {
        "en": "no container instance met all of the requirements",
        "ko": "모든 요구 사항을 충족하는 컨테이너 인스턴스가 없습니다",
    },
    "termination.protected": {
        "en": "a task with scale-in protection is not stopped",
        "ko": "축소 보호가 설정된 태스크는 중지되지 않습니다",
    },
    "termination.oldest-deployment": {
        "en": "tasks of the oldest deployment stop first",
        "ko": "가장 오래된 배포의 태스크부터 중지됩니다",
    },
    "termination.spread": {
        "en": "tasks where the field's value has the most tasks of this group may stop",
        "ko": "필드 값이 같은 곳에 이 그룹의 태스크가 가장 많은 태스크가 중지 대상입니다",
    },
    "termination.binpack": {
        "en": "tasks whose stop leaves the most of the resource on their instance may stop",
        "ko": "중지한 뒤 인스턴스에 해당 리소스가 가장 많이 남는 태스크가 중지 대상입니다",
    },
    "termination.random": {
        "en": "any task that is left may stop",
        "ko": "남은 태스크 가운데 무작위로 고릅니다",
    },
    "termination.tie": {
        "en": "of several equal tasks the newest on the instance registered last stops",
        "ko": "조건이 같으면 가장 늦게 등록된 인스턴스의 최신 태스크가 중지됩니다",
    },
    "daemon.start": {
        "en": "an ACTIVE instance that meets the constraints gets the one daemon task",
        "ko": "제약 조건에 맞는 ACTIVE 인스턴스마다 데몬 태스크가 하나씩 시작됩니다",
    },
    "daemon.keep": {
        "en": "the daemon task that runs there already stays",
        "ko": "이미 실행 중인 데몬 태스크는 그대로 유지됩니다",
    },
    "daemon.stop": {
        "en": "a daemon task where it does not belong, or a second one, is stopped",
        "ko": "있어야 할 곳이 아닌 데몬 태스크나 두 번째 데몬 태스크는 중지됩니다",
    },
    "query.part": {
        "en": "what the instance says to this part of the expression",
        "ko": "표현식의 이 부분에 대한 인스턴스의 결과",
    },
    "query.missing": {
        "en": "an instance without the attribute matches no comparison of it, not even !=",
        "ko": "속성이 없는 인스턴스는 !=를 포함해 그 속성의 어떤 비교와도 일치하지 않습니다",
    },
}
