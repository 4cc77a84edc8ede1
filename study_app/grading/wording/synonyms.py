"""What people say for the words of names: enough to see that an answer is the right idea.

A name is made of few words (Abort, Incomplete, Multipart, Upload), and who has forgotten it says
what it does ("delete unfinished multipart uploads"). Each word is followed by what means it; words
joined by `+` must all be said. Nothing here makes an answer right, only close.
"""

from collections.abc import Iterator

from study_app.grading.wording.stems import lemma, root, stem

# What an operation does: another of these said in its place is another operation.
_ACTIONS = """
abort: cancel delete remove erase discard drop clean clear purge kill destroy stop;
add: append attach insert; allow: grant permit; apply: use evaluate;
assume: take+role switch+role; attach: associate bind link connect; authorize: authenticate;
begin: start launch run execute invoke trigger; bind: attach link;
change: modify alter edit adjust update set; check: validate verify test inspect;
complete: finish end; copy: duplicate clone replicate; count: number;
create: make generate build new; decode: decipher read; decrypt: unencrypt decipher read;
deny: refuse reject block forbid; deploy: roll+out ship release push; deregister: unregister;
describe: show view detail inspect; detach: disassociate unlink; detect: find discover;
disable: deactivate turn+off switch+off; discover: find locate look+up; distinguish: differ;
emit: publish send; enable: activate turn+on switch+on allow; encrypt: encode scramble;
execute: run start invoke call; expire: ttl lapse; export: output share;
fetch: get retrieve read pull download; filter: select match; find: search look+up;
forward: pass relay route; generate: create make produce;
get: fetch retrieve read obtain load receive download; heartbeat: alive ping keep+alive;
import: reference load; ingest: load receive; invoke: call run execute trigger;
launch: start run; list: enumerate show; lock: hold freeze; login: log+in sign+in authenticate;
mask: hide redact; merge: combine join; move: shift; pass: hand+over give hand+to assign forward;
poll: receive fetch pull; publish: send post emit push release; pull: get fetch download;
push: send upload publish; put: write store add upload save insert send publish;
query: search look+up find; read: get fetch; rebalance: redistribute;
receive: get fetch read poll pull; record: log write; redrive: replay move resend;
register: add record sign+up; reject: deny refuse; remove: delete drop erase;
replace: swap substitute; report: return tell; request: ask; reserve: keep book set+aside;
reset: clear restart; restart: reboot; restore: recover bring+back; resume: continue;
retain: keep preserve save; retrieve: get fetch read; retry: again repeat reattempt;
return: give+back; revoke: withdraw cancel; rollback: roll+back revert undo;
rotate: renew change replace; route: direct send; run: start launch execute;
scale: grow resize adjust;
scan: read+whole read+all read+every read+entire full+read read+full whole+table go+through;
schedule: plan cron; select: choose pick; send: publish transmit push submit report;
sign: authenticate; start: begin launch run; stop: end terminate halt kill shut+down;
store: save keep; stream: flow; submit: send; suspend: pause stop halt hold;
sync: synchronize synchronous wait; synchronize: sync; tag: label mark;
terminate: stop end kill shut+down; throttle: limit slow; transform: convert change;
trigger: start invoke; truncate: cut+off cut+short incomplete partial shorten;
unmask: show+mask see+mask view+mask original+value reveal show unhide;
untag: unlabel; update: change modify edit refresh; upgrade: update;
upload: put send store; validate: check verify; wait: pause delay; write: put store save
"""

