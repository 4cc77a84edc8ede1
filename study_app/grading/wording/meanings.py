"""What the words of identifiers mean in Korean: enough to see that a learner knows the meaning.

The glossary says which words are one answer, so that a Korean word belongs to one English one
there. Here it may belong to many (실행: run, execute, invoke), since a meaning is never right, only
close. Stems as people write them; what follows them (실행된, 보내는) does not count.
"""

from collections.abc import Iterator

from study_app.grading.wording.stems import lemma, root, stem

_MEANINGS = """
add: 추가 더하
after: 이후 뒤 후 전후
age: 나이 경과 수명
all: 모두 모든 전체
allow: 허용
application: 애플리케이션 앱
attach: 연결 붙이
attempt: 시도
available: 가용 사용가능
average: 평균
backlog: 백로그 밀린
base: 기본 기준
batch: 배치 묶음 일괄
before: 이전 앞 전 전후
begin: 시작
body: 본문 바디 내용
build: 빌드 구축
cancel: 취소
capacity: 용량
change: 변경 바꾸 수정
check: 검사 확인 체크 점검
client: 클라이언트
code: 코드
command: 명령 커맨드
complete: 완료
concurrent: 동시
condition: 조건
connection: 연결 접속
container: 컨테이너
content: 내용 콘텐츠
count: 수 개수 횟수 카운트
create: 생성 만들
current: 현재
data: 데이터 자료
days: 일수 일
decrypt: 복호화
default: 기본 디폴트
delay: 지연 대기
delete: 삭제 지우
delivery: 전달 전송 배달
deny: 거부
deploy: 배포
describe: 설명 조회
desired: 원하는 희망 목표
destination: 대상 목적지
disable: 비활성 끄
duration: 시간 기간
duplicate: 중복
dynamic: 동적
enable: 활성화 켜
encrypt: 암호화
entry: 항목 엔트리
error: 오류 에러
event: 이벤트
exceed: 초과
exception: 예외
exclusive: 배타적 제외
execute: 실행
exist: 존재 있
expire: 만료
expression: 표현식 식
fail: 실패
failure: 실패
filter: 필터
find: 찾
first: 첫 처음
forward: 정방향 앞으로
function: 함수
get: 가져오 얻 조회
group: 그룹
handler: 핸들러 처리기
healthy: 정상 건강
host: 호스트
id: 아이디 식별자
identity: 자격 신원
image: 이미지
include: 포함
index: 인덱스 색인
initial: 초기 처음
input: 입력
instance: 인스턴스
interval: 간격 주기
invoke: 호출 실행
item: 항목 아이템
iterator: 이터레이터 반복자
key: 키
last: 마지막 최근
latency: 지연
launch: 시작 실행
layer: 레이어 계층
limit: 제한 한도
list: 목록 나열 리스트
log: 로그
long: 긴 장기
management: 관리
maximum: 최대
max: 최대
memory: 메모리
message: 메시지
milliseconds: 밀리초
minimum: 최소
min: 최소
mode: 모드 방식
modify: 수정 변경
name: 이름
new: 새 신규 이후 전후
next: 다음
number: 수 개수 번호
object: 객체 오브젝트
old: 이전 기존 옛 예전 전후
order: 순서
original: 원본 원래
out: 아웃 확장
output: 출력
owner: 소유자
parallel: 병렬
parameter: 파라미터 매개변수
part: 부분 파트
pass: 전달 넘기
path: 경로
payload: 페이로드 본문
per: 당 마다
percent: 비율 퍼센트 백분율
period: 기간
permission: 권한
placement: 배치
policy: 정책
poll: 폴링
prefix: 접두사
previous: 이전
process: 처리
protect: 보호
provider: 공급자 제공자
provisioned: 프로비저닝
publish: 게시 발행
put: 넣 쓰 저장
quantity: 수량
query: 쿼리 질의
queue: 대기열 큐
quota: 할당량
rate: 비율 속도 률
raw: 원본 원시 그대로
read: 읽
receive: 수신 받
record: 레코드 기록
register: 등록
reject: 거부
remain: 남
remove: 제거 삭제
replace: 교체 대체
report: 보고 알리
request: 요청
reserve: 예약
reset: 초기화 재설정
resource: 리소스 자원
response: 응답
restart: 재시작
result: 결과
retain: 유지 보존
retention: 보존 보관
retry: 재시도
return: 반환
role: 역할
rotate: 교체 순환
run: 실행
scale: 스케일 확장 조정
scan: 스캔 검색
schedule: 예약 일정 스케줄
second: 초
secret: 비밀 보안암호
secure: 보안 안전
send: 보내 전송 발송
sequence: 순서 시퀀스
service: 서비스
set: 설정
size: 크기 사이즈
sort: 정렬
source: 소스 원본 출처
stage: 단계 스테이지
start: 시작
state: 상태
status: 상태
stop: 중지 정지 멈추
store: 저장
stream: 스트림
string: 문자열
success: 성공
suspend: 중지 중단 일시중지
target: 대상 타겟 목표
task: 태스크 작업
template: 템플릿
terminate: 종료
throughput: 처리량
time: 시간 시각
timeout: 제한시간 시간제한 시간초과 타임아웃
token: 토큰
transaction: 트랜잭션
trigger: 트리거 유발
type: 유형 타입 종류
unprocessed: 미처리 처리안된
update: 업데이트 갱신 수정
upload: 업로드
user: 사용자 유저
utilization: 사용률 이용률
validate: 검증
value: 값
variable: 변수
version: 버전
view: 뷰 보기
visibility: 가시성 표시
wait: 대기 기다리
weight: 가중치
window: 기간 창 윈도우
write: 쓰
"""

_VERB_ENDINGS = frozenset(("기", "는", "고", "을", "은", "어", "아", "음"))

_KOREAN_OF: dict[str, tuple[str, ...]] = {}
for _line in _MEANINGS.split("\n"):
    _english, _, _korean = _line.partition(":")
    if _korean:
        _KOREAN_OF[root(_english)] = _KOREAN_OF.get(root(_english), ()) + tuple(_korean.split())


def korean_of(english: str) -> Iterator[str]:
    """The Korean stems of an English word in any of its forms (reservation, executed, tasks)."""
    for form in dict.fromkeys((english, stem(english), lemma(english), root(english))):
        yield from _KOREAN_OF.get(form, ())


def has_meaning(korean: str) -> bool:
    """Whether a Korean word begins as one whose meaning is listed."""
    return any(means(korean, stem_) for stems in _KOREAN_OF.values() for stem_ in stems)


def means(word: str, korean: str) -> bool:
    """Whether a typed Hangul word is a form of the stem `korean`.

    Of one syllable it is only with an ending of a verb (넣기, 읽는): many words begin with it.
    """
    if word == korean or (len(korean) > 1 and word.startswith(korean)):
        return True
    return len(korean) == 1 and word.startswith(korean) and word[1:] in _VERB_ENDINGS
