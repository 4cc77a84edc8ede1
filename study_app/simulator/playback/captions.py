"""What a learner reads above each picture, by id and language."""

from collections.abc import Mapping
from typing import Final

from study_app.words.text import Text

CAPTIONS: Final[Mapping[str, Text]] = {
    "rolling.before": Text("before the deployment: {old} old", "배포 전: 기존 태스크 {old}개"),
    "rolling.in-flight": Text(
        "a deployment is in progress: {old} old, {new} new",
        "배포 진행 중: 기존 태스크 {old}개, 새 태스크 {new}개",
    ),
    "rolling.before-drain": Text(
        "before: {old} on draining instances, {new} elsewhere",
        "시작 전: 드레이닝 인스턴스에 {old}개, 다른 곳에 {new}개",
    ),
    "rolling.stop": Text("stop {count} old", "기존 태스크 {count}개 중지"),
    "rolling.start": Text("start {count} new", "새 태스크 {count}개 시작"),
    "rolling.drain-stop": Text(
        "stop {count} on draining instances", "드레이닝 인스턴스의 태스크 {count}개 중지"
    ),
    "rolling.drain-start": Text(
        "start {count} on other instances", "다른 인스턴스에서 태스크 {count}개 시작"
    ),
    "rolling.completed": Text(
        "all are healthy: the deployment is complete", "모두 정상: 배포 완료"
    ),
    "rolling.drained": Text(
        "all are healthy: the instance is empty of the service",
        "모두 정상: 드레이닝 인스턴스에 이 서비스의 태스크가 없음",
    ),
    "rolling.stuck": Text("nothing can stop or start: stuck", "중지도 시작도 할 수 없음: 멈춤"),
    "placement.before": Text("tasks to place: {count}", "배치할 태스크 {count}개"),
    "placement.placed": Text(
        "task {number} goes to {instance}", "{number}번째 태스크는 {instance}에 배치"
    ),
    "placement.unplaced": Text(
        "task {number} finds no instance", "{number}번째 태스크는 갈 인스턴스가 없음"
    ),
    "placement.candidates": Text(
        "instances that could take the task: {instances}",
        "태스크를 받을 수 있는 인스턴스: {instances}",
    ),
    "placement.place-one": Text("one task is to be placed", "태스크 하나를 배치"),
    "placement.stop-one": Text("one task is to be stopped", "태스크 하나를 중지"),
    "placement.terminate": Text(
        "the next task to stop is on {instances}", "다음에 중지될 태스크가 있는 곳: {instances}"
    ),
    "rebalance.before": Text("tasks by zone: {counts}", "영역별 태스크: {counts}"),
    "rebalance.move": Text(
        "start one on {to}, then stop one on {from_}",
        "{to}에서 하나 시작하고, 그다음 {from_}에서 하나 중지",
    ),
    "rebalance.done": Text("the zones are balanced", "영역 사이의 균형이 맞음"),
    "rebalance.stopped": Text(
        "no further task can move: not balanced", "더 옮길 수 없음: 균형이 맞지 않음"
    ),
    "daemon.before": Text(
        "the daemon service looks at each instance", "데몬 서비스가 인스턴스마다 확인"
    ),
    "daemon.start": Text("a daemon task starts on {instance}", "{instance}에서 데몬 태스크 시작"),
    "daemon.keep": Text("{instance} has its daemon task", "{instance}에는 데몬 태스크가 이미 있음"),
    "daemon.stop": Text("the daemon task on {instance} stops", "{instance}의 데몬 태스크 중지"),
    "daemon.none": Text("no daemon task on {instance}", "{instance}에는 데몬 태스크가 없음"),
    "query.before": Text("which instances match?", "어떤 인스턴스가 일치할까요?"),
    "query.match": Text("{instance} matches", "{instance} 일치"),
    "query.no-match": Text("{instance} does not match", "{instance} 불일치"),
    "scaling.before": Text("{tasks} {tasks:task|tasks} running", "태스크 {tasks}개 실행 중"),
    "scaling.moves": Text(
        "{minutes} min, metric {metric}: from {before} to {after} {after:task|tasks}",
        "{minutes}분, 지표 {metric}: 태스크 {before}개에서 {after}개로",
    ),
    "scaling.stays": Text(
        "{minutes} min, metric {metric}: stays at {after} {after:task|tasks}",
        "{minutes}분, 지표 {metric}: 태스크 {after}개 그대로",
    ),
    "scaling.scheduled": Text(
        "{minutes} min, scheduled action: from {before} to {after} {after:task|tasks}",
        "{minutes}분, 예약된 작업: 태스크 {before}개에서 {after}개로",
    ),
    "scaling.unmoved": Text(
        "{minutes} min, scheduled action: stays at {after} {after:task|tasks}",
        "{minutes}분, 예약된 작업: 태스크 {after}개 그대로",
    ),
    "capacity.moment": Text(
        "{minutes} min: {instances} {instances:instance|instances}, "
        "{tasks} {tasks:task|tasks} running, {waiting} waiting",
        "{minutes}분: 인스턴스 {instances}개, 태스크 {tasks}개 실행, {waiting}개 대기",
    ),
    "breaker.before": Text(
        "the breaker watches; threshold {threshold}",
        "서킷 브레이커가 지켜보는 중, 임계값 {threshold}",
    ),
    "breaker.counted": Text(
        "{event}: {failures} of {threshold} failures", "{event}: 실패 {failures}/{threshold}"
    ),
    "breaker.rollback": Text(
        "{event}: {failures} of {threshold}, FAILED, back to {target}",
        "{event}: 실패 {failures}/{threshold}, FAILED, {target} 배포로 롤백",
    ),
    "breaker.stalled": Text(
        "{event}: {failures} of {threshold}, FAILED, no new tasks",
        "{event}: 실패 {failures}/{threshold}, FAILED, 새 태스크 없음",
    ),
    "event.did-not-run": Text("a task stops before RUNNING", "RUNNING 전에 태스크가 멈춤"),
    "event.running": Text("a task is RUNNING", "태스크가 RUNNING"),
    "event.unhealthy": Text("a task fails its health check", "태스크가 상태 확인에 실패"),
    "event.healthy": Text("a task is healthy", "태스크가 정상"),
    "event.no-digest": Text("an image digest is not resolved", "이미지 다이제스트를 찾지 못함"),
    "event.completed": Text("the deployment ends", "배포가 끝남"),
    "event.desired": Text(
        "desired count {desired}", "원하는 태스크 수를 {desired}{desired:으로/로} 변경"
    ),
    "breaker.completed": Text("the deployment completed", "배포 완료"),
    "traffic.scale-up": Text(
        "{minutes} min: green starts beside blue", "{minutes}분: 블루 옆에서 그린 시작"
    ),
    "traffic.test-traffic": Text(
        "{minutes} min: test traffic to green, {green}% of production",
        "{minutes}분: 그린에 테스트 트래픽, 프로덕션 {green}%",
    ),
    "traffic.shift": Text(
        "{minutes} min: {green}% of production traffic to green",
        "{minutes}분: 프로덕션 트래픽의 {green}%를 그린으로",
    ),
    "traffic.bake": Text(
        "{minutes} min: bake time begins, green has {green}%",
        "{minutes}분: 베이크 타임 시작, 그린 {green}%",
    ),
    "traffic.clean-up": Text(
        "{minutes} min: blue is removed, green has {green}%",
        "{minutes}분: 블루 제거, 그린 {green}%",
    ),
    "traffic.rollback": Text(
        "{minutes} min: rollback, green has {green}%", "{minutes}분: 롤백, 그린 {green}%"
    ),
    "refused": Text("AWS refuses this", "AWS가 거부함"),
    "result": Text("the result", "결과"),
    "predict.prompt": Text("What happens next?", "다음에 무슨 일이 일어날까요?"),
    "predict.instead": Text("What happens is: {what}.", "실제로는: {what}."),
}
