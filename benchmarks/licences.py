"""The packages that the dashboard needs, with version and licence as they say themselves: `python benchmarks/licences.py`."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements.txt"


def needed() -> dict[str, Distribution]:
    """What requirements.txt names and all that those packages need, by name; extras and other platforms left out."""
    found: dict[str, Distribution] = {}
    waiting = [line for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines() if re.match(r"\w", line)]
    while waiting:
        asked = waiting.pop()
        name = re.split(r"[^\w.-]", asked, maxsplit=1)[0].lower().replace("_", "-")
        if "extra ==" in asked or name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # for another platform or another Python
        waiting += found[name].requires or []
    return found


def licence(package: Distribution) -> str:
    """The licence expression, else the classifiers, else the first line of the old field; "" when it says nothing."""
    told = package.metadata
    classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    return told.get("License-Expression") or ", ".join(classified) or (told.get("License") or "").partition("\n")[0]


def lines() -> Iterator[str]:
    """One line for each package, by name."""
    for name, package in sorted(needed().items()):
        yield f"{name} {package.version}: {licence(package) or 'no licence named'}"


if __name__ == "__main__":
    print("\n".join(lines()))
