"""The commands of the lab and of the list of its scenarios."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

OPEN_SCENARIO = Command(
    "scenarios.open",
    ("enter",),
    Text("open", "열기"),
    Text("Open the chosen scenario.", "고른 시나리오를 엽니다."),
)
OPEN_OWN_FILE = Command(
    "scenarios.file",
    ("f4", "ctrl+o"),
    Text("open file", "내 파일"),
    Text(
        "Open your own file: cases, or AWS CLI JSON.",
        "내 파일을 엽니다. 시뮬레이터 사례나 AWS CLI의 JSON입니다.",
    ),
)
SCENARIOS = Place(
    "scenarios",
    Text("Scenarios", "시나리오"),
    (
        OPEN_SCENARIO,
        OPEN_OWN_FILE,
    ),
)

FORWARD = Command(
    "lab.forward",
    ("right", "enter"),
    Text("step", "다음"),
    Text("Go one step forward.", "한 단계 앞으로 갑니다."),
)
BACKWARD = Command(
    "lab.backward",
    ("left", "backspace"),
    Text("step back", "한 단계 뒤로"),
    Text("Go one step back.", "한 단계 뒤로 갑니다."),
)
PLAY = Command(
    "lab.play",
    ("space", "f8"),
    Text("play/pause", "재생/멈춤"),
    Text("Play the steps one after the other, or pause.", "단계를 차례로 재생하거나 멈춥니다."),
)
FASTER = Command(
    "lab.faster", ("plus",), Text("faster", "빠르게"), Text("Play faster.", "더 빨리 재생합니다.")
)
SLOWER = Command(
    "lab.slower",
    ("minus",),
    Text("slower", "느리게"),
    Text("Play slower.", "더 천천히 재생합니다."),
)
TO_END = Command(
    "lab.to-end",
    ("end", "G"),
    Text("to the end", "끝으로"),
    Text("Jump to the end.", "마지막 단계로 갑니다."),
)
TO_START = Command(
    "lab.to-start",
    ("home", "g"),
    Text("start", "처음"),
    Text("Jump to the start.", "첫 단계로 갑니다."),
    in_footer=False,
)
PREDICT = Command(
    "lab.predict",
    ("p", "f3"),
    Text("predict", "예측"),
    Text("Predict what happens next before you see it.", "다음에 일어날 일을 먼저 맞혀 봅니다."),
)
EDIT = Command(
    "lab.edit",
    ("e", "f2"),
    Text("edit", "편집"),
    Text(
        "Edit the parameters and see the change at once; press again to close the form.",
        "값을 바꾸고 결과를 바로 봅니다. 다시 누르면 닫습니다.",
    ),
)
RESET = Command(
    "lab.reset",
    ("r", "f5"),
    Text("reset", "되돌리기"),
    Text("Reset the parameters to the values that you opened.", "처음 열었던 값으로 되돌립니다."),
)
BESIDE = Command(
    "lab.beside",
    ("b", "f10"),
    Text("compare", "비교"),
    Text(
        "Swap this case with the one beside it, to compare the two.",
        "옆의 사례와 자리를 바꾸어 비교합니다.",
    ),
)
OPEN_FILE = Command(
    "lab.file",
    ("o", "f4"),
    Text("open", "열기"),
    Text(
        "Open your own file: cases, or AWS CLI JSON applied to this case.",
        "내 파일을 엽니다. AWS CLI의 JSON은 이 사례 위에 얹습니다.",
    ),
)
SAVE = Command(
    "lab.save",
    ("s", "f9"),
    Text("save", "저장"),
    Text("Save this case to a new file.", "이 사례를 새 파일로 저장합니다."),
)
COPY_TRACE = Command(
    "lab.copy",
    ("c", "ctrl+y"),
    Text("copy", "복사"),
    Text("Copy the whole trace as Markdown.", "전체 추적을 Markdown으로 복사합니다."),
)
GIVE_PREDICTION = Command(
    "lab.answer",
    ("enter",),
    Text("answer", "답하기"),
    Text("Submit the prediction.", "예측을 냅니다."),
)
SCROLL_UP = Command(
    "lab.scroll-up",
    ("up",),
    Text("scroll up", "위로"),
    Text("Scroll the reasons up.", "이유를 위로 넘깁니다."),
    in_footer=False,
)
SCROLL_DOWN = Command(
    "lab.scroll-down",
    ("down",),
    Text("scroll down", "아래로"),
    Text("Scroll the reasons down.", "이유를 아래로 넘깁니다."),
    in_footer=False,
)
CLUSTER_UP = Command(
    "lab.cluster-up",
    ("pageup",),
    Text("cluster up", "클러스터 위로"),
    Text("Scroll a large cluster up.", "큰 클러스터를 위로 넘깁니다."),
    in_footer=False,
)
CLUSTER_DOWN = Command(
    "lab.cluster-down",
    ("pagedown",),
    Text("cluster down", "클러스터 아래로"),
    Text("Scroll a large cluster down.", "큰 클러스터를 아래로 넘깁니다."),
    in_footer=False,
)
LEAVE_LAB = Command(
    "lab.leave",
    ("escape",),
    Text("back", "뒤로"),
    Text(
        "Close what is open beside the cluster, or go back to where you came from.",
        "옆에 열린 것을 닫거나 이전 화면으로 돌아갑니다.",
    ),
)
LAB = Place(
    "lab",
    Text("Lab", "실험실"),
    (
        FORWARD,
        BACKWARD,
        PLAY,
        FASTER,
        SLOWER,
        TO_END,
        TO_START,
        PREDICT,
        GIVE_PREDICTION,
        EDIT,
        RESET,
        BESIDE,
        OPEN_FILE,
        SAVE,
        COPY_TRACE,
        SCROLL_UP,
        SCROLL_DOWN,
        CLUSTER_UP,
        CLUSTER_DOWN,
        LEAVE_LAB,
    ),
)
