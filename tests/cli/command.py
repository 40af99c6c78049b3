"""Runs the command under test; shared by the tests of the command line."""
import os
import subprocess
import sys

COMMAND = sys.argv[1] if len(sys.argv) > 1 else "brukerplan"


def run(*arguments, stdin=None, env=None):
    """Standard output and standard error as text, and the exit code."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=300,
        check=False,
    )
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), done.returncode
