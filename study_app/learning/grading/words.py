"""The small words: what may stand around an answer without changing it, and what turns it."""

from functools import lru_cache

# Function words: they may stand anywhere around an answer.
FUNCTION_WORDS = frozenset(
    "a an the this that these those it its he she they we i you your our my one ones "
    "is are was were be been being am do does did has have had will would can could should shall "
    "may might must need needs of to for in on at by with from as into through via per "
    "and so then thus there here just only simply also too both please well yes yeah hmm um ok okay "
    "called named known namely eg ie aka etc s re ve ll d m "
    "think thinks guess believe suppose sure probably perhaps maybe surely definitely likely say "
    "called means mean meaning answer correct right best most very more which what who whose".split()
)

# Words that open another phrase: what stands beyond them is the sentence around the answer.
PHRASE_BREAKS = frozenset(
    "is are was were be been it its i you we they he she this that these those which what who when "
    "where while so because since to for the a an do does did has have had will would can could "
    "should shall may might must need needs if then as called named via through using".split()
)

# Verbs that say that something is used; they stand before the answer.
LEADING_VERBS = frozenset(
    "use uses used using utilize utilise enable enables enabling turn set sets setting configure "
    "configures configuring create creates creating add adds adding apply applies attach choose "
    "chooses pick picks select call calls calling run runs running make makes making go going take "
    "takes put get try invoke execute define specify deploy launch start employ implement want "
    "rely having lets let help helps happens happen its through".split()
)

# Nouns that name the kind of thing asked for.
KIND_NOUNS = frozenset(
    "service services feature features setting settings option options operation operations api "
    "apis call calls command commands function functions method methods exception exceptions error "
    "errors file files approach technique strategy mechanism parameter parameters field "
    "fields attribute attributes property properties value values code codes statement action "
    "actions flag keyword header variable thing practice concept pattern term word "
    "aws amazon http https".split()
)

# Korean words around an answer, besides predicates and endings.
KOREAN_FILLERS = frozenset(
    "것 거 건 게 그것 이것 그거 이거 정답 정답은 답 답은 저는 제 제가 나는 내 생각 생각엔 생각에는 아마 아마도 "
    "바로 네 음 일단 그냥 기능 서비스 설정 방식 방법 전략 유형 타입 모드 옵션 명령 명령어 함수 파일 예외 "
    "에러 오류 코드 메서드 작업 연산 호출 사용 이용 활용 추가 생성 적용 필요 값 속성 필드 매개변수 파라미터 "
    "개념 용어 해당 관련 아마존 요 임 듯 같음 것은 것이 것을 겁니다 거예요 거에요 수 때 경우 "
    "으로 라고 이라고 라는 이라는 입니다 이에요 예요 이요 및".split()
)

NEGATORS = frozenset(
    "not no never without nor neither none isn't isnt aren't arent don't dont doesn't doesnt "
    "didn't didnt can't cant cannot won't wont wouldn't shouldn't shouldnt wasn't wasnt ain't aint "
    "except excluding exclude wrong incorrect false non anything unlike nothing disable "
    "disabling remove removing".split()
)

# As parts of Korean words; each turns the sentence.
KOREAN_NEGATORS = (
    "아니", "아닌", "아님", "아닙", "않", "없", "말고", "못", "빼고", "제외", "틀린", "틀려", "안씁",
    "안써", "안쓰", "모르", "몰라", "모름", "금지", "대신", "끄", "끕", "끔", "삭제", "해제", "비활성",
)  # fmt: skip

