"""What a learner reads above each picture, by id and language."""

from collections.abc import Mapping
from typing import Final

CAPTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "rolling.before": {
        "en": "before the deployment: {old} old",
        "ko": "배포 전: 기존 태스크 {old}개",
    },
    "rolling.before-drain": {
        "en": "before: {old} on draining instances, {new} elsewhere",
        "ko": "시작 전: 드레이닝 인스턴스에 {old}개, 다른 곳에 {new}개",
    },
    "rolling.stop": {"en": "stop {count} old", "ko": "기존 태스크 {count}개 중지"},
    "rolling.start": {"en": "start {count} new", "ko": "새 태스크 {count}개 시작"},
    "rolling.drain-stop": {
        "en": "stop {count} on draining instances",
        "ko": "드레이닝 인스턴스의 태스크 {count}개 중지",
    },
    "rolling.drain-start": {
        "en": "start {count} on other instances",
        "ko": "다른 인스턴스에서 태스크 {count}개 시작",
    },
    "rolling.completed": {
        "en": "all are healthy: the deployment is complete",
        "ko": "모두 정상: 배포 완료",
    },
    "rolling.drained": {
        "en": "all are healthy: the instance is empty of the service",
        "ko": "모두 정상: 드레이닝 인스턴스에 이 서비스의 태스크가 없음",
    },
    "rolling.stuck": {
        "en": "nothing can stop or start: stuck",
        "ko": "중지도 시작도 할 수 없음: 멈춤",
    },
    "placement.before": {
        "en": "tasks to place: {count}",
        "ko": "배치할 태스크 {count}개",
    },
    "placement.placed": {
        "en": "task {number} goes to {instance}",
        "ko": "{number}번째 태스크는 {instance}에 배치",
    },
    "placement.unplaced": {
        "en": "task {number} finds no instance",
        "ko": "{number}번째 태스크는 갈 인스턴스가 없음",
    },
    "placement.candidates": {
        "en": "instances that could take the task: {instances}",
        "ko": "태스크를 받을 수 있는 인스턴스: {instances}",
    },
    "placement.place-one": {"en": "one task is to be placed", "ko": "태스크 하나를 배치"},
    "placement.stop-one": {"en": "one task is to be stopped", "ko": "태스크 하나를 중지"},
    "placement.terminate": {
        "en": "the next task to stop is on {instances}",
        "ko": "다음에 중지될 태스크가 있는 곳: {instances}",
    },
    "daemon.before": {
        "en": "the daemon service looks at each instance",
        "ko": "데몬 서비스가 인스턴스마다 확인",
    },
    "daemon.start": {
        "en": "a daemon task starts on {instance}",
        "ko": "{instance}에서 데몬 태스크 시작",
    },
    "daemon.keep": {
        "en": "{instance} has its daemon task",
        "ko": "{instance}에는 데몬 태스크가 이미 있음",
    },
    "daemon.stop": {
        "en": "the daemon task on {instance} stops",
        "ko": "{instance}의 데몬 태스크 중지",
    },
    "daemon.none": {
        "en": "no daemon task on {instance}",
        "ko": "{instance}에는 데몬 태스크가 없음",
    },
    "query.before": {"en": "which instances match?", "ko": "어떤 인스턴스가 일치할까요?"},
    "query.match": {"en": "{instance} matches", "ko": "{instance} 일치"},
    "query.no-match": {"en": "{instance} does not match", "ko": "{instance} 불일치"},
    "scaling.before": {"en": "{tasks} tasks run", "ko": "태스크 {tasks}개 실행 중"},
    "scaling.moves": {
        "en": "{minutes} min, metric {metric}: from {before} to {after} tasks",
        "ko": "{minutes}분, 지표 {metric}: 태스크 {before}개에서 {after}개로",
    },
    "scaling.stays": {
        "en": "{minutes} min, metric {metric}: stays at {after} tasks",
        "ko": "{minutes}분, 지표 {metric}: 태스크 {after}개 그대로",
    },
    "scaling.scheduled": {
        "en": "{minutes} min, scheduled action: from {before} to {after} tasks",
        "ko": "{minutes}분, 예약된 작업: 태스크 {before}개에서 {after}개로",
    },
    "scaling.unmoved": {
        "en": "{minutes} min, scheduled action: stays at {after} tasks",
        "ko": "{minutes}분, 예약된 작업: 태스크 {after}개 그대로",
    },
    "capacity.moment": {
        "en": "{minutes} min: {instances} instances, {tasks} tasks run, {waiting} wait",
        "ko": "{minutes}분: 인스턴스 {instances}개, 태스크 {tasks}개 실행, {waiting}개 대기",
    },
    "breaker.before": {
        "en": "the breaker watches; threshold {threshold}",
        "ko": "서킷 브레이커가 지켜보는 중, 임계값 {threshold}",
    },
    "breaker.counted": {
        "en": "{event}: {failures} of {threshold} failures",
        "ko": "{event}: 실패 {failures}/{threshold}",
    },
    "breaker.rollback": {
        "en": "{event}: {failures} of {threshold}, FAILED, back to {target}",
        "ko": "{event}: 실패 {failures}/{threshold}, FAILED, {target} 배포로 롤백",
    },
    "breaker.stalled": {
        "en": "{event}: {failures} of {threshold}, FAILED, no new tasks",
        "ko": "{event}: 실패 {failures}/{threshold}, FAILED, 새 태스크 없음",
    },
    "event.did-not-run": {"en": "a task stops before RUNNING", "ko": "RUNNING 전에 태스크가 멈춤"},
    "event.running": {"en": "a task is RUNNING", "ko": "태스크가 RUNNING"},
    "event.unhealthy": {"en": "a task fails its health check", "ko": "태스크가 상태 확인에 실패"},
    "event.healthy": {"en": "a task is healthy", "ko": "태스크가 정상"},
    "event.no-digest": {
        "en": "an image digest is not resolved",
        "ko": "이미지 다이제스트를 찾지 못함",
    },
    "event.completed": {"en": "the deployment ends", "ko": "배포가 끝남"},
    "event.desired": {"en": "desired count {desired}", "ko": "desired count {desired}(으)로 변경"},
    "breaker.completed": {"en": "the deployment completed", "ko": "배포 완료"},
    "traffic.scale-up": {
        "en": "{minutes} min: green starts beside blue",
        "ko": "{minutes}분: 블루 옆에서 그린 시작",
    },
    "traffic.test-traffic": {
        "en": "{minutes} min: test traffic to green, {green} % of production",
        "ko": "{minutes}분: 그린에 테스트 트래픽, 프로덕션 {green}%",
    },
    "traffic.shift": {
        "en": "{minutes} min: {green} % of production traffic to green",
        "ko": "{minutes}분: 프로덕션 트래픽의 {green}%를 그린으로",
    },
    "traffic.bake": {
        "en": "{minutes} min: bake time begins, green has {green} %",
        "ko": "{minutes}분: 베이크 타임 시작, 그린 {green}%",
    },
    "traffic.clean-up": {
        "en": "{minutes} min: blue is removed, green has {green} %",
        "ko": "{minutes}분: 블루 제거, 그린 {green}%",
    },
    "traffic.rollback": {
        "en": "{minutes} min: rollback, green has {green} %",
        "ko": "{minutes}분: 롤백, 그린 {green}%",
    },
    "refused": {"en": "AWS refuses this", "ko": "AWS가 거부함"},
    "result": {"en": "the result", "ko": "결과"},
    "predict.prompt": {"en": "What happens next?", "ko": "다음에 무슨 일이 일어날까요?"},
    "predict.instead": {"en": "What happens is: {what}.", "ko": "실제로는: {what}."},
}
