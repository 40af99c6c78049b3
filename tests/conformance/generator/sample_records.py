"""Registrations that nobody would want to be told anything about. All people are made up."""
import numbers_of_people as numbers
from datetime import date


def tenor(day, sex="female", month_mark=80, **parts):
    """A test number of somebody born on a day."""
    individual = 0 if day.year < 2000 else 500
    return numbers.near(day, individual + (sex == "male"), month_mark=month_mark, **parts)


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

IN_REAL_FIGURES = {**BOTH_PROBLEMS, "municipality": "1103", "national_number": "", "birth_year": 1985}  # where no test policy holds

MENTAL_DISORDER_ONLY = {**BOTH_PROBLEMS, "substance_problem": "no", "mental_disorder": "less_serious",
                        "mental_health": "yellow", "substance_use": "green", "substances": ["none"]}

SURVEY_ANSWER = {
    "row_ref": "S-17", "municipality": "9001", "district": "", "mappings": "4", "professionals": 16,
    "service_kinds": ["health_and_care", "nav", "child_welfare"], "days": "9,5", "person_days": "4,25",
    "satisfied_with_training": "large_degree", "satisfied_with_technical_support": "not_asked_for",
    "satisfied_with_professional_support": "some_degree", "satisfied_with_report": "very_large_degree",
    "political_anchoring": "by_information", "plans": ["substance_use_plan", "other"], "plans_other": "Boligsosial plan",
    "political_items": "no", "administrative_items": "yes", "media_coverage": "no", "services_developed": "large_degree",
    "own_resources": "small_degree", "project_funds": "yes_not_granted", "quality_targets": "unknown",
    "recipient_cooperation": "no", "specialist_cooperation": "yes", "supervision": "no", "other_reporting": "yes",
    "comment": "Nyttig i planarbeidet.",
}