# Words of computing and of every day that lie one or two letters from words of AWS.
# A slip never leads into one of them.
COMMON_WORDS = frozenset(
    """
    access active address agent alarm alert alias allow analysis annotation append application apply
    archive argument array asset assign attach attempt audit author auto aware back backup balance
    bash batch bind binding block blocked body boot border bound branch bridge broker browser bucket
    buffer build bulk burst cache cached call cancel capacity case cash catch cause cell center
    certificate chain change channel charge chart check chunk circle class clean clear click client
    clock clone close cloud cluster code collect column command comment commit common compile
    complete compose compute computer condition config connect consumer contact contain container
    content context contract control convert cookie copy core cost count counter course cover crash
    create credit cross custom customer daemon dashboard data database date debug decrease decrypt
    default delay delete delivery demand deny deploy deployment depth description desire detail
    detect device direct directory disable disk dispatch distribute document domain down draft drain
    drift drive drop dump duration edge edit effect elastic email empty enable encode encrypt end
    engine enter entity entry environment error event evict exact except execute execution exit
    expand expect expire explain export expose express extend extension external extract fail failed
    failure fault fetch field file filter final find finger first fixed flag fleet flow flush folder
    follow force fork form format forward frame free fresh from front full function gate gather
    general ghost global grant graph group grow guard guide handle handler hard hash head header
    health heap heat hidden high hold hook horizon host hot hour house image import include increase
    index inform ingest initial inline inner input insert inspect instance instant insurance
    integer intent interface internal interval invalid inventory invoke isolate item iterate job
    join joint journal key keys label lambda large last latency later launch layer lazy leader leaf
    leak lease least left length level library life limit line linear link list listen listener live
    load loading local location lock locked log logged logger login long lookup loop lower machine
    main major manage manual map mapper mapping mark mask master match material matrix media member
    memory merge message meta meter method metric middle migrate minor mirror missing mixed mobile
    mock mode model module monitor mount move multi name native nested network node normal note
    notice number object offer offset online open operate option order origin outer output overlap
    owner pack package packet page pair panel parameter parent park parse part partial partition
    pass passed patch path pattern pause payload peer peering perimeter period permission phase pick
    pipe pipeline place plain plan platform play plug plugin point policy poll polling pool pooling
    port post power prefix prepare present preset price primary principal principle print priority
    private probe process produce producer product profile program project promote prompt proof
    property protect protocol provide provider proxy public publish pull purge push query queue
    queued quick quota quote random range rate rating ratio read reader ready reason rebuild recent
    record recover recovery redirect reduce refer refresh regex region register registry regular
    reject relation relay release reload remote remove rename render repair repeat replace replay
    replica report repository request require reserve reset resize resolve resource response rest
    restart restore result retain retention retrieve retry return reverse review revision revoke
    role roll rollback rolling room root rotate rotation route router routing rule run runner runtime
    safe sample save scale scaling scan scope score screen script search secondary section secure
    segment select send sender sensor sequence series serve server service session set shadow shape
    shard share shared shell shift short sign signal silent simple single site size skip slice slot
    slow smart snap snapshot social socket soft sort source space span spare spawn speed spend split
    spot spread stable stack stage staged staging stale standard standby start state stateful
    stateless static station statistic status steam step still stop storage store stored stream
    strict string strong structure style sub subject submit subnet subset success suffix sum support
    surge suspend swap switch symbol sync system table tag tail target task team template tenant term
    test text thread threshold throttle throughout throughput tick ticket tier time timeline timeout
    timer title toggle token tool top topic total touch trace track tracking trade traffic trail
    train transaction transfer transform transit translate transmit trap tree trend trigger trim
    trunk trust tune tunnel turn twin type undo unit unique update upgrade upload upper usage user
    vault valid validate value vary vector vendor verify version vertical view virtual visit voice
    volume wait waiting wake wall warm warning watch wave web weight weighted wide window wire
    word work worker workflow workload world wrap write writer yield zone
    """.split()
)


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
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """The stem without verb endings: enough to see that a prompt has spoken of it."""
    word = stem(word)
    for ending in ("ing", "ed", "er", "es", "e", "y"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def negators(words: tuple[str, ...]) -> frozenset[str]:
    """The negating words among casefolded `words`; Korean ones as parts of them."""
    found = set(NEGATORS.intersection(words))
    for word in words:
        if not word.isascii():
            found.update(part for part in KOREAN_NEGATORS if part in word)
        elif word.startswith("non-"):
            found.add("non")
    return frozenset(found)
