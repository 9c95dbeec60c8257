"""`make run`: load the platform while the garbage collector rests, for it would find nothing, then serve."""

import gc
from importlib import import_module


def main() -> None:
    """Load, then run `scripts.run`. What is loaded is kept out of later collections, in the workers too."""
    gc.disable()
    run = import_module("scripts.run")
    gc.freeze()
    gc.enable()
    run.main()


if __name__ == "__main__":
    main()
