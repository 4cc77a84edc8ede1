"""What the words of identifiers mean in Korean: enough to see that a learner knows the meaning.

The glossary says which words are one answer, so that a Korean word belongs to one English one
there. Here it may belong to many (실행: run, execute, invoke), since a meaning is never right, only
close. Stems as people write them; what follows them (실행된, 보내는) does not count. Parts joined
by `+` must all be said.
"""

from functools import lru_cache

from study_app.grading.wording.stems import lemma, root, stem

_MEANINGS = """
abort: 중단 중지 취소 삭제; accept: 수락 승인 허용; access: 접근 액세스; account: 계정;
action: 작업 동작; active: 활성; add: 추가 더하; adjust: 조정; after: 이후 뒤 후 전후;
age: 나이 경과 수명; agent: 에이전트; alarm: 경보 알람; alert: 알림 경고; alias: 별칭 별명;
all: 모두 모든 전체; allow: 허용; any: 아무 임의; application: 애플리케이션 앱; apply: 적용;
approval: 승인; archive: 보관 아카이브 압축; asynchronous: 비동기; atomic: 원자;
attach: 연결 붙이; attempt: 시도; attribute: 속성 특성; audit: 감사;
authentication: 인증; authorization: 권한 인가 승인; authorizer: 권한부여 인증;
auto: 자동; automatic: 자동; availability: 가용 가용성; available: 가용 사용가능;
average: 평균; backend: 백엔드; backlog: 백로그 밀린; backoff: 백오프 간격+늘;
backup: 백업; balance: 균형 분산; base: 기본 기준; batch: 배치 묶음 일괄;
before: 이전 앞 전 전후; begin: 시작; binpack: 꽉 채우 몰아; block: 차단;
body: 본문 바디 내용; bound: 제한 경계; boundary: 경계 한도; breach: 위반 초과 넘;
bridge: 브리지; bucket: 버킷; buffer: 버퍼; build: 빌드 구축; bulk: 대량 일괄;
burst: 급증 순간; cache: 캐시; call: 호출; caller: 호출자; canary: 일부 카나리;
cancel: 취소; capacity: 용량; certificate: 인증서; change: 변경 바꾸 수정;
check: 검사 확인 체크 점검; choose: 선택; client: 클라이언트; cluster: 클러스터; code: 코드;
cold: 차가운 처음 콜드; column: 열 컬럼; command: 명령 커맨드; commit: 커밋; common: 공통;
complete: 완료; compress: 압축; concurrency: 동시 동시성; concurrent: 동시;
condition: 조건; conditional: 조건부 조건; config: 구성 설정;
configuration: 구성 설정; conflict: 충돌; connection: 연결 접속;
consistency: 일관성; consistent: 일관 일관된; consumer: 소비자 컨슈머;
container: 컨테이너; content: 내용 콘텐츠; context: 컨텍스트 문맥; cookie: 쿠키;
copy: 복사; cost: 비용; count: 수 개수 횟수 카운트; country: 국가 나라; create: 생성 만들;
credential: 자격+증명 자격증명; current: 현재; custom: 사용자+지정 사용자지정;
customer: 고객; daemon: 데몬 마다; dashboard: 대시보드; data: 데이터 자료; days: 일수 일;
dead: 실패 못한; decode: 디코딩 해독; decrypt: 복호화; dedicated: 전용;
default: 기본 디폴트; definition: 정의; delay: 지연 대기; delete: 삭제 지우;
delivery: 전달 전송 배달; denied: 거부; deny: 거부; dependency: 종속 의존;
deploy: 배포; describe: 설명 조회; desired: 원하는 희망 목표; destination: 대상 목적지;
detach: 분리; detect: 탐지 감지; device: 기기 장치; directory: 디렉터리 폴더;
disable: 비활성 끄; discovery: 검색 발견 찾; distinct: 서로+다른 다른 별개;
distribution: 배포 분산; document: 문서; domain: 도메인; download: 다운로드 내려받;
drift: 드리프트 차이; dropped: 버려 누락 손실 버린; duplicate: 중복; duration: 시간 기간;
dynamic: 동적; edge: 엣지; element: 요소; enable: 활성화 켜; encrypt: 암호화;
endpoint: 엔드포인트 주소; entry: 항목 엔트리; ephemeral: 임시; error: 오류 에러;
essential: 필수; event: 이벤트; eventual: 최종; exceed: 초과; exception: 예외;
exclusive: 배타적 제외; execute: 실행; exist: 존재 있 없; expire: 만료; explicit: 명시;
exponential: 지수; export: 내보내; express: 익스프레스; expression: 표현식 식;
external: 외부; fail: 실패; failure: 실패; feature: 기능; fetch: 가져오;
field: 필드 항목; file: 파일; filter: 필터; find: 찾; first: 첫 처음; fixed: 고정;
flag: 플래그; forward: 정방향 앞으로; frequency: 빈도; function: 함수;
generate: 생성 만들; get: 가져오 얻 조회; global: 전역 글로벌; grant: 권한+부여 부여 허용;
group: 그룹; guardrail: 가드레일; guest: 게스트 비로그인; handler: 핸들러 처리기;
hash: 해시; header: 헤더; health: 상태 건강; healthy: 정상 건강;
heartbeat: 하트비트 살아; hidden: 숨기 숨겨; history: 기록 이력; hook: 훅 후크;
host: 호스트; hybrid: 하이브리드; id: 아이디 식별자; idempotency: 멱등성;
idempotent: 멱등; identifier: 식별자; identity: 자격 신원; image: 이미지;
implicit: 암시 묵시 암묵 기본; include: 포함; incomplete: 미완료 불완전 미완성 완료되지 끝나지;
increase: 증가 늘; index: 인덱스 색인; indirect: 간접; initial: 초기 처음;
inline: 인라인; input: 입력; inspector: 인스펙터; instance: 인스턴스;
integration: 통합; internal: 내부; interval: 간격 주기; invalid: 잘못 무효 유효하지;
invoke: 호출 실행; isolated: 격리;
item: 항목 아이템; iterator: 이터레이터 반복자; jitter: 지터 무작위;
job: 작업; key: 키; label: 레이블 라벨; lambda: 람다; last: 마지막 최근; latency: 지연;
latest: 최신; launch: 시작 실행; layer: 레이어 계층; level: 수준 레벨;
lifecycle: 수명+주기 수명주기 생명주기; limit: 제한 한도; linear: 선형; list: 목록 나열 리스트;
live: 수명 만료 유효 살아; local: 로컬; location: 위치; lock: 잠금 잠그; log: 로그;
login: 로그인; long: 긴 장기; management: 관리; mapping: 매핑; mask: 마스킹 가리;
max: 최대; maximum: 최대; memory: 메모리; merge: 병합; message: 메시지;
metadata: 메타데이터; method: 메서드 방법; metric: 지표 메트릭; migrate: 이전 마이그레이션;
milliseconds: 밀리초; min: 최소; minimum: 최소; mode: 모드 방식; model: 모델;
modify: 수정 변경; monitor: 모니터링 감시; move: 이동 옮기; multi: 다중 여러;
multipart: 멀티파트 여러+부분 분할; multiple: 여러 다중; name: 이름; network: 네트워크;
new: 새 신규 이후 전후; next: 다음; node: 노드; notification: 알림; notify: 알림;
number: 수 개수 번호; object: 객체 오브젝트; offset: 오프셋; old: 이전 기존 옛 예전 전후;
operation: 작업 연산; optimistic: 낙관; option: 옵션; order: 순서;
original: 원본 원래; out: 아웃 확장; output: 출력; overlap: 겹치; owner: 소유자;
package: 패키지; page: 페이지; parallel: 병렬; parameter: 파라미터 매개변수;
parse: 파싱 추출 분석; part: 부분 파트; partial: 부분 일부; partition: 파티션;
pass: 전달 넘기; password: 암호 비밀번호; path: 경로; pattern: 패턴;
payload: 페이로드 본문; per: 당 마다; percent: 비율 퍼센트 백분율; period: 기간;
permission: 권한; placement: 배치; plaintext: 평문; plan: 계획; policy: 정책;
poll: 폴링; pool: 풀; port: 포트; preference: 기본+설정 선호; prefix: 접두사;
presigned: 미리+서명; previous: 이전; primary: 기본 주; principal: 보안+주체 주체;
private: 프라이빗 비공개; process: 처리; producer: 생산자; production: 프로덕션 운영;
projection: 프로젝션; property: 속성; protect: 보호; protection: 보호 방지;
provider: 공급자 제공자; provisioned: 프로비저닝; proxy: 프록시; public: 퍼블릭 공개;
publish: 게시 발행; pull: 가져오 받; push: 푸시 올리; put: 넣 쓰 저장; quantity: 수량;
query: 쿼리 질의; queue: 대기열 큐; quota: 할당량; random: 무작위 임의 랜덤; range: 범위;
rate: 비율 속도 률; raw: 원본 원시 그대로; read: 읽; reader: 읽; receive: 수신 받;
record: 레코드 기록; recover: 복구; recovery: 복구; redirect: 리디렉션;
refresh: 새로+고침 갱신; region: 리전 지역; register: 등록; registry: 레지스트리 저장소;
reject: 거부; release: 릴리스 출시; remain: 남; remote: 원격; remove: 제거 삭제;
replace: 교체 대체; replica: 복제 복제본; replicate: 복제; replication: 복제;
report: 보고 알리; repository: 리포지토리 저장소; request: 요청; requirement: 요구;
reservation: 예약; reserve: 예약; reset: 초기화 재설정; resource: 리소스 자원;
response: 응답; restart: 재시작; result: 결과; retain: 유지 보존;
retention: 보존 보관; retrieve: 가져오 검색 조회; retry: 재시도; return: 반환;
reuse: 재사용; review: 검토; revoke: 취소 철회; role: 역할; rollback: 롤백 되돌리;
rolling: 롤링 순차 점진; root: 루트; rotate: 교체 순환; route: 경로 라우팅; rule: 규칙;
run: 실행; runtime: 런타임; sample: 샘플 예시; scalable: 확장; scale: 스케일 확장 조정;
scan: 스캔 검색; schedule: 예약 일정 스케줄; schema: 스키마; scope: 범위; second: 초;
secondary: 보조; secret: 비밀 보안암호; secure: 보안 안전; security: 보안;
segment: 세그먼트; select: 선택; send: 보내 전송 발송; sequence: 순서 시퀀스;
sequential: 순차; server: 서버; service: 서비스; session: 세션; set: 설정;
severity: 심각도; shard: 샤드; share: 공유; shared: 공유; shutdown: 종료;
sidecar: 사이드카; sign: 서명; signal: 신호 시그널; signature: 서명; single: 단일 하나;
size: 크기 사이즈; snapshot: 스냅샷; sort: 정렬; source: 소스 원본 출처; spec: 사양 명세;
specification: 사양 명세; split: 분할 나누; spread: 분산 고르게 골고루; stage: 단계 스테이지;
standard: 표준; start: 시작; state: 상태; statement: 문 구문; static: 정적;
statistic: 통계; status: 상태; step: 단계; sticky: 고정; stop: 중지 정지 멈추;
storage: 스토리지 저장; store: 저장; strategy: 전략; stream: 스트림; string: 문자열;
strong: 강력 강한; strongly: 강력 강한; structure: 구조; subnet: 서브넷;
subscription: 구독; success: 성공; suffix: 접미사; suspend: 중지 중단 일시중지;
switch: 전환 스위치; synchronous: 동기; tag: 태그; target: 대상 타겟 목표;
task: 태스크 작업; template: 템플릿; temporary: 임시; terminate: 종료;
test: 테스트 시험; threshold: 임계 임계값; throttle: 스로틀 제한; throttling: 스로틀 제한;
throughput: 처리량; time: 시간 시각; timeout: 제한시간 시간제한 시간초과 타임아웃; token: 토큰;
total: 총 합계 전체; trace: 추적 트레이스; tracing: 추적; tracking: 추적;
traffic: 트래픽; transaction: 트랜잭션; transform: 변환; transition: 전환;
trigger: 트리거 유발; truncate: 잘린 잘림 잘렸 잘라; trust: 신뢰; type: 유형 타입 종류;
unit: 단위; unprocessed: 미처리 처리안된; unused: 미사용; unmask: 마스킹+해제 원본+보;
update: 업데이트 갱신 수정;
upload: 업로드; usage: 사용량; user: 사용자 유저; utilization: 사용률 이용률;
validate: 검증; validation: 검증; value: 값; variable: 변수;
verification: 확인 검증; verify: 확인 검증; version: 버전; view: 뷰 보기;
viewer: 시청자 뷰어; visibility: 가시성 표시; volume: 볼륨; wait: 대기 기다리;
warm: 웜 준비; weight: 가중치; window: 기간 창 윈도우; worker: 작업자 워커;
workflow: 워크플로; write: 쓰; zone: 영역 존
"""

