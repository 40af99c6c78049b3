"""Builds a program against an installed brukerplan as a stranger would, runs it, and looks at what it prints.

usage: consume.py cmake <source folder> <work folder> <prefix or -> <output> [-D<variable>=<value>]...
       consume.py pkg-config <package> <work folder> <prefix> <output> <compiler>... -- <source file>
       consume.py pkg-config-static <package> <work folder> <prefix> <output> <compiler>... -- <source file>
"""
import os
import pathlib
import shutil
import subprocess
import sys


def run(*command: str | pathlib.Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          env={**os.environ, **(env or {})})
    if done.returncode != 0:
        print(" ".join(str(part) for part in command))
        print(done.stdout, done.stderr, sep="\n")
        sys.exit(1)
    return done.stdout


def fresh(folder: str) -> pathlib.Path:
    shutil.rmtree(folder, ignore_errors=True)
    path = pathlib.Path(folder)
    path.mkdir(parents=True)
    return path


def by_cmake(source: str, work: str, prefix: str, expected: str, *definitions: str) -> str:
    build = fresh(work)
    found = [] if prefix == "-" else [f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF"]
    run("cmake", "-S", source, "-B", build, *found, *definitions)
    program = pathlib.Path(source).name
    run("cmake", "--build", build, "--parallel", "2", "--target", program)
    return run(build / program)


def by_pkg_config(package: str, work: str, prefix: str, expected: str, *rest: str, static: tuple[str, ...] = ()) -> str:
    build = fresh(work)
    cut = rest.index("--")
    compiler, source = rest[:cut], rest[cut + 1]
    folders = sorted(pathlib.Path(prefix).rglob("pkgconfig"))
    env = {"PKG_CONFIG_PATH": ":".join(map(str, folders))}
    flags = run("pkg-config", *(f"-{flag}" for flag in static), "--cflags", "--libs", package, env=env).split()
    libraries = run("pkg-config", "--variable=libdir", package, env=env).strip()
    outside = [flag for flag in flags if flag[:2] in ("-I", "-L") and not
               os.path.realpath(flag[2:]).startswith(os.path.realpath(prefix))]
    if outside:
        sys.exit(f"pkg-config points out of the installed tree: {outside}")
    run(*compiler, *static, source, "-o", build / "program", *flags)
    return run(build / "program", env={} if static else {"LD_LIBRARY_PATH": libraries})


def by_pkg_config_static(*arguments: str) -> str:
    return by_pkg_config(*arguments, static=("-static",))


if __name__ == "__main__":
    way = {"cmake": by_cmake, "pkg-config": by_pkg_config, "pkg-config-static": by_pkg_config_static}[sys.argv[1]]
    printed = way(*sys.argv[2:])
    print(printed)
    if sys.argv[5] not in printed:
        sys.exit(f"expected: {sys.argv[5]}")
