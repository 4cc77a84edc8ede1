"""Everyday words that are never taken for slips of the keyboard."""

from study_app.grading.wording.small_words import word_set

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