_THINGS = """
binpack: pack dense densely fill+up;
access: entry permission; account: user; additional: extra more; address: ip;
agent: client daemon; alarm: alert; alias: name pointer; all: every whole entire;
any: whatever some; application: app; archive: zip package; arn: identifier; array: list;
asynchronous: async background; attempt: try retry tries; attribute: field property column;
authorization: permission access auth denied; authorizer: authorization auth permission;
auto: automatic automatically itself; automatic: auto automatically; availability: zone az;
available: free; average: mean; backend: back+end; backlog: waiting queue queued;
backoff: wait delay slow; backup: copy; base: basic; batch: bulk group multiple several many;
behavior: how; billing: cost payment; body: payload content; boundary: limit maximum ceiling;
breach: violate exceed cross over bad alarm; bucket: store; buffer: queue; build: compile;
burst: spike peak; bytes: size; cache: store; canary: small+first portion percent;
capacity: size amount resource; certificate: cert tls ssl; chain: sequence; cidr: range;
client: caller consumer sdk app; cluster: group; code: program; cold: first initial slow;
column: attribute; command: cmd; common: shared; compress: zip gzip;
concurrency: concurrent parallel simultaneous simultaneously same+time;
concurrent: parallel simultaneous simultaneously; condition: check rule;
conditional: condition check; config: configuration setting settings;
configuration: config setting settings; conflict: clash collision; connection: link;
consistent: strong strongly up+date latest; constraint: limit rule;
consumer: reader receiver client; container: docker isolated+process running+process;
content: body data; context: information;
cookie: session; cooldown: wait pause; count: number amount quantity many;
country: nation location; credential: password login secret; current: now present; custom: own;
customer: own user;
daemon: background+process background+service background+program every+host
every+node every+instance each+instance;
dashboard: view screen; dead: failed; dedicated: own; default: standard;
definition: spec description; delay: wait postpone later; delivery: send;
denial: deny denied refusal reject; dependency: library package; desired: target wanted;
destination: target goal; dimension: attribute; directory: folder;
distinct: different separate unique; distribution: cdn; document: doc json; domain: host;
duplicate: repeat twice copy; duration: time length period long; dynamic: changing automatic;
elastic: flexible; endpoint: url address; entity: resource; entry: item record;
environment: env stage; ephemeral: temporary temp; error: failure problem fault;
essential: required mandatory critical necessary must; event: message trigger; eventual: later;
exception: error failure; exclusive: excluded; execution: run running start;
existing: exist already present; exists: exist there present; explicit: explicitly direct;
exponential: double doubling doubled growing; express: fast short; expression: formula rule;
external: outside; failed: failure error unsuccessful fail; failure: failed fail error;
family: kind group; fanout: fan+out many several; feature: function; field: attribute column;
file: document; flag: switch; folder: directory; forward: ascending direction order;
forwarded: forward original; frequency: often rate; function: lambda code; gateway: gw;
global: worldwide everywhere; grace: period wait; guardrail: filter safety;
guest: anonymous unauthenticated; handler: entry+point function; hash: partition digest;
health: healthy check; healthy: good up alive ok fine working; hook: script callback;
host: machine server instance node; hotkey: hot; hybrid: mixed; id: identifier identity;
idempotency: repeat duplicate once; idempotent: repeat duplicate once; identifier: id name;
identity: user id who; idle: inactive unused;
image: picture read+only+template; immediate: now instant;
immutable: unchangeable fixed; implicit: implicitly default automatic; incoming: inbound;
incomplete: unfinished partial; index: lookup; information: info; initial: first start;
inline: embedded; input: in; instance: host machine vm server; intelligent: smart;
internal: inside private; interval: period time pause every; invalid: wrong bad; inventory: list;
item: row record object entry; iterator: pointer position; jitter: random randomness randomized;
job: task; json: document; language: programming; last: latest previous final;
latency: delay response+time; latest: newest last current recent default+tag; layer: library shared;
least: minimum fewest smallest lowest; length: size long; level: scope; lifecycle: life+cycle;
lifetime: age life; limit: quota max maximum cap; linear: equal+step even gradual;
live: life alive lifetime valid expire expiry expiration; local: locally; lock: optimistic;
log: logs; long: longer wait; managed: aws+manages manage; manager: management; manifest: file;
map: dictionary; mapping: map; mask: hide; max: maximum most limit highest;
maximum: max most limit highest largest upper; memory: ram; message: notification;
metadata: meta information; metric: measurement measure number; millisecond: ms;
min: minimum least lowest; minimum: min least lowest smallest lower; mode: kind; model: ai llm;
monitor: watch observe; multi: many several multiple; multipart: parts part pieces multiple+part;
mutable: changeable; native: built+in; network: net vpc; new: newer updated after;
next: following; node: host machine; notification: message alert notify; object: file;
old: previous before prior earlier; one: single; operation: call api; optimistic: version lock;
option: flag setting; order: sequence sort sorted; origin: source server; original: source first;
output: result; owner: who+owns;
packing: pack dense densely few+instances fewest+instances tight;
parallel: concurrent simultaneous same+time; parameter: param setting variable; parent: root;
parse: read extract; partition: hash shard; path: route; pattern: rule; payload: body data;
percent: percentage share ratio; percentage: percent share; percentile: percent;
period: interval time window duration; permission: rights access;
plaintext: plain unencrypted clear; policy: rule permission; pool: group directory;
preference: choice setting; prefix: start beginning; presigned: signed temporary pre+signed;
preview: before; primary: main first; principal: who caller identity; priority: importance order;
private: internal; process: handle work; processing: process handle; producer: sender writer;
production: prod live; projection: subset attributes; property: setting attribute;
protect: protection prevent guard; protection: protect prevent guard; provider: supplier;
provisioned: provision allocated reserved pre+warmed prewarmed warm; proxy: pass+through;
public: internet; quota: limit max;
random: chance arbitrary anywhere randomly randomized any; range: sort between;
rate: frequency speed how+often; raw: original unchanged plain; reader: read consumer;
real: actual; receive: received; record: entry row; recovery: recover restore; region: regional;
registry: repository store; release: publish; reliability: reliable; remaining: left rest;
replica: copy; replication: copy replicate; report: partial; repository: repo; request: call;
required: mandatory needed; reservation: reserve reserved; reserved: set+aside guaranteed;
response: answer reply result; result: outcome output; retention: retain keep kept how+long;
revision: version; role: permission; rolling: roll gradual gradually step+by+step;
root: top main; router: route; runtime: execution; sample: example part;
sampling: sample part percent; schedule: timer cron; schema: structure format; scope: range;
second: sec; secondary: second other additional; secret: password credential; section: part;
secure: secret encrypted safe security; security: safe protection; segment: part piece;
selector: select filter choose; self: own; separate: different; sequence: order;
sequential: order one+after; setting: config option; shard: partition; shared: common;
sharing: share; shutdown: stop terminate; sidecar: second+container helper; signal: notify;
signature: sign; single: one; size: big large length; snapshot: copy backup; sort: order range;
source: origin; spec: specification definition file; specification: spec definition;
spread: distribute evenly even across; stage: environment; staging: stage test;
stale: old outdated; state: status; static: fixed; statistic: stat; status: state; step: stage;
sticky: same; storage: store disk; strategy: method; string: text; strong: strongly consistent;
strongly: strong; subnet: network; subscription: subscribe;
success: succeeded successful ok done; suffix: end ending; suspended: pause paused stopped;
switch: toggle; synchronous: sync wait; target: destination goal; task: job;
temporary: temp short+lived; tenant: customer; test: try; threshold: limit;
throttling: throttle limit too+many; throughput: capacity rate; tier: level; time: period when;
timeout: time+limit max+time time+out; timestamp: time date; token: string credential value;
total: sum; trace: path track; tracing: trace track; tracking: track follow hold+at keep+at;
traffic: load requests; transaction: transactional all+or+nothing atomic;
transit: transfer way network; transition: move; type: kind;
unauthenticated: guest anonymous not+signed; unavailable: down; unhealthy: bad failing down;
unique: distinct; unprocessed: unfinished failed left+over leftover remaining; unused: idle;
url: link address; usage: use consumption; user: person; utilization: usage use used load;
validation: validate check; variable: var; vault: store; verification: verify check;
version: revision; view: look; viewer: user client visitor browser;
visibility: visible hidden invisible hide; volume: disk storage; warm: ready;
weight: weighted share; weighted: weight percent share; window: period time;
workflow: process state+machine; writer: write; zone: az
"""

Phrase = tuple[str, ...]


def _readings(table: str) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for line in table.replace("\n", " ").split(";"):
        word, _, others = line.strip().partition(":")
        phrases = tuple(tuple(map(root, other.split("+"))) for other in others.split())
        found[root(word)] = found.get(root(word), ()) + phrases
    return found


_SAID_FOR = _readings(_ACTIONS)
_ACTION_WORDS = frozenset(_SAID_FOR) - {root("number")}
for _word, _phrases in _readings(_THINGS).items():
    _SAID_FOR[_word] = _SAID_FOR.get(_word, ()) + _phrases


def said_for(word: str) -> Iterator[Phrase]:
    """What people say for one word of a name: phrases of roots, each to be said in full.

    >>> ("unfinish",) in said_for("incomplete"), ("cut", "off") in said_for("truncated")
    (True, True)
    """
    for form in dict.fromkeys((word, stem(word), lemma(word), root(word))):
        yield from _SAID_FOR.get(form, ())


def is_action(word: str) -> bool:
    """Whether `word` says what an operation does (get, put, delete)."""
    return root(word) in _ACTION_WORDS
