"""What is expected of a record, from the rules that are to speak: order, severities, validity and the score."""
from sample_records import BOTH_PROBLEMS, SURVEY_ANSWER
from score_definition import COLOURS, DOMAINS, SUM16, none, score

ORDER = ("none", "info", "warning", "error", "fatal")
# The catalogue of rules in its order: code, severity, and what the rule is about.
CATALOGUE = """
ROW-001 fatal   a line with cells that have no column
ROW-002 fatal   a quotation mark that is never closed
ROW-003 fatal   a line in another encoding
ROW-004 fatal   text that is no JSON object
FLD-001 error   a value that cannot be read as what it is
FLD-002 error   a value outside its code list
FLD-003 error   municipality, year and date are filled in
FLD-004 error   a year from 1850 to 2099
ID-001 error    a national number that is none
ID-002 error    a number that lost its leading zero
ID-003 error    test numbers among real people, real ones among test people
ID-004 info     a temporary or local kind of number
ID-005 error    birth year against the number
ID-006 warning  sex against the number
ID-007 error    a number by the rule of 2032, mapped before 2032
ID-008 error    neither number nor birth year
PER-001 error   under 16 on the mapping date
PER-002 info    16 by the birth year only
PER-003 warning over 100 years
PER-004 warning pregnant and male
PER-005 warning pregnant and over 55 or under 16
INC-001 error   neither a substance problem nor a mental disorder
INC-002 error   no municipal service received
INC-003 error   no problem is established
INC-004 error   a mental disorder only, before 2015
INC-005 error   16 or 17 years old, before 2015
INC-006 info    mapped by child welfare, grown up and without children
INC-007 info    one problem is established and the other unknown
RGT-001 error   the recipient objects
RGT-002 warning not informed, from 2024
RGT-003 warning not noted in the patient record
DAT-001 error   the mapping date against the mapping year
DAT-002 warning the mapping date against the period of the round
DAT-003 error   the mapping date against the reference date
GEO-001 error   a municipality that is none on the mapping date
GEO-002 warning Oslo without a district
GEO-003 error   a district of another municipality
DOM-001 error   a rating outside the list
DOM-002 error   no domain is assessed
DOM-003 warning some domains are not assessed
DOM-004 info    all eight ratings are the same
PRB-001 warning a substance problem, no treatment, and substance use is green
PRB-002 warning no substance problem, and substance use is yellow or red
PRB-003 info    a serious mental disorder, and mental health is green
PRB-004 warning no mental disorder, and mental health is red
SUB-001 warning substances without a substance problem
SUB-002 info    a substance problem without substances
SUB-003 warning injects nothing that is injected
SUB-004 warning injects without a substance problem
SUB-005 warning opioid agonist treatment without opioids and without the service
SUB-006 error   an answer that stands alone, together with substances
HOU-001 warning homeless, and housing is not red
HOU-002 warning housing is red, and the home is owned or staffed
HOU-003 info    staffed housing as a home, and not as a service
ACT-001 warning ordinary work, and activity is red
ACT-002 warning no activity, and activity is green
ECO-001 info    compulsory management, and economy is green
ECO-002 info    social assistance as income, and not as a service
NET-001 info    lives with family, and network is red
CHI-001 error   a number of children from 0 to 20
CHI-002 error   more children with child welfare than children
CHI-003 warning daily care of children in prison or an institution
CHI-004 info    daily care of children in great difficulties, without child welfare
SRV-001 error   a service outside the catalogue
SRV-002 info    services needed are left empty
SRV-003 info    a service of child welfare, grown up and without children
SRV-004 info    substance problem and serious disorder without a specialist service
SRV-005 warning no service of the reporting unit's own sector
SRV-006 error   an answer that stands alone, together with services
VIO-001 info    exposes others to violence, with daily care of children, without child welfare
YEAR-001 warning a question that the year did not ask
SVY-001 error   a question without an answer
SVY-002 error   from 1 to 1000 professionals
SVY-003 error   from 0 to 366 days
SVY-004 error   from 0 to 5000 person-days
SVY-005 warning person-days beyond twice professionals times days
SVY-006 warning fewer professionals than kinds of service
SVY-007 info    another plan that is not named
SVY-008 warning another plan that is named and not ticked
SVY-009 info    seven mappings
SVY-010 info    nothing is known of five questions
TXT-001 error   a person's number in free text
"""
ENTRIES = [line.split(None, 2) for line in CATALOGUE.strip().split("\n")]
SEVERITY_OF = {f"BP-{code}": severity for code, severity, _ in ENTRIES}
ABOUT = {f"BP-{code}": about for code, _, about in ENTRIES}
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
        return self._add(name, f"keeps quiet: {why}", others, without, changes)

    def found(self, name, why, *others, without=(), severity=None, **changes):
        own = f"{self._code} {self._field}" + (f" {severity}" if severity else "")
        return self._add(name, f"speaks: {why}", (own, *others), without, changes)

    def _add(self, name, why, findings, without, changes):
        record = {key: value for key, value in {**self._base, **changes}.items() if key not in without}
        self._cases.add(self._file, "record", f"{self._code[3:].lower()}-{name}",
                        f"{self._code} ({ABOUT[self._code]}) {why}",
                        {"options": self._options, "record": record}, expect(record, findings))
        return self
