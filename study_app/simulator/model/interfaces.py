"""How many tasks of network mode awsvpc an instance type holds, without and with ENI trunking.

The numbers are those of eni-trunking-supported-instance-types as of 2026-11-29. Without trunking it
is the limit of the type minus one, the primary interface (container-instance-eni). Families without
trunking are not in that table; their limits are those of the EC2 instance type pages minus one. A
type in neither is unknown here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

TRUNK_ATTRIBUTE: Final = "ecs.awsvpc-trunk-id"
"""What an instance with a trunk network interface has. Source: container-instance-eni."""

INSTANCE_TYPE: Final = "ecs.instance-type"


@dataclass(frozen=True, slots=True)
class AwsvpcLimits:
    """How many awsvpc tasks an instance type holds; `trunked` is None if it has no ENI trunking."""

    plain: int
    trunked: int | None = None


_SMALL = "large=2/10 xlarge=3/20 2xlarge=3/40 4xlarge=7/60"
_GRAVITON = f"medium=1/4 {_SMALL} 8xlarge=7/60 12xlarge=7/60 16xlarge=14/120"
_SIXTH = f"{_SMALL} 8xlarge=7/90 12xlarge=7/120 16xlarge=14/120 24xlarge=14/120"
_FIFTH = f"{_SMALL} 12xlarge=7/60 16xlarge=14/120 24xlarge=14/120"
_SMALL_3 = "large=3/10 xlarge=3/20 2xlarge=3/40 4xlarge=7/60 8xlarge=7/90 12xlarge=11/120"
_BIG_GRAVITON = (
    f"medium=1/4 {_SMALL} 8xlarge=9/60 12xlarge=11/60 16xlarge=15/120 24xlarge=23/120 "
    "48xlarge=23/120 metal-48xl=23/120"
)
_EIGHTH = (
    f"{_SMALL} 8xlarge=9/90 12xlarge=11/120 16xlarge=15/120 24xlarge=15/120 32xlarge=23/120 "
    "48xlarge=23/120 96xlarge=23/120 metal-48xl=23/120 metal-96xl=23/120"
)
_TO_48 = "24xlarge=14/120 48xlarge=14/120 metal-24xl=14/120 metal-48xl=14/120"
_AZN = (
    "large=3/10 xlarge=3/20 3xlarge=7/40 6xlarge=7/60 12xlarge=15/120 24xlarge=15/120 "
    "metal-12xl=15/120 metal-24xl=15/120"
)

_TYPES: Final[Mapping[str, str]] = {
    # General purpose, compute optimized and memory optimized families that are alike.
    "m5 m5a m5ad m5d r5a r5ad r5d": f"{_FIFTH} 8xlarge=7/60",
    "r5 c5a c5ad": _FIFTH,
    "m5d": "metal=14/120",
    "r5b r5dn": "16xlarge=14/120",
    "c5 c5d": (f"{_SMALL} 9xlarge=7/60 12xlarge=7/60 18xlarge=14/120 24xlarge=14/120"),
    "m6a c6a r6a": f"{_SIXTH} 32xlarge=14/120 48xlarge=14/120 metal=14/120",
    "m6i m6id c6i c6id r6i r6id": f"{_SIXTH} 32xlarge=14/120 metal=14/120",
    "m6in m6idn c6in r6in r6idn": f"{_SIXTH} 32xlarge=15/120 metal=15/120",
    "m6g m6gd m7g m7gd c6g c6gd c7g c7gd c7gn r6g r6gd r7g r7gd": f"{_GRAVITON} metal=14/120",
    "c6gn": _GRAVITON,
    "m7a c7a r7a": (f"medium=1/4 {_SIXTH} 32xlarge=14/120 48xlarge=14/120 metal-48xl=14/120"),
    "m7i c7i r7i": f"{_SIXTH} 48xlarge=14/120 metal-24xl=14/120 metal-48xl=14/120",
    "r7iz": (
        f"{_SMALL} 8xlarge=7/90 12xlarge=7/120 16xlarge=14/120 32xlarge=14/120 "
        "metal-16xl=14/120 metal-32xl=14/120"
    ),
    "m7i-flex c7i-flex": (
        "large=2/4 xlarge=3/10 2xlarge=3/20 4xlarge=7/40 8xlarge=7/60 12xlarge=7/120 "
        "16xlarge=14/120"
    ),
    "m8i-flex c8i-flex r8i-flex": (
        "large=2/4 xlarge=3/10 2xlarge=3/20 4xlarge=7/40 8xlarge=9/60 12xlarge=11/120 "
        "16xlarge=15/120"
    ),
    "m8a c8a r8a": (
        f"medium=1/4 {_SMALL} 8xlarge=9/90 12xlarge=11/120 16xlarge=15/120 24xlarge=15/120 "
        "48xlarge=23/120 metal-24xl=15/120 metal-48xl=23/120"
    ),
    "m8g m8gd c8g c8gd r8g r8gd x8g": f"{_GRAVITON} {_TO_48}",
    "m8gb m8gn c8gb c8gn r8gb r8gn": f"{_BIG_GRAVITON} metal-24xl=23/120",
    "m9g m9gd c9g c9gd r9g r9gd": _BIG_GRAVITON,
    "m8i m8id c8i c8id r8i r8id x8i": _EIGHTH,
    "x8i": "64xlarge=23/120",
    "m8in m8idn m8ib m8idb c8in c8ib r8in r8idn r8ib r8idb": (
        f"{_SMALL_3} 16xlarge=15/120 24xlarge=15/120 32xlarge=15/120 48xlarge=23/120 "
        "96xlarge=23/120 metal-48xl=23/120 metal-96xl=23/120"
    ),
    "m8ine c8ine": _SMALL_3,
    "m8azn x8aedz": _AZN,
    "m8azn": "medium=2/4",
    "a1": "medium=1/10 large=2/10 xlarge=3/20 2xlarge=3/40 4xlarge=7/60",
    "t8i": "nano=1/2 micro=1/2 small=2/4 medium=2/4",
    "mac2 mac2-m1ultra mac2-m2 mac2-m2pro mac-m3ultra mac-m4 mac-m4pro mac-m4max": "metal=7/12",
    # Memory optimized.
    "u-3tb1": "56xlarge=7/12",
    "u-6tb1": "56xlarge=14/12",
    "u-18tb1 u-24tb1": "112xlarge=14/12 metal=14/12",
    "u7i-6tb u7i-8tb": "112xlarge=14/120",
    "u7i-12tb": "224xlarge=14/120",
    "u7in-16tb u7in-24tb u7in-32tb": "224xlarge=15/120",
    "u7inh-32tb": "480xlarge=15/120",
    "x2gd": (f"medium=1/10 {_SMALL} 8xlarge=7/60 12xlarge=7/60 16xlarge=14/120 metal=14/120"),
    "x2idn": "16xlarge=14/120 24xlarge=14/120 32xlarge=14/120 metal=14/120",
    "x2iedn": (
        "xlarge=3/13 2xlarge=3/29 4xlarge=7/60 8xlarge=7/120 16xlarge=14/120 24xlarge=14/120 "
        "32xlarge=14/120 metal=14/120"
    ),
    "x2iezn": (
        "2xlarge=3/64 4xlarge=7/120 6xlarge=7/120 8xlarge=7/120 12xlarge=14/120 metal=14/120"
    ),
    # Storage optimized.
    "i4g im4gn": f"{_SMALL} 8xlarge=7/60 16xlarge=14/120",
    "i4i": (
        "large=2 xlarge=3/8 2xlarge=3/28 4xlarge=7/58 8xlarge=7/118 12xlarge=7/118 16xlarge=14/248 "
        "24xlarge=14/118 32xlarge=14/498 metal=14/498"
    ),
    "i7i": f"{_SMALL} 8xlarge=7/90 12xlarge=7/90 16xlarge=14/120 {_TO_48}",
    "i7ie": (
        "large=2/20 xlarge=3/29 2xlarge=3/29 3xlarge=3/29 6xlarge=7/60 12xlarge=7/60 "
        f"18xlarge=14/120 {_TO_48}"
    ),
    "i8g": f"{_SMALL} 8xlarge=7/60 12xlarge=7/60 16xlarge=14/120 {_TO_48}",
    "i8ge": (
        "large=2/20 xlarge=3/29 2xlarge=3/29 3xlarge=5/29 6xlarge=9/60 12xlarge=11/60 "
        "18xlarge=15/120 24xlarge=15/120 48xlarge=23/120 metal-24xl=15/120 metal-48xl=23/120"
    ),
    "is4gen": f"medium=1/4 {_SMALL} 8xlarge=7/60",
    # Accelerated computing.
    "dl1": "24xlarge=59/120",
    "dl2q": "24xlarge=14/120",
    "f2": "6xlarge=7/90 12xlarge=7/120 48xlarge=14/120",
    "g4ad": "xlarge=1/12 2xlarge=1/12 4xlarge=2/12 8xlarge=3/12 16xlarge=7/12",
    "g5": (
        "xlarge=3/6 2xlarge=3/19 4xlarge=7/40 8xlarge=7/90 12xlarge=14/120 16xlarge=7/120 "
        "24xlarge=14/120 48xlarge=6/120"
    ),
    "g5g": "xlarge=3/20 2xlarge=3/40 4xlarge=7/60 8xlarge=7/60 16xlarge=14/120 metal=14/120",
    "g6": (
        "xlarge=3/20 2xlarge=3/40 4xlarge=7/60 8xlarge=7/90 12xlarge=7/120 16xlarge=14/120 "
        "24xlarge=14/120 48xlarge=14/120"
    ),
    "g6e": (
        "xlarge=3/20 2xlarge=3/40 4xlarge=7/60 8xlarge=7/90 12xlarge=9/120 16xlarge=14/120 "
        "24xlarge=19/120 48xlarge=39/120"
    ),
    "g6f": "large=1/10 xlarge=3/20 2xlarge=3/40 4xlarge=7/60",
    "gr6": "4xlarge=7/60 8xlarge=7/90",
    "gr6f": "4xlarge=7/60",
    "g7": (
        "2xlarge=3/40 4xlarge=7/60 8xlarge=9/90 12xlarge=11/120 24xlarge=23/120 48xlarge=23/120"
    ),
    "g7e": (
        "2xlarge=3/242 4xlarge=7/242 8xlarge=7/242 12xlarge=9/242 24xlarge=19/242 48xlarge=39/242"
    ),
    "inf2": "xlarge=3/20 8xlarge=7/90 24xlarge=14/120 48xlarge=14/120",
    "p4d p4de": "24xlarge=59/120",
    "p5": "4xlarge=3/60 48xlarge=63/242",
    "p5e p5en": "48xlarge=63/242",
    "p6-b200": "48xlarge=31/242",
    "p6-b300": "48xlarge=67/242",
    "p6e-gb200": "36xlarge=38/120",
    "trn1": "2xlarge=3/19 32xlarge=39/120",
    "trn1n": "32xlarge=79/242",
    "trn2": "3xlarge=1/14 48xlarge=31/242",
    "trn2u": "48xlarge=31/242",
    "vt1": "3xlarge=3/40 6xlarge=7/60 24xlarge=14/120",
    # Without trunking: the maximum network interfaces from the EC2 instance type pages, minus one.
    "t2": "nano=1 micro=1 small=2 medium=2 large=2 xlarge=2 2xlarge=2",
    "t3 t4g": "nano=1 micro=1 small=2 medium=2 large=2 xlarge=3 2xlarge=3",
    "t3a": "nano=1 micro=1 small=1 medium=2 large=2 xlarge=3 2xlarge=3",
    "m5n m5dn r5n": (
        "large=2 xlarge=3 2xlarge=3 4xlarge=7 8xlarge=7 12xlarge=7 16xlarge=14 24xlarge=14 metal=14"
    ),
    "r5b": "large=2 xlarge=3 2xlarge=3 4xlarge=7 8xlarge=7 12xlarge=7 24xlarge=14 metal=14",
    "r5dn": "8xlarge=7 12xlarge=7 24xlarge=14 metal=14",
    "c5n": "large=2 xlarge=3 2xlarge=3 4xlarge=7 9xlarge=7 18xlarge=14 metal=14",
    "m5 c5 c5d r5": "metal=14",
    "c5a r5": "8xlarge=7",
    "a1 mac1": "metal=7",
    "i3": "large=2 xlarge=3 2xlarge=3 4xlarge=7 8xlarge=7 16xlarge=14 metal=14",
    "i3en": "large=2 xlarge=3 2xlarge=3 3xlarge=3 6xlarge=7 12xlarge=7 24xlarge=14 metal=14",
    "d2": "xlarge=3 2xlarge=3 4xlarge=7 8xlarge=7",
    "d3": "xlarge=3 2xlarge=3 4xlarge=3 8xlarge=2",
    "d3en": "xlarge=3 2xlarge=3 4xlarge=3 6xlarge=3 8xlarge=3 12xlarge=2",
    "h1": "2xlarge=3 4xlarge=7 8xlarge=7 16xlarge=7",
    "g4dn": "xlarge=2 2xlarge=2 4xlarge=2 8xlarge=3 12xlarge=7 16xlarge=3 metal=14",
    "inf1": "xlarge=3 2xlarge=3 6xlarge=7 24xlarge=10",
    "c3 c4 r3": "large=2 xlarge=3 2xlarge=3 4xlarge=7 8xlarge=7",
    "r4": "large=2 xlarge=3 2xlarge=3 4xlarge=7 8xlarge=7 16xlarge=14",
    "m3": "medium=1 large=2 xlarge=3 2xlarge=3",
    "m4": "large=1 xlarge=3 2xlarge=3 4xlarge=7 10xlarge=7 16xlarge=7",
    "g3": "4xlarge=7 8xlarge=7 16xlarge=14",
    "p3": "2xlarge=3 8xlarge=7 16xlarge=7",
    "p3dn": "24xlarge=14",
    # High performance computing. For hpc8a the page prints -2 with trunking, which is no limit.
    "hpc6a": "48xlarge=1/120",
    "hpc6id": "32xlarge=1/120",
    "hpc7g": "4xlarge=3/120 8xlarge=3/120 16xlarge=3/120",
    "hpc8a": "96xlarge=3",
}


def awsvpc_limits(instance_type: str) -> AwsvpcLimits | None:
    """The limits of a type; None if neither page has it."""
    return _BY_TYPE.get(instance_type)


def types() -> Iterator[str]:
    """All types that are known."""
    return iter(_BY_TYPE)


def _read() -> Iterator[tuple[str, AwsvpcLimits]]:
    for families, sizes in _TYPES.items():
        for size in sizes.split():
            name, _, limits = size.partition("=")
            plain, _, trunked = limits.partition("/")
            found = AwsvpcLimits(int(plain), int(trunked) if trunked else None)
            for family in families.split():
                yield f"{family}.{name}", found


_BY_TYPE: Final = dict(_read())
