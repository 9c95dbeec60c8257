"""Lint and types; every check runs, then the failed ones are named."""

import subprocess
import sys

import config

BIN = config.ROOT / ".venv" / "bin"
CHECKS = {
    "ruff": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "templates": ("djlint", "elearn/templates", "--lint", "--quiet"),
    "courses": ("flask", "courses", "check"),
}


def main() -> None:
    """Run the checks; exit 1 if one fails."""
    failed = [name for name, command in CHECKS.items() if _fails(name, command)]
    if failed:
        sys.exit(f"check: failed: {', '.join(failed)}")
    print("check: all passed", flush=True)


def _fails(name: str, command: tuple[str, ...]) -> bool:
    print(f"check: {name}", flush=True)
    return subprocess.run([BIN / command[0], *command[1:]], cwd=config.ROOT, check=False).returncode != 0


if __name__ == "__main__":
    main()
