"""The program. It answers `--version` by itself, before anything else is imported."""

import gc
import os
import sys

from prodops_cli import __version__
from prodops_cli.failure import INTERRUPTED


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"prodops {__version__}\n")
        return
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # other packages' code: not run, not even looked for
    gc.disable()  # a command lives for a second and makes hardly any garbage; looking for it takes a tenth of that
    try:
        from prodops_cli.cli.ending import end
        from prodops_cli.cli.run import run

        end(run(sys.argv[1:]))
    except KeyboardInterrupt:  # while modules are still being imported, or while the last bytes are being written
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
