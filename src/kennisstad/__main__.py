"""The command: `kennisstad`, and `python -m kennisstad`."""

import sys


def main() -> int:
    """Runs the command. Who stops it while it is still being read in sees no traceback of that."""
    try:
        from kennisstad.cli import main as command  # noqa: PLC0415 - reading it in takes long enough to press Ctrl-C

        return command()
    except KeyboardInterrupt:
        print("Gestopt. / Stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
