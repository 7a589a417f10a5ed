"""Start: modules are loaded and the arguments are read; the composition root goes to the command line."""

import sys

from vqdesk import garbage


def main() -> None:
    """Entry point of `vqdesk` and `python -m vqdesk`; ends the process with the command's exit code."""
    garbage.leave()
    from vqdesk.cli.root import cli
    from vqdesk.parts import parts

    garbage.collect_again()
    cli.main(args=sys.argv[1:], prog_name="vqdesk", obj=parts())


if __name__ == "__main__":
    main()
