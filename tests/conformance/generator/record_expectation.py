"""What is expected of a record, from the rules that are to speak: severities, validity and the score."""
from score_definition import COLOURS, DOMAINS, SUM16, none, score

ORDER = ("none", "info", "warning", "error", "fatal")
# Severity of each rule, as the catalogue of rules has it.
SEVERITIES = {severity: codes.split() for severity, codes in {
    "fatal": "ROW-001 ROW-002 ROW-003 ROW-004",
    "error": "FLD-001 FLD-002 FLD-003 FLD-004 ID-001 ID-002 ID-003 ID-005 ID-007 ID-008 PER-001 INC-001 INC-002 INC-003 "
             "INC-004 INC-005 RGT-001 DAT-001 DAT-003 GEO-001 GEO-003 DOM-001 DOM-002 SUB-006 CHI-001 CHI-002 SRV-001 "
             "SRV-006 TXT-001 SVY-001 SVY-002 SVY-003 SVY-004",
    "warning": "ID-006 PER-003 PER-004 PER-005 RGT-002 RGT-003 DAT-002 GEO-002 DOM-003 PRB-001 PRB-002 PRB-004 SUB-001 "
               "SUB-003 SUB-004 SUB-005 HOU-001 HOU-002 ACT-001 ACT-002 CHI-003 SRV-005 YEAR-001 SVY-005 SVY-006 SVY-008",
    "info": "ID-004 PER-002 INC-006 INC-007 DOM-004 PRB-003 SUB-002 HOU-003 ECO-001 ECO-002 NET-001 CHI-004 SRV-002 "
            "SRV-003 SRV-004 VIO-001 SVY-007 SVY-009 SVY-010",
}.items()}
SEVERITY_OF = {f"BP-{code}": severity for severity, codes in SEVERITIES.items() for code in codes}


def rating_of(value):
    """A rating as eight numbers have it; 4 for what is none."""
    word = str("" if value is None else value).strip(" ").lower()
    words = {"": 0, "0": 0, **{colour: number for number, colour in COLOURS.items()}, "1": 1, "2": 2, "3": 3}
    return words.get(word, 4)


def finding(words):
    """"BP-DOM-003 network", or "BP-DAT-001 mapped_on warning" where the severity is another than usual."""
    code, field, *severity = words.split(" ")
    return {"code": code, "severity": severity[0] if severity else SEVERITY_OF[code], "field": field}


def score_of(record, scheme):
    """A rating that cannot be read is a fault of the record and no domain left out; the others are counted."""
    if record is None:
        return none("unreadable", 0)
    ratings = [rating_of(record.get(domain)) for domain in DOMAINS]
    return none("unreadable", sum(1 <= r <= 3 for r in ratings)) if 4 in ratings else score(scheme, ratings)


def expect(record, findings, scheme=SUM16, unknown_keys=0, **more):
    """`record` is None for what is no record."""
    found = [finding(words) for words in findings]
    worst = max((f["severity"] for f in found), key=ORDER.index, default="none")
    return {"valid": worst not in ("error", "fatal"), "worst": worst, "findings": found, **score_of(record, scheme),
            "unknown_keys": unknown_keys, **more}
