"""Prepare the virtual environment that the tests run Python programs in.

Usage: python3 prepare_environment.py REQUIREMENTS FOLDER

Makes the environment when FOLDER has none, and installs again when the requirements or the interpreter changed. When
nothing changed it does nothing and says nothing. A problem ends with exit status 1 and one message that says what to
do.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

OLDEST = (3, 9)
PIP_WITH_PYTHON_OPTION = (22, 3)
MARKER = "prepared.txt"


class Problem(Exception):
    """What stands in the way, written for the one who must act."""


def interpreter(folder):
    """Return the path of the environment's own Python."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(requirements):
    """Return a text that changes whenever the environment must be made again."""
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return f"{platform.python_implementation()} {platform.python_version()} {sys.base_prefix}\n{digest}\n"


def run(command, what):
    """Run a command quietly; when it fails, raise a problem with the end of its output."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-15:])
        raise Problem(f"{what} failed (exit status {done.returncode}):\n{tail}")


def has(module):
    """Tell whether a module is installed, without importing it."""
    return importlib.util.find_spec(module) is not None


def has_pip_for_others():
    """Tell whether this interpreter's pip can install into another environment."""
    if not has("pip"):
        return False
    major, minor = importlib.metadata.version("pip").split(".")[:2]
    return (int(major), int(minor)) >= PIP_WITH_PYTHON_OPTION


def install_system_package():
    """Install Debian's package with ensurepip where that needs no password; tell whether it is there now."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and shutil.which("sudo") is None:
        return False
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    print(f"Installing {package} with apt-get.", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    install = [*prefix, apt, "install", "-y", "--no-install-recommends", package]
    if subprocess.run(install, **quiet).returncode != 0:
        subprocess.run([*prefix, apt, "update"], **quiet)
        subprocess.run(install, **quiet)
    importlib.invalidate_caches()
    return has("ensurepip")


def create(folder):
    """Make the environment and return the command that is its pip."""
    if folder.exists():
        shutil.rmtree(folder)
    python = interpreter(folder)
    if not has("ensurepip") and has_pip_for_others():
        venv.create(folder, with_pip=False)
        return [sys.executable, "-m", "pip", "--python", str(python)]
    if has("ensurepip") or install_system_package():
        run([sys.executable, "-m", "venv", str(folder)], "Making the virtual environment")
        return [str(python), "-m", "pip"]
    raise Problem(
        f"{sys.executable} has no ensurepip, so it cannot make a virtual environment.\n"
        "On Debian and Ubuntu run: sudo apt-get install -y python3-venv"
    )


def install(pip, requirements):
    """Install the pinned packages."""
    print(f"Installing {requirements.name} for the tests; this takes a minute or two, once.", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary", ":all:"]
    run([*pip, "install", *options, "-r", str(requirements)], f"Installing {requirements}")


def prepare(requirements, folder):
    """Bring the environment in line with the requirements."""
    if sys.version_info < OLDEST:
        raise Problem(f"{sys.executable} is Python {platform.python_version()}; 3.9 or newer is needed.")
    if not requirements.is_file():
        raise Problem(f"There is no file {requirements}.")
    wanted = fingerprint(requirements)
    marker = folder / MARKER
    if marker.is_file() and interpreter(folder).exists() and marker.read_text(encoding="utf-8") == wanted:
        return
    install(create(folder), requirements)
    marker.write_text(wanted, encoding="utf-8")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        prepare(Path(arguments[0]), Path(arguments[1]).absolute())
    except (Problem, OSError) as problem:
        print(f"The Python environment for the tests could not be prepared.\n{problem}", file=sys.stderr)
        print("To build without it: mvn -DskipTests package, or add -Dskip.venv.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
