"""Reads a C header for Doxygen: its plain comments about constants become documentation.

The headers are written to be read as they are: a comment above several constants, and one behind each that needs it.
"""
import re
import sys

BAR = re.compile(r"^/\* -{4} (.+?) -+ \*/$")
DEFINE = re.compile(r"^#define (BPLAN_|ARROW_)\w+(\(.*?\))? ")
NOTE_BEHIND = re.compile(r"^(#define .*?)\s*/\* (.*) \*/$")


def blocks(lines):
    """Lines, with each plain comment and the constants right below it as one block."""
    at = 0
    while at < len(lines):
        end = at + 1
        if re.match(r"^/\*(?!\*)", lines[at]) and not BAR.match(lines[at]):
            while "*/" not in lines[end - 1]:
                end += 1
            while end < len(lines) and DEFINE.match(lines[end]):
                end += 1
        yield lines[at:end]
        at = end


def with_note(line, otherwise):
    note = NOTE_BEHIND.match(line)
    if note:
        return f"{note[1]} /**< {note[2]} */"
    return f"{line} /**< {otherwise} */"


def documented(block):
    constants = [line for line in block if DEFINE.match(line)]
    if not constants or constants == block:
        return [with_note(line, "See above.") if NOTE_BEHIND.match(line) else line for line in block]
    comment = " ".join(line.strip(" /*") for line in block[:len(block) - len(constants)]).strip()
    return [f"/** @name {comment.split('. ')[0].rstrip('.:')}", f" * {comment} */", "/** @{ */",
            *(with_note(line, comment) for line in constants), "/** @} */"]


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        lines = file.read().splitlines()
    print("/** @file */")
    for block in blocks(lines):
        print("\n".join(documented(block)))


if __name__ == "__main__":
    main()
