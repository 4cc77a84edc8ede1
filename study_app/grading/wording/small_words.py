"""Small words: words around an answer that do not change it."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is written for people to read and extend."""
    return frozenset(text.split())


# Function words: they may stand anywhere around an answer.
FUNCTION_WORDS = word_set(
    "a an the this that these those it its he she they we i you your our my one ones is are was "
    "were be been being am do does did has have had will would can could should shall may might "
    "must need needs of to for in on at by with from as into through via per and so then thus "
    "there here just only simply also too both please well yes yeah hmm um ok okay called named "
    "known namely eg ie aka etc s re ve ll d m think thinks guess believe suppose sure probably "
    "perhaps maybe surely definitely likely say says tell tells means mean meaning answer "
    "correct right best each most very more some any which what who whose always usually normally "
    "typically generally basically actually really currently obviously clearly certainly all every "
    "still now"
)

# Words that open another phrase: what stands beyond them is the sentence around the answer.
PHRASE_BREAKS = word_set(
    "is are was were be been it its i you we they he she this that these those which what who "
    "when where while so because since to for the a an do does did has have had will would can "
    "could should shall may might must need needs if then as called named via through using"
)

# Verbs that say that something is used; they stand before the answer.
LEADING_VERBS = word_set(
    "use uses used using utilize utilise enable enables enabling turn set sets setting "
    "configure configures configuring create creates creating add adds adding apply applies "
    "attach choose chooses pick picks select call calls calling run runs running make makes "
    "making go going take takes put get try invoke execute define specify deploy launch start "
    "employ implement want rely having lets let help helps happens happen its through allow allows "
    "allowing grant grants granting permit permits give gives giving requires require look looks "
    "check checks checking see verify verifies inspect read reads write writes pass passes send "
    "gets receive receives sends export provide provides"
)

MAKERS = word_set("aws amazon")

# What carries no meaning of its own in a description.
SMALL_WORDS = FUNCTION_WORDS | LEADING_VERBS | PHRASE_BREAKS

# Nouns that name the kind of thing asked for.
KIND_NOUNS = word_set(
    "service services feature features setting settings option options operation operations api "
    "apis call calls command commands function functions method methods exception exceptions "
    "error errors file files approach technique strategy mechanism parameter parameters field "
    "fields attribute attributes property properties value values code codes statement action "
    "actions flag keyword header variable thing practice concept pattern term word aws amazon "
    "http https process program tool software request requests permission permissions"
)

# Korean words around an answer, besides predicates and endings.
KOREAN_FILLERS = word_set(
    "당연히 분명히 확실히 역시 결국 물론 중 것 거 건 게 그것 이것 그거 이거 정답 정답은 답 답은 "
    "저는 제 제가 나는 내 생각 생각엔 생각에는 아마 아마도 바로 네 음 일단 그냥 기능 서비스 "
    "설정 방식 방법 전략 유형 타입 모드 옵션 명령 명령어 함수 파일 예외 에러 오류 코드 메서드 "
    "작업 연산 호출 사용 이용 활용 추가 생성 적용 필요 값 속성 필드 매개변수 파라미터 요소 원칙 "
    "원리 현상 기법 패턴 구문 키워드 객체 개념 용어 해당 관련 아마존 요 임 듯 같음 것은 것이 "
    "것을 겁니다 거예요 거에요 수 때 경우 으로 라고 이라고 라는 이라는 입니다 이에요 예요 이요 "
    "및 먼저 우선 항상 늘 언제나 보통 주로 대개 다시 모두 전부 반드시 꼭 직접 따로 함께 같이 더 "
    "가장 제일 그때 이때 여기 거기 그 이 저 해당하는 무조건 일반적으로 기본적으로 기본 자동으로 "
    "오직 원래 사실 진짜 그러면 그럼 그래서 따라서 함 됨 앤 앤드 대체로 이름 이름은 즉 뭐 뭐지 "
    "단위 밑 아래 앞 뒤 끝 기본값 디폴트 아 어 음 연산자 기호 표기법 약자 "
    "약어 줄임말 준말 그건 이건 그게 이게 이럴 그럴 땐 때는 때엔 그땐 경우엔 경우에는 여기선 "
    "여기서는"
)
