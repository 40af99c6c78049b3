"""Runs what the README shows, word for word, against an installed brukerplan.

usage: readme.py <source folder> <work folder> <prefix> <C compiler> <C flags> <C++ compiler> <C++ flags>
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys

from consume import fresh, run


def blocks(readme, language):
    found = re.findall(rf"^```{language}\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    if len(found) != 1:
        sys.exit(f"the README has {len(found)} programs in {language}, not one")
    lines = len(found[0].splitlines())
    if not 15 <= lines <= 45:
        sys.exit(f"the README's {language} has {lines} lines")
    return found[0]


def main():
    source, work, prefix = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    c_compiler, c_flags, cxx_compiler, cxx_flags = sys.argv[4:8]
    readme = (source / "README.md").read_text(encoding="utf-8")
    folder = fresh(str(work))
    sample = source / "examples/data/sample-municipality.csv"
    packages = ":".join(str(path) for path in sorted(prefix.rglob("pkgconfig")))

    def build(language, package, compiler, flags):
        file = folder / f"program.{language}"
        file.write_text(blocks(readme, language), encoding="utf-8")
        linked = run("pkg-config", "--cflags", "--libs", package, env={"PKG_CONFIG_PATH": packages})
        program = folder / f"program-{language}"
        run(compiler, *shlex.split(flags), file, "-o", program, *linked.split())
        return program

    libraries = run("pkg-config", "--variable=libdir", "brukerplan", env={"PKG_CONFIG_PATH": packages}).strip()
    out = run(build("cpp", "brukerplan-cpp", cxx_compiler, "-std=c++20 " + cxx_flags), sample)
    for words in ("Linje", "linje"):
        assert words not in out, "the messages are to be in English"
    assert "blue_light: " in out and len(out.splitlines()) > 20, out
    out = run(build("c", "brukerplan", c_compiler, "-std=c99 " + c_flags), env={"LD_LIBRARY_PATH": libraries})
    assert '"code":"BP-DOM-001"' in out and '"valid":false' in out, out

    environment = {"PATH": f"{prefix / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", blocks(readme, "sh")], cwd=folder, capture_output=True,
                          text=True, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr
    for name in ("mapping.csv", "findings.csv", "scores.csv", "report.html", "report.json"):
        assert (folder / name).stat().st_size > 1000, f"{name} is not what the README says"
    assert '"valid":true' in done.stdout and "1580" in done.stdout and "Rader lest" in done.stdout, done.stdout
    print("the README's three programs run")


if __name__ == "__main__":
    main()
