"""The conformance kit through the package."""

import conformance


def test_every_case_of_the_kit_has_its_answer():
    cases = list(conformance.read_cases([conformance.KIT]))
    assert len(cases) > 1000
    failed = conformance.failures_of(cases)
    assert not failed, "\n".join(f"{name}: {found}" for name, found in list(failed.items())[:5])


def test_the_runner_sees_what_is_wrong_and_what_it_does_not_know():
    case = next(conformance.read_cases([conformance.KIT]))
    for wrong in (
        {**case, "expected": {"valid": "perhaps"}}, {**case, "kind": "unheard of"}, {**case, "given": {"unheard": 1}}, {**case, "more": 1},
    ):  # fmt: skip
        assert conformance.failures_of([wrong])
