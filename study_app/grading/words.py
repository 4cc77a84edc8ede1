"""The small words: what may stand around an answer without changing it, and what turns it."""

from functools import lru_cache


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
    "perhaps maybe surely definitely likely say means mean meaning answer correct right best "
    "most very more some any which what who whose"
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
    "employ implement want rely having lets let help helps happens happen its through"
)

MAKERS = word_set("aws amazon")

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
    "가장 제일 그때 이때 여기 거기 그 이 저 해당하는"
)

# These turn a sentence even where the prompt uses them too.
PLAIN_NEGATORS = word_set(
    "not no never nor neither isn't isnt aren't don't doesn't didn't can't won't"
)

NEGATORS = word_set(
    "not no never without nor neither none isn't isnt aren't arent don't dont doesn't doesnt "
    "didn't didnt can't cant cannot won't wont wouldn't shouldn't shouldnt wasn't wasnt ain't "
    "aint rather instead except excluding exclude wrong incorrect false non anything unlike "
    "nothing disable disabling remove removing"
)

# As parts of Korean words; each turns the sentence.
KOREAN_NEGATORS = (
    "아니", "아닌", "아님", "아닙", "않", "없", "말고", "못", "빼고", "제외", "틀린", "틀려",
    "안씁", "안써", "안쓰", "모르", "몰라", "모름", "금지", "대신", "끄", "끕", "끔", "삭제",
    "해제", "비활성", "보다",
)  # fmt: skip

_KOREAN_NOT = frozenset(["안"])  # before a verb; within a word it is a syllable of many others

# Words of computing and of every day that lie one or two letters from words of AWS.
# A slip never leads into one of them.
COMMON_WORDS = word_set(
    """
    access active address agent alarm alert alias allow analysis anger annotation append
    application apply archive argument array asset assign attach attempt audit author auto aware
    back backpack backup balance bank banner bash batch bind binding blank block blocked body bone
    boot border bound brain brake branch bread break bridge bring broker brother browser
    bucket buffer build bulk burst byword cache cached call cancel capacity case cash catch cause
    cell center certificate chain change channel charge chart check chunk circle class clean clear
    click client clock clone close cloud cluster code collect column command comment commit common
    compile complete compose compute computer condition config configuration connect consumer
    contact contain container content context contract control convert cookie copy core cost cough
    count counter course cover crash cream create credit cross cube custom customer daemon danger
    dashboard data database date debug decrease decrypt default delay delete delivery demand deny
    deploy deployment depth description desire detail detect device dinner direct directory
    disable disk dispatch distribute document domain done down draft drain dream drift drive
    driven drop dump duration early earn easy edge edit effect eight elastic email empty enable
    encode encrypt end engine enough enter entity entry environment error even event ever every
    evict exact except execute execution exit expand expect expire explain export expose express
    extend extension external extract fail failed failure faint fall fault feel fetch field fight
    file filter final find finger fire first five fixed flag fleet flow flower flush folder follow
    force fork form format forward frame frank free fresh from front fuel full function gain gate
    gather gave general ghost give given glitch glitter global gone grain grant graph great group
    grow guard guide handle handler hard hash head header health heap heat height hidden high hire
    hold hook horizon host hot hour house hover however image import include increase index inform
    ingest initial inline inner input insert inspect instance instant insurance integer intent
    interface internal interval invalid inventory invoke isolate item iterate job join joint
    journal key keys keyword king label lambda large last latency later latter launch layer lazy
    leader leaf leak learn lease least left length letter level library life light limit line
    linear link list listen listener live liver load loading local location lock locked log logged
    logger login long lookup loop lover lower machine mail main major male manage manual
    map mapper mapping mark mask master match material matrix matter media member memory merge
    message meta meter method metric middle might migrate minor mirror missing mister mixed mobile
    mock mode model module monitor mother mount move multi name native nested network never night
    node normal note notice number object offer offset online open operate option order origin
    other outer output oven over overlap owner pack package packet page pager pain paint painter
    pair panel paper parameter parent park parse part partial partition pass passed password patch
    path pattern pause payload peer peering people perimeter period permission person phase phone
    pick pipe pipeline place plain plan platform play player plug plugin point pointer
    policy poll polling pool pooling port post power prefix prepare present preset price
    primary principal principle print printer priority private probe process produce producer
    product profile program project promote prompt proof property protect protocol provide
    provider proxy public publish pull purge push query queue queued quick quota quote rain random
    range rank rate rating ratio read reader ready reason rebuild recent record recover recovery
    redirect reduce refer refresh regex region register registry regular reject relation relay
    release reload remote remove rename render repair repeat replace replay replica report
    repository request require reserve reset resize resolve resource response rest restart restore
    result retain retention retrieve retry return reverse review revision revoke right ring river
    role roll rollback rolling room root rotate rotation rough route router routing rule ruler run
    runner runtime safe saint sale sample save scale scaling scan scope score screen script search
    secondary section secure segment select send sender sensor sequence series serve server
    service session set seven shadow shape shard share shared shell shift short shower sight sign
    signal silent simple sing singer single sister site size skip slice slot slow smart snap
    snapshot social socket soft song sort source space span spare spawn speak speed spend split
    spot spread spring sprint square stable stack stage staged staging stale standard
    standby stare start state stateful stateless static station statistic status steak steal steam
    steel step still sting stone stop storage store stored stream strict string strong structure
    style sub subject submit subnet subset success suffix sum support surge suspend swap switch
    sword swore symbol sync system table tag tail tall tank target task team tell template tenant
    term test text thank thing think thorough though thread threat threshold threw throat throttle
    through throughout throughput throw thrown tick ticket tier till time timeline timeout timer
    tire title toggle token toll tone tool top topic total touch tough tower trace track tracking
    trade traffic trail train transaction transfer transform transit transition translate transmit
    trap tread treat tree trend trigger trim trunk trust tube tune tunnel turn twin twitter type
    undo unique unit update upgrade upload upper usage used user uses valid validate value vary
    vault vector vendor verify version vertical view virtual visit voice volume vpn wait
    waiter waiting wake wall warm warning watch water wave web weight weighted wheel wide window
    winner winter wire word work worker workflow workload world wrap write writer yield zone
    """
)


