"""What a shared library shows to the outside: exported symbols, its name, and what it needs.

usage: shared_library.py <library> exports <list>... | soname <name> | needs <library>...
       | restraint | version <symbol version> <list>
"""
import subprocess
import sys


# What prints, ends the process, reads its surroundings, installs a handler or starts a thread.
NEVER_CALLED = set(
    "printf fprintf vprintf vfprintf puts fputs putchar putc fputc fwrite perror write syslog "
    "exit _exit _Exit quick_exit atexit getenv secure_getenv setenv putenv setlocale uselocale newlocale "
    "signal sigaction pthread_create thrd_create fork vfork execve system popen chdir".split())


def output(*command: str) -> list[str]:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def exported(library: str) -> list[str]:
    names = []
    for line in output("nm", "-D", "--defined-only", library):
        kind, name = line.split()[-2:]
        if kind != "A":  # the symbol versions themselves
            names.append(name.split("@")[0])
    return sorted(names)


def dynamic(library: str, tag: str) -> list[str]:
    return [line.split("[")[1].rstrip("]") for line in output("readelf", "-dW", library) if f"({tag})" in line]


def main(library: str, what: str, *expected: str) -> int:
    if what == "exports":
        lines = []
        for path in expected:
            with open(path, encoding="ascii") as file:
                listed = file.read().split()
            if listed != sorted(set(listed)):
                print(f"{path} is not sorted, or has a name twice")
                return 1
            lines += listed
        lines.sort()
        names = exported(library)
        for name in sorted(set(names) - set(lines)):
            print(f"{name} is exported and not listed")
        for name in sorted(set(lines) - set(names)):
            print(f"{name} is listed and not exported")
        if names != lines:
            print("What a change of the interface needs: capi/abi/README.md")
        return int(names != lines)
    if what == "soname":
        found = dynamic(library, "SONAME")
        print(found)
        return int(found != list(expected))
    if what == "version":
        node, path = expected
        shown = {line.split()[-1] for line in output("nm", "-D", "--defined-only", "--with-symbol-versions", library)}
        with open(path, encoding="ascii") as file:
            others = [name for name in file.read().split() if f"{name}@@{node}" not in shown]
        print(f"not of {node}:", others)
        return int(bool(others))
    if what == "restraint":
        wanted = {line.split()[-1].split("@")[0] for line in output("nm", "-D", "--undefined-only", library)}
        unwanted = sorted(wanted & NEVER_CALLED)
        # One definition for the whole process would keep a library from being unloaded.
        unique = [line.split()[-1] for line in output("nm", library) if " u " in line]
        print("calls:", unwanted, "unique symbols:", unique)
        return int(bool(unwanted or unique))
    surplus = [name for name in dynamic(library, "NEEDED") if not name.startswith(expected)]
    print("needs besides what it may:", surplus)
    return int(bool(surplus))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
