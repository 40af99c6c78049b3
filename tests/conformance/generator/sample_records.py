"""Registrations that nobody would want to be told anything about. All people are made up."""
import numbers_of_people as numbers
from datetime import date


def tenor(day, sex="female", individual=0, **parts):
    """The first test number of a day and a sex, from an individual number on."""
    for i in range(individual, 1000):
        if i % 2 == (sex == "male"):
            try:
                digits = numbers.build(day, i, month_mark=parts.get("month_mark", 80), day_mark=parts.get("day_mark", 0),
                                       remainder=parts.get("remainder", 0))
            except ValueError:
                continue
            if isinstance(day, tuple) or day.year in numbers.check(digits, {"kinds": numbers.KINDS[:8], "rule": "1964"}
                                                                   )["birth_years"] or parts.get("remainder"):
                return digits
    raise ValueError(f"no number of {day}")


def born(day, sex):
    """What a record says of somebody born on a day."""
    return {"national_number": tenor(day, sex), "birth_year": day.year, "sex": sex}


BOTH_PROBLEMS = {
    "row_ref": "R-17", "municipality": "9001", "district": "", "mapping_year": 2024, "mapped_on": "2024-05-06",
    "unit": "Team A", "unit_kind": "health_and_care", "mapper": "K03", **born(date(1985, 3, 9), "female"),
    "birth_country_group": "norway", "work_experience": "yes", "informed": "yes", "objects": "no", "record_noted": "yes",
    "substance_problem": "yes", "mental_disorder": "serious",
    "housing": "yellow", "activity": "yellow", "economy": "yellow", "physical_health": "green", "mental_health": "red",
    "substance_use": "red", "social_functioning": "yellow", "network": "yellow",
    "substances": ["alcohol", "stimulants"], "injects": "no", "opioid_agonist_treatment": "no",
    "housing_kind": "rented_municipal", "main_activity": "day_activity", "income_source": "disability_benefit",
    "managed_economy": "voluntary", "violence": "none", "suicide_attempt": "no", "pregnant": "no",
    "children_care": 0, "children_contact": 0, "others_children": 0, "children_with_child_welfare": 0,
    "individual_plan": "yes", "coordinator": "yes",
    "services_received": ["follow_up_team", "gp", "mental_outpatient"], "services_needed": ["follow_up_team", "day_activity"],
}
MINIMAL = {key: BOTH_PROBLEMS[key] for key in (
    "municipality mapping_year mapped_on birth_year substance_problem mental_disorder housing activity economy "
    "physical_health mental_health substance_use social_functioning network").split()}
MINIMAL["services_received"] = ["follow_up_team"]