_NOUN_ENDINGS = ("ment", "ation", "ion")
_DOUBLED_ENDINGS = frozenset(("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt"))
_VERB_ENDINGS = ("ing", "ed", "er", "es", "e", "y")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """`word` without its plural and in American spelling: what counts as the same word."""
    if len(word) <= 3 or not word.isascii():
        return word
    word = word.replace("isation", "ization")
    for british, american in (("ised", "ized"), ("ise", "ize"), ("iser", "izer"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            word = word[: -len(british)] + american
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("iases"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ias")):
        return word[:-1]
    return word


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """The stem without verb endings: enough to see that a prompt has spoken of it."""
    word = stem(word)
    for endings in (_NOUN_ENDINGS, _VERB_ENDINGS):
        word = _without(word, endings)
    return word


@lru_cache(maxsize=16_384)
def lemma(word: str) -> str:
    """The stem without -ing, -ed and -e: scanning and scan, caching and cache are one word."""
    word = stem(word)
    if len(word) <= 3 or not word.isascii():
        return word
    bare = _without(word, ("ing", "ed", "e"))
    doubled = bare != word and bare[-2:] in _DOUBLED_ENDINGS
    return bare[:-1] if doubled else bare


def _without(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def negators(words: tuple[str, ...]) -> frozenset[str]:
    """The negating words among casefolded `words`; Korean ones as parts of them."""
    found = set(NEGATORS.intersection(words)) | _KOREAN_NOT.intersection(words)
    for word in words:
        if not word.isascii():
            found.update(part for part in KOREAN_NEGATORS if part in word)
        elif word.startswith("non-"):
            found.add("non")
    return frozenset(found)
