"""Are the dependencies those of the lock, and is a weakness of one known? `make audit` calls it.

It ends with 1 when something is not fine.

A database of weaknesses is asked through pip-audit where it is installed (`pip install pip-audit`); what could not
be asked is said and is no failure.
"""

import json
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LOCKS = [FOLDER / name for name in ("requirements.lock", "requirements-dev.lock", "requirements-package.lock")]
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)(.*(?:\n    --hash=[^\n]+)*)", re.MULTILINE)
OWN = {"vqdesk", "pip", "setuptools"}


def main() -> int:
    """Prints what was found."""
    pins = {
        match[1].replace("_", "-"): match for lock in reversed(LOCKS) for match in PIN.finditer(lock.read_text())
    }
    faults = [f"{name}: locked without a hash" for name, match in pins.items() if "--hash=sha256:" not in match[3]]
    for found in metadata.distributions():
        name = re.sub(r"[-_.]+", "-", found.name).lower()
        pin = pins.get(name) or pins.get(found.name.lower())
        if name in OWN:
            continue
        if pin is None:
            faults.append(f"{name} {found.version}: installed, but in no lock")
        elif pin[2] != found.version:
            faults.append(f"{name} {found.version}: the lock says {pin[2]}")
    say(f"{len(pins)} packages are locked, each with its hashes.")
    faults += known_weaknesses()
    for fault in faults:
        say(f"NOT FINE  {fault}")
    return 1 if faults else 0


def known_weaknesses() -> list[str]:
    """One line for each; empty also where nobody could be asked, which is said."""
    program = shutil.which("pip-audit") or shutil.which("pip-audit", path=str(Path(sys.executable).parent))
    if program is None:
        say("Known weaknesses: not asked, because pip-audit is not installed.")
        return []
    command = [program, "-r", str(LOCKS[0]), "--require-hashes", "--disable-pip", "--format", "json"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    try:
        answers = json.loads(ended.stdout)["dependencies"]
    except (ValueError, KeyError):
        say("Known weaknesses: no database could be reached.")
        return []
    asked = [one for one in answers if "vulns" in one]
    say(f"Known weaknesses: {len(asked)} of {len(answers)} packages could be looked up.")
    return [f"{one['name']} {one['version']}: {weak['id']}" for one in asked for weak in one["vulns"]]


def say(text: str) -> None:
    """A line for the reader."""
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
