"""What is expected of a record, from the rules that are to speak: order, severities, validity and the score."""
from sample_records import BOTH_PROBLEMS, SURVEY_ANSWER
from score_definition import COLOURS, DOMAINS, SUM16, none, score

ORDER = ("none", "info", "warning", "error", "fatal")
# The catalogue of rules in its order, each with its severity.
CATALOGUE = """
ROW-001 fatal, ROW-002 fatal, ROW-003 fatal, ROW-004 fatal, FLD-001 error, FLD-002 error, FLD-003 error, FLD-004 error,
ID-001 error, ID-002 error, ID-003 error, ID-004 info, ID-005 error, ID-006 warning, ID-007 error, ID-008 error,
PER-001 error, PER-002 info, PER-003 warning, PER-004 warning, PER-005 warning, INC-001 error, INC-002 error,
INC-003 error, INC-004 error, INC-005 error, INC-006 info, INC-007 info, RGT-001 error, RGT-002 warning, RGT-003 warning,
DAT-001 error, DAT-002 warning, DAT-003 error, GEO-001 error, GEO-002 warning, GEO-003 error, DOM-001 error,
DOM-002 error, DOM-003 warning, DOM-004 info, PRB-001 warning, PRB-002 warning, PRB-003 info, PRB-004 warning,
SUB-001 warning, SUB-002 info, SUB-003 warning, SUB-004 warning, SUB-005 warning, SUB-006 error, HOU-001 warning,
HOU-002 warning, HOU-003 info, ACT-001 warning, ACT-002 warning, ECO-001 info, ECO-002 info, NET-001 info, CHI-001 error,
CHI-002 error, CHI-003 warning, CHI-004 info, SRV-001 error, SRV-002 info, SRV-003 info, SRV-004 info, SRV-005 warning,
SRV-006 error, VIO-001 info, YEAR-001 warning, SVY-001 error, SVY-002 error, SVY-003 error, SVY-004 error,
SVY-005 warning, SVY-006 warning, SVY-007 info, SVY-008 warning, SVY-009 info, SVY-010 info, TXT-001 error
"""
SEVERITY_OF = {f"BP-{code}": severity for code, severity in (entry.split() for entry in CATALOGUE.split(","))}
RULES = list(SEVERITY_OF)
FIELDS = ["", *BOTH_PROBLEMS, "manual_group", *SURVEY_ANSWER]


def rating_of(value):
    """A rating as eight numbers have it; 4 for what is none."""
    word = str("" if value is None else value).strip(" ").lower()
    words = {"": 0, "0": 0, **{colour: number for number, colour in COLOURS.items()}, "1": 1, "2": 2, "3": 3}
    return words.get(word, 4)


def finding(words):
    """"BP-DOM-003 network", or "BP-DAT-001 mapped_on warning" where the severity is another than usual."""
    code, field, *severity = words.split(" ")
    return {"code": code, "severity": severity[0] if severity else SEVERITY_OF[code], "field": field}


def in_order(findings):
    """By rule in the order of the pack, then by field in the order of the pack."""
    return sorted(map(finding, findings), key=lambda f: (RULES.index(f["code"]), FIELDS.index(f["field"])))


def score_of(record, scheme):
    """A rating that cannot be read is a fault of the record and no domain left out; the others are counted."""
    if record is None:
        return none("unreadable", 0)
    ratings = [rating_of(record.get(domain)) for domain in DOMAINS]
    return none("unreadable", sum(1 <= r <= 3 for r in ratings)) if 4 in ratings else score(scheme, ratings)


def expect(record, findings, scheme=SUM16, unknown_keys=0, **more):
    """`record` is None for what is no record; its keys and ratings are those of the pack. `more` is expected as it is."""
    found = in_order(findings)
    worst = max((f["severity"] for f in found), key=ORDER.index, default="none")
    return {"valid": worst not in ("error", "fatal"), "worst": worst, "findings": found, **score_of(record, scheme),
            "unknown_keys": unknown_keys, **more}


class Table:
    """Cases about a rule: records that break it, and the nearest that do not."""

    def __init__(self, cases, file):
        self._cases = cases
        self._file = file

    def about(self, code, field):
        """What follows is about a rule and the field of its findings, on the record with both problems, in tests."""
        self._code, self._field = f"BP-{code}", field
        return self.on(BOTH_PROBLEMS).under()

    def at(self, field):
        self._field = field
        return self

    def on(self, record, without=(), **changes):
        """The record that is changed from here on."""
        self._base = {key: value for key, value in {**record, **changes}.items() if key not in without}
        return self

    def under(self, **options):
        self._options = {"test_numbers": True, **options}
        return self

    def silent(self, name, why, *others, without=(), **changes):
        return self._add(name, why, others, without, changes)

    def found(self, name, why, *others, without=(), severity=None, **changes):
        own = f"{self._code} {self._field}" + (f" {severity}" if severity else "")
        return self._add(name, why, (own, *others), without, changes)

    def _add(self, name, why, findings, without, changes):
        record = {key: value for key, value in {**self._base, **changes}.items() if key not in without}
        self._cases.add(self._file, "record", f"{self._code[3:].lower()}-{name}", why,
                        {"options": self._options, "record": record}, expect(record, findings))
        return self