_VERB_ENDINGS = frozenset(
    ("기", "는", "는지", "다", "던", "지", "고", "을", "은", "어", "아", "음")
)

_KOREAN_OF: dict[str, tuple[str, ...]] = {}
for _line in _MEANINGS.replace("\n", " ").split(";"):
    _english, _, _korean = _line.strip().partition(":")
    _KOREAN_OF[root(_english)] = _KOREAN_OF.get(root(_english), ()) + tuple(_korean.split())
_STEMS = frozenset(stem_ for stems in _KOREAN_OF.values() for stem_ in stems)
_SYLLABLES = frozenset(stem_ for stem_ in _STEMS if len(stem_) == 1)
_LONGER_STEMS = tuple(_STEMS - _SYLLABLES)


@lru_cache(maxsize=16_384)
def korean_of(english: str) -> tuple[str, ...]:
    """The Korean stems of an English word in any of its forms (reservation, executed, tasks)."""
    forms = dict.fromkeys((english, stem(english), lemma(english), root(english)))
    return tuple(korean for form in forms for korean in _KOREAN_OF.get(form, ()))


def has_meaning(korean: str) -> bool:
    """Whether a Korean word begins as one whose meaning is listed."""
    opening = korean[:1]
    return korean.startswith(_LONGER_STEMS) or (opening in _SYLLABLES and means(korean, opening))


def means(word: str, korean: str) -> bool:
    """Whether a typed Hangul word is a form of the stem `korean`.

    Of one syllable it is only with an ending of a verb (넣기, 읽는): many words begin with it.
    """
    if word == korean or (len(korean) > 1 and word.startswith(korean)):
        return True
    return len(korean) == 1 and word.startswith(korean) and word[1:] in _VERB_ENDINGS
