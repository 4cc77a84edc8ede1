"""How fast the lab is with a large cluster: `python tests/benchmarks/lab_speed.py`.

A plain script beside the tests: 2,000 tasks on 200 instances, opened, stepped and edited. Times
are wall clock, the worst of all steps, without what a terminal takes to draw.
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from study_app.drawing.curves import charts
from study_app.drawing.pictures import rule, stage
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.words.language import Language

INSTANCES, TASKS = 200, 2000
WIDTH, HEIGHT = 44, 14


def cases() -> dict[str, Case]:
    machines = [
        {"id": f"i-{number}", "az": f"us-east-1{'abc'[number % 3]}", "cpu": 8192, "memory": 16384}
        for number in range(INSTANCES)
    ]
    on_them = {"task": {"cpu": 256, "memory": 512}, "instances": machines}
    percents = {"minimumHealthyPercent": 90, "maximumPercent": 110}
    binpack = [{"type": "binpack", "field": "memory"}]
    return {
        "placement, spread": Case("placement", {**on_them, "count": TASKS}),
        "placement, binpack": Case("placement", {**on_them, "count": TASKS, "strategy": binpack}),
        "rolling update": Case("rolling", {**on_them, "desired": TASKS, **percents}),
    }


def main() -> None:
    for name, case in cases().items():
        begin = perf_counter()
        playback = play(case)
        opened = perf_counter() - begin
        slowest = 0.0
        for number in range(min(len(playback.frames), 300)):
            begin = perf_counter()
            frame = playback.frames[number]
            stage(frame, WIDTH, HEIGHT)
            for applied in frame.applied:
                rule(applied, Language.EN)
            charts(playback, number, WIDTH, Language.EN)
            slowest = max(slowest, perf_counter() - begin)
        print(f"{name}: opened in {opened:.2f} s, slowest step {1000 * slowest:.0f} ms")


if __name__ == "__main__":
    main()
