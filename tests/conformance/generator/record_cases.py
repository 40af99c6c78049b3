"""Records and what is found in them. Which rule speaks about which field is written by hand; severities are those of the
catalogue of rules, and the score is worked out by score_definition."""
import sample_records as sample
from record_expectation import expect

TEST = {"test_numbers": True}


def add_cases(cases):
    def add(name, why, record, findings=(), options=None, **more):
        options = {**TEST, **(options or {})}
        cases.add("records", "record", name, why, {"options": options, "record": record},
                  expect(record, findings, **more))

    base = sample.BOTH_PROBLEMS
    add("plain", "A good record gives no finding.", base)
    add("minimal", "Only what a file must have, and a birth year: still nothing to say.", sample.MINIMAL)
    add("domain-missing", "The index needs all eight domains; the finding stands at the first that is missing.",
        {**base, "network": ""}, ["BP-DOM-003 network"])
    add("pregnant-man", "Pregnant and male: usually one of the two is wrong.",
        {**base, "national_number": "", "sex": "male", "pregnant": "yes"}, ["BP-PER-004 pregnant"])
    add("two-findings", "Findings come in the order of the rules of the pack.",
        {**base, "objects": "yes", "record_noted": "no"}, ["BP-RGT-001 objects", "BP-RGT-003 record_noted"])
    add("rating-misspelt", "A rating outside the list: the record is an error, and no class is made of it.",
        {**base, "housing": "yelow"}, ["BP-DOM-001 housing"])
    add("unknown-key", "A key that the pack does not know is counted and not read.", {**base, "hosing": "green"},
        unknown_keys=1)
    add("real-policy", "Without the test policy a test number and a fictional municipality are refused.", base,
        ["BP-ID-003 national_number", "BP-GEO-001 municipality"], {"test_numbers": False})
    cases.add("records", "record", "not-json", "Text that is no JSON is a finding, never a failed call.",
              {"options": TEST, "text": "{\"municipality\": "},
              expect(None, ["BP-ROW-004 "]))
    cases.add("records", "record", "unknown-pack", "No pack of this id ships, so there is no context.",
              {"options": {"pack": "brukerplan/1999"}, "record": {}}, {"error": "unknown_pack"})
