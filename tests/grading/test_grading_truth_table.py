"""The grader row by row: one example of each rule, with the rule that must decide."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms, ReasonCode
from study_app.grading.terms.entry import Entry
from study_app.grading.terms.glossary import Glossary
from study_app.grading.verdict import Verdict

GLOSSARY = Glossary(
    (
        Entry("minimum", ko=("최소",)),
        Entry("maximum", ko=("최대",)),
        Entry("healthy", ko=("정상",)),
        Entry("percent", ko=("비율",)),
        Entry("provisioned", ko=("프로비저닝된",)),
        Entry("concurrency", ko=("동시성",), hangul=("컨커런시",)),
        Entry("Elastic Container Service", also=("ECS",)),
        Entry("Elastic Container Registry", also=("ECR",)),
        Entry("Lambda", hangul=("람다",)),
        Entry("authorizer", ko=("권한 부여자",), hangul=("오소라이저",)),
        Entry("disk", hangul=("디스크",)),
        Entry("task", hangul=("태스크",)),
    )
)

ECS = Answer(AnswerKind.TEXT, ("Amazon ECS", "Elastic Container Service"), ("ECR", "EKS"))
CONCURRENCY = Answer(AnswerKind.TEXT, ("provisioned concurrency",), ("reserved concurrency",))
POLLING = Answer(AnswerKind.TEXT, ("long polling",), ("short polling",))
AUTHORIZER = Answer(AnswerKind.TEXT, ("Lambda authorizer",), ("Cognito authorizer",))
INDEX = Answer(AnswerKind.TEXT, ("global secondary index", "GSI", "글로벌 보조 인덱스"))
IMMUTABLE = Answer(AnswerKind.TEXT, ("immutable",))
ASYMMETRIC = Answer(AnswerKind.TEXT, ("asymmetric",))
URL = Answer(AnswerKind.TEXT, ("presigned URL",))
BLUE = Answer(AnswerKind.TEXT, ("blue/green",))
ENVELOPE = Answer(AnswerKind.TEXT, ("envelope encryption", "봉투 암호화"), (), ("data key",))
TASK = Answer(AnswerKind.TEXT, ("task",))
DEFINITION = Answer(AnswerKind.TEXT, ("task definition",), ("task set",))
PERCENT = Answer(AnswerKind.CODE, ("minimumHealthyPercent",), ("maximumPercent",))
BATCH = Answer(AnswerKind.CODE, ("BatchWriteItem",), ("BatchGetItem",))
ASSUME = Answer(AnswerKind.CODE, ("sts:AssumeRole",))
CANARY = Answer(AnswerKind.CODE, ("Canary10Percent5Minutes",))
DENIED = Answer(AnswerKind.CODE, ("AccessDenied",))
LIST_TASKS = Answer(AnswerKind.CODE, ("aws ecs list-tasks --cluster demo --family web",))
TRUSTED = Answer(AnswerKind.CODE, ('{"Service": "lambda.amazonaws.com"}',))
TAGS = Answer(AnswerKind.CODE, ("- Key: env\n  Value: prod\n- Key: team\n  Value: [a, b]",))
FIELD = Answer(AnswerKind.CODE, ("attribute:ecs.availability-zone",))
WAIT = Answer(AnswerKind.CODE, ("WaitTimeSeconds",))
KEPT = Answer(AnswerKind.CODE, ("DeletionPolicy", "DeletionPolicy: Retain"))
REGISTRY = Answer(AnswerKind.TEXT, ("Elastic Container Registry",))
CONTAINER = Answer(AnswerKind.TEXT, ("container",), ("image",))
RETRIEVE = Answer(AnswerKind.CODE, ("Retrieve",), ("RetrieveAndGenerate",))
SECURE = Answer(AnswerKind.CODE, ("SecureString",))
NOTED = Answer(AnswerKind.TEXT, ("EARS", "Easy Approach to Requirements Syntax"))
REGION = Answer(AnswerKind.TEXT, ("us-east-1", "US East (N. Virginia)"))
CPP = Answer(AnswerKind.TEXT, ("C++",))
INSPECTOR = Answer(AnswerKind.TEXT, ("Amazon Inspector",))
SYNC = Answer(AnswerKind.CODE, (".sync",))
VARIABLE = Answer(AnswerKind.CODE, ("${stageVariables.backend}",))
MATCHES = Answer(AnswerKind.CODE, ("=~",))
SUM = Answer(AnswerKind.CODE, ("a+b+c",))
REVISION = Answer(AnswerKind.CODE, ("orders:3",))
MESSAGE = Answer(AnswerKind.CODE, ("-m",))
NEWEST = Answer(AnswerKind.CODE, ("ScanIndexForward=false",))
NEXT = Answer(AnswerKind.CODE, ("ExclusiveStartKey",), ("LastEvaluatedKey",))
QUOTA = Answer(AnswerKind.CODE, ("SERVICE_QUOTA",))
TAG = Answer(AnswerKind.TEXT, ("latest",))
LOGIN = Answer(AnswerKind.CODE, ("aws ecr get-login-password",))
PASS = Answer(AnswerKind.CODE, ("iam:PassRole", "PassRole"))
UNMASK = Answer(AnswerKind.CODE, ("logs:Unmask",), (), ("Unmask",))
WHOAMI = Answer(AnswerKind.CODE, ("aws sts get-caller-identity",))
ENDED = Answer(AnswerKind.TEXT, ("July 25, 2024",))
SIGNAL = Answer(AnswerKind.TEXT, ("SIGTERM", "signal 15"))
MINUTES = Answer(AnswerKind.NUMBER, ("15 minutes",))
SIZE = Answer(AnswerKind.NUMBER, ("256 KB",))
RATE = Answer(AnswerKind.NUMBER, ("1 MB/s",))
TASKS = Answer(AnswerKind.NUMBER, ("2 tasks",))
DAYS = Answer(AnswerKind.NUMBER, ("30 days",))
HALF = Answer(AnswerKind.NUMBER, ("1.5 GB",))
NONE = Answer(AnswerKind.NUMBER, ("0",))
STATUS = Answer(AnswerKind.NUMBER, ("429",))
FIELDS = Answer(AnswerKind.LIST, ("Retry, Catch",))
IMAGES = Answer(AnswerKind.LIST, ("NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES",))

C, N, W = Verdict.CORRECT, Verdict.CLOSE, Verdict.WRONG
R = ReasonCode

GRADER = Grader(
    KnownTerms.of(
        [value for value in list(globals().values()) if isinstance(value, Answer)],
        ("Amazon SQS", "Amazon EC2", "Elastic Load Balancing (ELB)", "AWS IAM", "AWS STS"),
    ),
    GLOSSARY,
)

ROWS = [
    # 1 one way of writing
    (ECS, "  amazon   ECS ", C, R.ACCEPTED),
    (ECS, "`ECS`.", C, R.ACCEPTED),
    (ECS, "", W, R.EMPTY),
    (ECS, " \u200b\t", W, R.EMPTY),
    (ECS, "?!", W, R.EMPTY),
    # 2 equal once blanks and punctuation are dropped; without Amazon; particle; translation
    (PERCENT, "minimum-healthy-percent", C, R.ACCEPTED),
    (BATCH, "batchwriteitem", C, R.ACCEPTED),
    (ECS, "ECS입니다", C, R.ACCEPTED),
    (ECS, "일래스틱 컨테이너 서비스", C, R.SOUND),
    (CONCURRENCY, "provisioned 동시성", C, R.TRANSLATION),
    (CONCURRENCY, "프로비저닝된 컨커런시를 쓰면 됩니다", C, R.ACCEPTED),
    (ASSUME, "AssumeRole", C, R.ACCEPTED),
    (ASSUME, "iam:AssumeRole", W, R.ANOTHER_TERM),
    (LIST_TASKS, "$ aws ecs list-tasks --family=web --cluster demo", C, R.ACCEPTED),
    # 3 another known term, also where only the glossary joins its spellings
    (ECS, "ECR", W, R.ANOTHER_TERM),
    (ECS, "Elastic Container Registry", W, R.ANOTHER_TERM),
    (BATCH, "BatchGetItem", W, R.ANOTHER_TERM),
    (CONCURRENCY, "it is reserved concurrency", W, R.ANOTHER_TERM),
    (ENVELOPE, "data key", N, R.NEAR),
    # 4 contrast and negation
    (ECS, "ECS, not EKS", C, R.ACCEPTED),
    (ECS, "EKS 말고 ECS", C, R.ACCEPTED),
    (ECS, "EKS가 아니라 ECS", C, R.ACCEPTED),
    (ECS, "EKS rather than ECS", W, R.NEGATED),
    (ECS, "not ECS", W, R.NEGATED),
    (ECS, "ECS가 아닙니다", W, R.NEGATED),
    (POLLING, "not sure, but long polling", C, R.ACCEPTED),
    # what is denied in passing
    (POLLING, "long polling, so that no request comes back empty", C, R.ACCEPTED),
    (POLLING, "without short waits use long polling", C, R.ACCEPTED),
    (POLLING, "빈 응답이 없도록 long polling을 씁니다", C, R.ACCEPTED),
    (POLLING, "long polling 없이", W, R.NEGATED),
    (POLLING, "long polling is not the answer", W, R.NEGATED),
    (POLLING, "long polling 아닌가요?", C, R.ACCEPTED),
    (POLLING, "I don't know, but maybe long polling", C, R.ACCEPTED),
    (POLLING, "without long polling", W, R.NEGATED),
    (POLLING, "polling.. no wait, long polling", C, R.ACCEPTED),
    (MINUTES, "15분 동안 활동이 없으면 중지됩니다", C, R.ACCEPTED),
    (MINUTES, "15분이 아닙니다", W, R.NEGATED),
    # 5 alternatives, "and", brackets
    (ECS, "ECS or EKS", W, R.HEDGED),
    (ECS, "ECS 또는 EKS", W, R.HEDGED),
    (ECS, "ECS나 EKS", W, R.HEDGED),
    (ECS, "ECS/EKS", W, R.HEDGED),
    (ECS, "ECS or Elastic Container Service", C, R.ACCEPTED),
    (BLUE, "blue / green", C, R.ACCEPTED),
    (ECS, "ECS and EKS", W, R.ALSO_NAMES),
    (ECS, "ECS (EKS)", W, R.ALSO_NAMES),
    (ECS, "ECS (Elastic Cloud Service)", N, R.BRACKET_DIFFERS),
    (INDEX, "a global secondary index (GSI)", C, R.ACCEPTED),
    (ENVELOPE, "envelope encryption (엔벨로프 방식)", C, R.ACCEPTED),
    # the sentence around the answer
    (POLLING, "You should switch to long polling, because it saves requests", C, R.ACCEPTED),
    (ENVELOPE, "봉투 암호화라고 합니다", C, R.ACCEPTED),
    (DENIED, "HTTP 403 AccessDenied", C, R.ACCEPTED),
    # 6 digits and acronyms
    (CANARY, "Canary10Percent15Minutes", W, R.DIGITS),
    (CANARY, "canary 10 percent 5 minutes", C, R.ACCEPTED),
    (ECS, "ESC", W, R.UNRELATED),
    (URL, "presigned ULR", C, R.SPELLING),
    # 7 contraries, misspelt too
    (PERCENT, "maximumHealthyPercent", W, R.OPPOSITE),
    (PERCENT, "maximun healthy percent", W, R.OPPOSITE),
    (PERCENT, "최대 정상 비율", W, R.OPPOSITE),
    (ASYMMETRIC, "symmetric", W, R.OPPOSITE),
    (ASYMMETRIC, "symetric", W, R.OPPOSITE),
    (ASYMMETRIC, "a symmetric key", W, R.OPPOSITE),
    (IMMUTABLE, "mutable", W, R.OPPOSITE),
    (IMMUTABLE, "non-immutable", W, R.NEGATED),
    # 8 spelling
    (BATCH, "BatchWirteItem", C, R.SPELLING),
    (PERCENT, "minimunHealtyPercent", C, R.SPELLING),
    (INDEX, "global secondry index", C, R.SPELLING),
    (INDEX, "글로벌 보조 인덱수", C, R.SPELLING),
    (POLLING, "long rolling", W, R.UNRELATED),
    # by sound, but never into another word that the glossary knows
    (POLLING, "롱폴링", C, R.SOUND),
    (AUTHORIZER, "람다 어쏘라이저", C, R.SPELLING),
    (TASK, "디스크", W, R.UNRELATED),
    # 9 more words, fewer words
    (INDEX, "global secondary", N, R.INCOMPLETE),
    (INDEX, "global", W, R.UNRELATED),
    (ENVELOPE, "encryption", W, R.UNRELATED),
    (BATCH, "BatchWrite", N, R.INCOMPLETE),
    (BATCH, "Batch", W, R.CUT_SHORT),
    (BATCH, "BatchWriteItemAsync", W, R.ANOTHER_TERM),
    (LIST_TASKS, "aws ecs list-tasks --cluster demo", W, R.CUT_SHORT),
    (INDEX, "local global secondary index", W, R.OPPOSITE),
    (ENVELOPE, "quantum envelope encryption", N, R.EXTRA_WORDS),
    # the first half of the answer, though it is a term of another question
    (DEFINITION, "task", N, R.INCOMPLETE),
    # what goes without saying may be left out: the right idea, incomplete
    (WHOAMI, "get-caller-identity", N, R.NEAR),
    (WHOAMI, "sts get-caller-identity", N, R.NEAR),
    (WHOAMI, "get-session-token", W, R.UNRELATED),
    (FIELD, "ecs.availability-zone", N, R.NEAR),
    (TRUSTED, "lambda.amazonaws.com", N, R.NEAR),
    (ENDED, "25 July 2024", C, R.ACCEPTED),
    (ENDED, "2024년 7월 25일입니다", C, R.ACCEPTED),
    (ENDED, "7월 25일", N, R.NEAR),
    (ENDED, "July 26, 2024", W, R.DIGITS),
    # JSON and YAML by value
    (TRUSTED, "{ Service : 'lambda.amazonaws.com' }", C, R.ACCEPTED),
    (TRUSTED, "Service: lambda.amazonaws.com", C, R.ACCEPTED),
    (TRUSTED, '{"AWS": "lambda.amazonaws.com"}', W, R.UNRELATED),
    (TAGS, '[{"Value":"prod","Key":"env"}, {"Key":"team","Value":["a","b"]}]', C, R.ACCEPTED),
    (TAGS, "- Key: env\n  Value: [prod]\n- Key: team\n  Value: [a, b]", N, R.STRUCTURE),
    (TAGS, "- Key: prod\n  Value: env\n- Key: team\n  Value: [a, b]", W, R.UNRELATED),
    # a value given to the name
    (WAIT, "WaitTimeSeconds=20", C, R.ACCEPTED),
    (WAIT, "WaitTimeSeconds를 20으로 설정합니다", C, R.ACCEPTED),
    (KEPT, "DeletionPolicy: Delete", W, R.ANOTHER_TERM),
    # 13 in code the signs decide
    (VARIABLE, "${ stagevariables.backend }", C, R.ACCEPTED),
    (VARIABLE, "https://${stageVariables.backend}/orders", C, R.ACCEPTED),
    (VARIABLE, "stage variables backend", N, R.SIGNS),
    (MATCHES, "the `=~` operator", C, R.ACCEPTED),
    (MATCHES, "!=", W, R.SIGNS),
    (SUM, "a + b + c", C, R.ACCEPTED),
    (SUM, "a-b-c", W, R.SIGNS),
    (REVISION, "orders-3", W, R.SIGNS),
    (REVISION, "orders 3", N, R.SIGNS),
    (MESSAGE, "-M", W, R.SIGNS),
    (UNMASK, "Unmask", N, R.NEAR),
    (UNMASK, "logs unmask", C, R.ACCEPTED),
    (PASS, "lambda:PassRole", N, R.PREFIX),
    # a Boolean in the notation of another API
    (NEWEST, "--no-scan-index-forward", C, R.ACCEPTED),
    (NEWEST, "--scan-index-forward", W, R.ANOTHER_TERM),
    # an identifier inside its usual code
    (QUOTA, "m1/SERVICE_QUOTA(m1)*100", C, R.ACCEPTED),
    (TAG, "registry.example.com/shop:latest", C, R.ACCEPTED),
    (PASS, '"Action": ["iam:PassRole"]', C, R.ACCEPTED),
    (LOGIN, "aws ecr get-login-password --region us-east-1 | docker login", C, R.ACCEPTED),
    # digits that belong to something else, and a reason that is true
    (REGION, "always us-east-1 for public images", C, R.ACCEPTED),
    (REGION, "us-east-2", W, R.DIGITS),
    (INSPECTOR, "AWS Inspector v2", C, R.ACCEPTED),
    (POLLING, "5", W, R.UNRELATED),
    # the part that makes the difference
    (CONTAINER, "container image", W, R.ALSO_NAMES),
    (CPP, "C#", W, R.SIGNS),
    (CPP, "C", N, R.SIGNS),
    # Korean: a parted particle, a confusable in Hangul, words run together
    (SYNC, ".sync 를 붙인다", C, R.ACCEPTED),
    (RETRIEVE, "리트리브 앤 제너레이트", W, R.ANOTHER_TERM),
    (SECURE, "시큐어스트링", C, R.SOUND),
    (SECURE, "SecureSting", C, R.SPELLING),
    (PERCENT, "minimumHealthyPercent 작업", C, R.ACCEPTED),
    # a name cut off, a remark behind it
    (PERCENT, "minimumHealthyPer", N, R.INCOMPLETE),
    (PERCENT, "minimumHealthyPercent, 배포 중에 남아 있는 비율", C, R.ACCEPTED),
    # the meaning of a name
    (SECURE, "보안 문자열", N, R.MEANING),
    # half of an answer without its first word
    (NOTED, "requirements syntax", N, R.INCOMPLETE),
    # Korean sentences around the term
    (SIGNAL, "SIGTERM (15)", C, R.ACCEPTED),
    (SIGNAL, "SIGTERM을 먼저 받아요", C, R.ACCEPTED),
    (SIGNAL, "SIGTERM은 안 받습니다", W, R.NEGATED),
    (ECS, "이씨에스라고 합니다", C, R.SOUND),
    (ECS, "ECS 클러스터링입니다", N, R.EXTRA_WORDS),
    # 10 misspelt further
    (INDEX, "globel secundary indeks", N, R.MISSPELT),
    (ECS, "asdf", W, R.UNRELATED),
    # 11 numbers
    (MINUTES, "15 min", C, R.ACCEPTED),
    (MINUTES, "fifteen mintues", C, R.ACCEPTED),
    (MINUTES, "십오 분이요", C, R.ACCEPTED),
    (MINUTES, "900 seconds = 15 minutes", C, R.ACCEPTED),
    (MINUTES, "0.25 hours", C, R.ACCEPTED),
    (MINUTES, "15", N, R.UNIT_MISSING),
    (MINUTES, "15 seconds", W, R.ANOTHER_UNIT),
    (MINUTES, "1.5 minutes", W, R.ANOTHER_NUMBER),
    (MINUTES, "15 or 5 minutes", W, R.HEDGED),
    (MINUTES, "10 to 15 minutes", W, R.TWO_NUMBERS),
    (MINUTES, "not 15 minutes", W, R.NEGATED),
    (MINUTES, "15 minutes, not 5", C, R.ACCEPTED),
    (MINUTES, "a while", W, R.NO_NUMBER),
    (SIZE, "262,144 bytes", C, R.ACCEPTED),
    (SIZE, "256000 bytes", C, R.ACCEPTED),
    (SIZE, "256 MB", W, R.ANOTHER_UNIT),
    (RATE, "초당 1MB", C, R.ACCEPTED),
    (RATE, "60 MB per minute", C, R.ACCEPTED),
    (RATE, "1 MB", N, R.UNIT_MISSING),
    (TASKS, "두 개", C, R.ACCEPTED),
    (TASKS, "2%", W, R.ANOTHER_UNIT),
    (STATUS, "429 Too Many Requests", C, R.ACCEPTED),
    (STATUS, "429 Not Found", W, R.TWO_NUMBERS),
    # the result of a working, a remark, another thing
    (MINUTES, "60 / 4 = 15 minutes", C, R.ACCEPTED),
    (MINUTES, "15 min (3 attempts)", C, R.ACCEPTED),
    (MINUTES, "15분 동안 세션 하나", C, R.ACCEPTED),
    (TASKS, "2 of 4", C, R.ACCEPTED),
    (TASKS, "4-1=3", W, R.ANOTHER_NUMBER),
    (TASKS, "the largest one has 2", C, R.ACCEPTED),
    (TASKS, "2 tasks, at most 4 tasks", C, R.ACCEPTED),
    (DAYS, "삼십일", C, R.ACCEPTED),
    (DAYS, "30 instances", W, R.ANOTHER_UNIT),
    (HALF, "1,5 GB", C, R.ACCEPTED),
    (HALF, "about 1.45 GB", N, R.ROUNDED),
    (NONE, "제로", C, R.ACCEPTED),
    # the way to a number without the number
    (MINUTES, "3 x 5", N, R.WORKING),
    (MINUTES, "30을 2로 나눈 값", N, R.WORKING),
    (STATUS, "too many requests error", N, R.NEAR),
    (STATUS, "not found", W, R.NO_NUMBER),
    # 12 lists
    (FIELDS, "1) Catch 2) Retry", C, R.ACCEPTED),
    (FIELDS, "Retry와 Catch", C, R.ACCEPTED),
    (FIELDS, "Retry", N, R.LIST_MISSING),
    (FIELDS, "Retry, Catch, End", N, R.LIST_EXTRA),
    (FIELDS, "Retry, End", N, R.LIST_OTHER),
    (FIELDS, "Retry or Catch", W, R.HEDGED),
    (FIELDS, "try, except", W, R.UNRELATED),
    (IMAGES, "new and old images, new image and old image", C, R.ACCEPTED),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "response", "verdict", "code"), ROWS)
def test_each_rule_decides_its_example(
    answer: Answer, response: str, verdict: Verdict, code: ReasonCode
) -> None:
    grade = GRADER.grade(response, answer)
    assert (grade.verdict, grade.reason.code) == (verdict, code)


PROMPTED = [
    (MINUTES, "How many minutes can it run?", "15", C, R.ACCEPTED),
    (MINUTES, "In seconds, how long can it run?", "900", C, R.ACCEPTED),
    (MINUTES, "What is the longest timeout?", "at least 15 minutes", W, R.LIMIT_REVERSED),
    (MINUTES, "What is the longest timeout?", "more than 15 minutes", N, R.LIMIT_REVERSED),
    (MINUTES, "What is the longest timeout?", "up to 15 minutes", C, R.ACCEPTED),
    (RATE, "How many MB per second?", "1", C, R.ACCEPTED),
    (INDEX, "Which index of a DynamoDB table?", "table index GSI", C, R.ACCEPTED),
    (ECS, "What is ECS short for?", "ECS", C, R.ACCEPTED),
    (REGISTRY, "What is ECR short for?", "Amazon ECR", W, R.ECHO),
    (REGISTRY, "Where are images stored?", "Amazon ECR", C, R.TRANSLATION),
    (POLLING, "Which SQS receive mode?", "SQS long polling mode", C, R.ACCEPTED),
    (ASSUME, "Which STS operation?", "ec2:AssumeRole", W, R.ANOTHER_TERM),
    (
        NEXT,
        "Where does LastEvaluatedKey go?",
        "ExclusiveStartKey = r['LastEvaluatedKey']",
        C,
        R.ACCEPTED,
    ),
]


@pytest.mark.parametrize(("answer", "prompt", "response", "verdict", "code"), PROMPTED)
def test_the_prompt_says_what_need_not_be_repeated(
    answer: Answer, prompt: str, response: str, verdict: Verdict, code: ReasonCode
) -> None:
    grade = GRADER.grade(response, answer, prompt)
    assert (grade.verdict, grade.reason.code) == (verdict, code)


@pytest.mark.parametrize("code", ReasonCode)
def test_every_rule_is_reached_by_an_example(code: ReasonCode) -> None:
    elsewhere = {R.OWN, R.DESCRIBED}  # the latter in test_grading_descriptions
    assert code in {row[-1] for row in (*ROWS, *PROMPTED)} | elsewhere


@pytest.mark.parametrize(
    ("response", "verdict", "code"),
    [
        ("< 5  docks", C, R.OWN),  # capitals and blanks are no difference
        ("> 5 Docks", W, R.UNRELATED),  # signs are
        ("< 5 Dock", W, R.UNRELATED),  # and nothing like it is accepted
        ("Elastic Container Service", C, R.ACCEPTED),
    ],
)
def test_a_form_of_ones_own_is_accepted_as_it_is(
    response: str, verdict: Verdict, code: ReasonCode
) -> None:
    """An answer that was overruled is accepted from this learner next time, and no other."""
    grade = GRADER.grade(response, ECS, own=["< 5 Docks"])
    assert (grade.verdict, grade.reason.code) == (verdict, code)
    if code is R.OWN:
        assert (grade.matched, grade.score) == ("< 5 Docks", 1)
        assert GRADER.grade(response, ECS).verdict is W


def test_reasons_are_readable_in_english_and_in_korean() -> None:
    reason = GRADER.grade("Elastic Contaner Service", ECS).reason
    assert reason.text() == "Accepted; the correct spelling is Elastic Container Service"
    assert reason.text("ko") == "정답; 올바른 표기는 Elastic Container Service입니다"


@pytest.mark.parametrize(("answer", "response"), [row[:2] for row in ROWS])
def test_every_reason_has_both_texts(answer: Answer, response: str) -> None:
    reason = GRADER.grade(response, answer).reason
    assert "{0}" not in reason.text("en") + reason.text("ko")
    assert "{1}" not in reason.text("en") + reason.text("ko")
    assert reason.text("en") != reason.text("ko")
