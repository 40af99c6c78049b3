"""Changes of the interface that must not happen are made in a copy of it, and the four tests of the ABI are asked which of them
notice: the lists of symbols, the layout, what was frozen, and the recorded types. Of a change of a struct or a function at
least two must. The interface alone is compiled, without optimisation, and for each change only the sources that name what is
changed; the core is that of a build.

usage: abi_mutations.py <source tree> <release build> <output folder>
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

HEADER = "capi/include/brukerplan/brukerplan.h"
TESTS = ("symbols", "layout", "frozen", "types")
FLAGS = ("-std=c++20", "-g", "-O0", "-fPIC", "-fvisibility=hidden", "-fno-gnu-unique", "-DBPLAN_BUILDING")
# What the sources share and no change touches, read by the compiler once.
SHARED = ("boost/json.hpp", "brukerplan/validation/validator.hpp", "brukerplan/validation/finding_log.hpp",
          "brukerplan/scoring/scheme.hpp", "brukerplan/identity/checked_number.hpp", "brukerplan/read/arrow.hpp")

# What is done; the name that it is about; (file, pattern, replacement)...; the tests that must notice.
CHANGES = (
    ("nothing at all", "", (), set()),
    ("a member of a struct moved", "bplan_number_columns",
     ((HEADER, r"(    int8_t\* valid; [^\n]*\n)(    int8_t\* reasons; [^\n]*\n)", r"\2\1"),),
     {"layout", "frozen", "types"}),
    ("a constant renumbered", "BPLAN_ERROR_UNKNOWN_PACK",
     ((HEADER, r"(#define BPLAN_ERROR_UNKNOWN_PACK) 100\b", r"\1 104"),),
     {"layout", "frozen"}),
    ("a function removed, its list forgotten", "bplan_scheme_get_id",
     ((HEADER, r"bplan_scheme_get_id\(", "bplan_scheme_tell_id("),
      ("capi/src/scheme.cpp", r"bplan_scheme_get_id\(", "bplan_scheme_tell_id(")),
     {"symbols", "frozen", "types"}),
    ("a function removed, also from its list", "bplan_scheme_get_id",
     ((HEADER, r"bplan_scheme_get_id\(", "bplan_scheme_tell_id("),
      ("capi/src/scheme.cpp", r"bplan_scheme_get_id\(", "bplan_scheme_tell_id("),
      ("capi/abi/brukerplan.symbols", r"bplan_scheme_get_id\n", "")),
     {"frozen", "types"}),
    ("an argument of another type", "bplan_options_set_test_numbers",
     ((HEADER, r"(bplan_options_set_test_numbers\(bplan_options\* options,) int32_t on", r"\1 int64_t on"),
      ("capi/src/options.cpp", r"(bplan_options_set_test_numbers\(bplan_options\* options,) int32_t on", r"\1 int64_t on")),
     {"frozen", "types"}),
    ("a member appended to a struct", "bplan_score_columns",
     ((HEADER, r"(    int8_t\* reasons;  [^\n]*\n)(} bplan_score_columns;)", r"\1    int8_t* shares;\n\2"),
      ("capi/src/scheme_batch.cpp", r"sizeof\(bplan_score_columns\) ==", "sizeof(bplan_score_columns) >=")),
     {"layout", "types"}),
)


def text_of(source: pathlib.Path) -> str:
    """A source with what it includes from its own folder."""
    text = source.read_text(encoding="ascii")
    return text + "".join(text_of(source.with_name(name)) for name in re.findall(r'#include "(\w+\.hpp)"', text))


def run(*command: object, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def need(done: subprocess.CompletedProcess) -> None:
    if done.returncode:
        sys.exit(f"{' '.join(done.args)}\n{done.stdout}{done.stderr}")


class Workshop:
    def __init__(self, source: pathlib.Path, build: pathlib.Path, to: pathlib.Path):
        self.source, self.build, self.to = source, build, to
        shutil.rmtree(to, ignore_errors=True)
        to.mkdir(parents=True)
        self.shared = to / "shared.hpp"
        self.shared.write_text("".join(f"#include <{name}>\n" for name in SHARED), encoding="ascii")
        need(run("c++", *FLAGS, f"-I{source}/include", "-x", "c++-header", self.shared))
        self.frozen = max((source / "capi/abi/frozen").iterdir(), key=lambda folder: folder.name)
        self.program = to / "frozen_program"

    def copy(self, edits) -> pathlib.Path:
        tree = self.to / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(self.source / "capi", tree / "capi")
        for file, pattern, replacement in edits:
            path = tree / file
            text, count = re.subn(pattern, replacement, path.read_text(encoding="ascii"))
            if count != 1:
                sys.exit(f"{file} has changed: {pattern} is there {count} times")
            path.write_text(text, encoding="ascii")
        return tree

    def compiled(self, tree: pathlib.Path, name: str) -> pathlib.Path:
        """The library, anew where a source says the name."""
        folder = self.to / "library"
        unchanged = self.to / "unchanged"
        shutil.rmtree(folder, ignore_errors=True)
        if unchanged.exists():
            shutil.copytree(unchanged, folder)
        else:
            folder.mkdir()
        sources = [s for s in sorted((tree / "capi/src").glob("*.cpp"))
                   if s.name != "report.cpp" and re.search(rf"\b{name}", text_of(self.source / "capi/src" / s.name))]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for done in pool.map(lambda s: run("c++", *FLAGS, "-include", self.shared, f"-I{tree}/capi/include", f"-I{self.source}/include",
                                               f"-I{self.source}/src", "-c", s, "-o", folder / f"{s.stem}.o"), sources):
                need(done)
        stable, experimental = (";".join((tree / f"capi/abi/brukerplan{kind}.symbols").read_text(encoding="ascii").split())
                                for kind in ("", "_experimental"))
        script = folder / "brukerplan.map"
        script.write_text(f"bplan_1 {{ global: {stable}; local: *; }};\nbplan_experimental {{ global: {experimental}; }} bplan_1;\n",
                          encoding="ascii")
        cache = (self.build / "CMakeCache.txt").read_text(encoding="utf-8")
        sodium = re.search(r"^SODIUM_LIBRARY:\w+=(.+)$", cache, re.MULTILINE).group(1)
        library = folder / "libbrukerplan.so.1"
        if not unchanged.exists():
            shutil.copytree(folder, unchanged)
        need(run("c++", "-shared", "-o", library, "-Wl,-soname,libbrukerplan.so.1", f"-Wl,--version-script={script}",
                 "-Wl,--exclude-libs,ALL", *sorted(folder.glob("*.o")), self.build / "lib/libbrukerplan_cpp.a", sodium))
        return library

    def compile_program(self, library: pathlib.Path) -> None:
        """The frozen calls with the frozen headers, once and for all."""
        sources = [s for s in sorted((self.frozen / "calls").glob("*.c")) if s.name != "reports.c"]
        need(run("cc", "-std=c99", f"-I{self.frozen}", f"-I{self.frozen}/calls", *sources, library, "-o", self.program))

    def noticed_by(self, tree: pathlib.Path, library: pathlib.Path) -> set[str]:
        here = self.source / "tests/capi"
        include, lists = tree / "capi/include", tree / "capi/abi"
        running = {**os.environ, "LD_LIBRARY_PATH": str(library.parent), "LD_BIND_NOW": "1"}
        checks = (
            ("symbols", run(sys.executable, here / "shared_library.py", library, "exports", lists / "brukerplan.symbols",
                            lists / "brukerplan_experimental.symbols")),
            ("layout", run("cc", "-std=c99", "-fsyntax-only", f"-I{include}", self.source / "capi/abi/layout.c")),
            ("frozen", run(sys.executable, here / "frozen_agrees.py", "cc", include, self.frozen)),
            ("frozen", run(self.program, "no report", self.frozen / "brukerplan.symbols", env=running)),
            ("types", run(sys.executable, here / "abi_difference.py", library, include, self.source / "capi/abi/brukerplan.abi")),
        )
        return {name for name, done in checks if done.returncode != 0}


def main(source: str, build: str, to: str) -> int:
    workshop = Workshop(pathlib.Path(source).resolve(), pathlib.Path(build).resolve(), pathlib.Path(to).resolve())
    faults = 0
    print("| change | " + " | ".join(TESTS) + " |\n|---|" + "---|" * len(TESTS), flush=True)
    for what, name, edits, expected in CHANGES:
        tree = workshop.copy(edits)
        library = workshop.compiled(tree, name)
        if not workshop.program.exists():
            workshop.compile_program(library)
        noticed = workshop.noticed_by(tree, library)
        print(f"| {what} | " + " | ".join("yes" if test in noticed else "no" for test in TESTS) + " |", flush=True)
        if noticed != expected or (edits and len(noticed) < 2):
            print(f"expected of {what}: {sorted(expected) or 'nobody'}", flush=True)
            faults += 1
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
