"""Numbers as people write them, brought to digits. The answers are written by hand."""

NBSP, NARROW = "\u00a0", "\u202f"

# name, text, digits, what was taken away, why
BROUGHT = (
    ("digits-alone", "17912099997", "17912099997", [], "Eleven digits stay as they are."),
    ("space", "179120 99997", "17912099997", ["space"], "A space may stand before the last five digits."),
    ("hyphen", "179120-99997", "17912099997", ["hyphen"], "A hyphen may stand before the last five digits."),
    ("no-break-space", f"179120{NBSP}99997", "17912099997", ["no_break_space"],
     "Word processors put a hard space (U+00A0) between groups."),
    ("narrow-no-break-space", f"179120{NARROW}99997", "17912099997", ["narrow_no_break_space"],
     "A narrow hard space (U+202F) may stand between groups."),
    ("blanks-around", "  17912099997\t\r\n", "17912099997", ["blanks"], "Blanks around the number are taken away."),
    ("blanks-and-hyphen", " 179120-99997\n", "17912099997", ["blanks", "hyphen"],
     "Everything that was taken away is told, in the order of the bits."),
    ("hard-blanks-around", f"{NBSP}179120 99997{NARROW}", "17912099997", ["blanks", "space"],
     "Hard spaces around the number are blanks around it."),
    ("lost-zero", "3851598730", "3851598730", [], "Nothing is added: a leading zero that was lost stays lost."),
    ("lost-zero-in-groups", "38515 98730", "3851598730", ["space"],
     "Five digits stand behind the separator, so it may stand there; the zero stays lost."),
    ("short", "123", "123", [], "Whether the digits are a number is not asked here."),
    ("all-zeros", "00000000000", "00000000000", [], "Whether the digits are a number is not asked here."),
    ("duf-in-groups", "2012 586975 61", "201258697561", ["space"], "A DUF number is written as 4, 6 and 2 digits."),
    ("duf-mixed", " 2012 586975-61", "201258697561", ["blanks", "space", "hyphen"],
     "The groups of a DUF number may have different separators."),
    ("duf-digits-alone", "201258697561", "201258697561", [], "Twelve digits stay as they are."),
)

# name, text, why
REFUSED = (
    ("empty", "", "There is no digit."),
    ("blanks-alone", f" \t{NBSP}", "There is no digit."),
    ("letter", "17912099997x", "A letter is neither a digit nor a separator."),
    ("sign", "+17912099997", "A sign is neither a digit nor a separator."),
    ("full-stop", "17.9120 99997", "A full stop is no separator of a number."),
    ("arabic-digits", "\u0661\u0667\u0669\u0661\u0662\u0660\u0669\u0669\u0669\u0669\u0667",
     "Only the digits 0 to 9 are digits of a number."),
    ("full-width-digits", "\uff11\uff17\uff19\uff11\uff12\uff10\uff19\uff19\uff19\uff19\uff17",
     "Only the digits 0 to 9 are digits of a number."),
    ("separator-elsewhere", "1791 2099997", "A separator stands before the last five digits and nowhere else."),
    ("two-spaces", "179120  99997", "A single separator may stand between the groups."),
    ("space-hyphen-space", "179120 - 99997", "A single separator may stand between the groups."),
    ("three-groups", "179120 999 97", "A national number has two groups."),
    ("hyphen-behind", "17912099997-", "A hyphen is no blank, and nothing follows it."),
    ("hyphen-in-front", "-17912099997", "A hyphen is no blank, and nothing stands before it."),
    ("line-end-between", "179120\n99997", "A line end between the groups is two cells, not one number."),
    ("tab-between", "179120\t99997", "A tab between the groups is two cells, not one number."),
    ("thirteen-digits", "1791209999712", "No number has more than twelve digits."),
    ("duf-wrong-groups", "201258 697561", "Twelve digits in two groups of six are written as no kind of number is."),
)


def add_cases(cases):
    for name, text, digits, changes, why in BROUGHT:
        cases.add("normalise", "normalise", name, why, {"text": text}, {"digits": digits, "changes": changes})
    for name, text, why in REFUSED:
        cases.add("normalise", "normalise", name, why, {"text": text}, {"error": "invalid_number"})
