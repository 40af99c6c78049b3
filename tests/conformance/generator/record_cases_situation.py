"""Records: substances, housing, activity, economy, network, children, and services received and needed."""
from record_expectation import Table
from sample_records import BOTH_PROBLEMS, MENTAL_DISORDER_ONLY


def substances(t):
    t.about("SUB-001", "substances").on(MENTAL_DISORDER_ONLY)
    t.silent("none", "None named, none a problem.", substances="none")
    t.silent("unknown", "Not known is no contradiction.", substances="unknown")
    for name in "alcohol cannabis opioids stimulants medicines ghb doping other_illegal".split():
        t.found(name, "The field names substances that are part of a problem, and there is none.", substances=[name])
    t.about("SUB-002", "substances")
    t.silent("unknown", "Not known is an answer.", substances="unknown")
    t.silent("misspelt", "What cannot be read is that fault.", "BP-FLD-002 substances", substances="gbh")
    t.silent("not-asked", "A form that does not ask left nothing out.", without=["substances"])
    t.found("none", "A problem with nothing.", substances="none")
    t.found("empty", "A problem, and nothing named.", substances=[])
    t.about("SUB-003", "injects").on(BOTH_PROBLEMS, injects="yes")
    for name in "opioids stimulants medicines doping other_illegal".split():
        t.silent(name, "This is injected.", substances=[name])
    t.silent("unknown", "Which substances is not known.", substances="unknown")
    t.silent("does-not", "Does not inject.", injects="no", substances=["alcohol"])
    t.found("not-injected", "None of these is injected.", substances=["alcohol", "cannabis", "ghb"])
    t.found("none", "Injects nothing.", "BP-SUB-002 substances", substances="none")
    t.about("SUB-004", "injects").on(MENTAL_DISORDER_ONLY, substances="unknown")
    t.silent("does-not", "Does not inject.")
    t.silent("unknown", "Not known is no contradiction.", injects="unknown")
    t.found("without-problem", "Injects, and there is no substance problem.", injects="yes")
    t.about("SUB-005", "opioid_agonist_treatment").on(BOTH_PROBLEMS, opioid_agonist_treatment="yes")
    t.silent("opioids", "Opioids are named.", substances=["opioids", "alcohol"])
    t.silent("service", "The treatment is among the services.", services_received=["gp", "oat_clinic"])
    t.silent("unknown", "Which substances is not known.", substances="unknown")
    t.found("neither", "In treatment, and neither opioids nor the treatment is named: one of them is missing.")
    t.about("SUB-006", "substances")
    t.silent("alone", "`none` by itself.", "BP-SUB-002 substances", substances=["none"])
    t.silent("separator", "An empty entry is nothing.", substances="ghb|")
    t.found("none-and-one", "`none` stands by itself.", substances=["none", "ghb"])
    t.found("unknown-and-one", "`unknown` stands by itself; a comma separates as well.", substances="ghb,unknown")
    t.found("both", "Each of the two stands by itself.", substances="none|unknown")


def housing_to_network(t):
    t.about("HOU-001", "housing").on(BOTH_PROBLEMS, housing_kind="homeless")
    t.silent("red", "Homeless, and red.", housing="red")
    t.silent("not-assessed", "Homeless, and not assessed: no colour to contradict.", "BP-DOM-003 housing", housing="")
    t.found("yellow", "Red in housing means homeless.")
    t.found("green", "Red in housing means homeless.", housing="green")
    t.about("HOU-002", "housing").on(BOTH_PROBLEMS, housing="red")
    t.silent("rents", "Rents, and red.")
    t.silent("owned-yellow", "Owns, and yellow.", housing_kind="owned", housing="yellow")
    t.found("owned", "Red in housing means homeless, and this person owns a home.", housing_kind="owned")
    t.found("staffed", "Red in housing means homeless, and this person lives in staffed housing.",
            housing_kind="staffed_housing", services_received=["staffed_housing", "detox"])
    t.about("HOU-003", "services_received").on(BOTH_PROBLEMS, housing_kind="staffed_housing")
    t.silent("received", "Staffed housing is among the services.", services_received=["staffed_housing", "detox"])
    t.silent("unknown", "Services are not known.", services_received="unknown")
    t.found("not-received", "Staffed housing is the home, and not among the services.")
    t.about("ACT-001", "activity")
    t.silent("yellow", "Ordinary work, and yellow.", main_activity="ordinary_work")
    t.silent("no-work", "No work, and red.", activity="red")
    t.found("red", "Ordinary work, and red.", main_activity="ordinary_work", activity="red")
    t.about("ACT-002", "activity")
    t.silent("yellow", "No activity, and yellow.", main_activity="none")
    t.silent("day-activity", "Day activity, and green.", activity="green")
    t.found("green", "No activity at all, and green.", main_activity="none", activity="green")
    t.about("ECO-001", "economy")
    t.silent("yellow", "Compulsory management, and yellow.", managed_economy="compulsory")
    t.silent("voluntary", "Voluntary management, and green.", economy="green")
    t.found("green", "Compulsory management, and green: the management may be why.", managed_economy="compulsory",
            economy="green")
    t.about("ECO-002", "services_received").on(BOTH_PROBLEMS, income_source="social_assistance")
    t.silent("received", "Social assistance is among the services.",
             services_received=["gp", "social_assistance", "detox"])
    t.silent("unknown", "Services are not known.", services_received="unknown")
    t.found("not-received", "Social assistance is the income, and not among the services.")
    t.about("NET-001", "network")
    t.silent("yellow", "With family, and yellow.", housing_kind="with_family")
    t.silent("alone", "Rents, and red.", network="red")
    t.found("red", "Lives with family, and the network is red: may be true.", housing_kind="with_family", network="red")


def children(t):
    t.about("CHI-001", "children_care")
    t.silent("twenty", "Twenty are as many as are taken.", children_care=20)
    t.silent("empty", "Not answered.", children_care="")
    t.found("negative", "Fewer than none.", children_care=-1)
    t.found("21", "More than twenty.", children_care=21)
    t.found("half", "A child is whole.", children_care="1,5")
    t.found("words", "A number in words.", children_care="to")
    t.at("children_contact").found("contact", "Fewer than none.", children_contact="-1")
    t.at("others_children").found("others", "No number.", others_children="?")
    t.at("children_with_child_welfare").found(
        "child-welfare", "Beyond all counts, and beyond the children named.",
        "BP-CHI-002 children_with_child_welfare", children_with_child_welfare=99)
    t.about("CHI-002", "children_with_child_welfare")
    t.silent("all", "All three of them.", children_care=1, children_contact=1, others_children=1,
             children_with_child_welfare=3)
    t.silent("others-unknown", "No other count is known.", children_care="", children_contact="", others_children="",
             children_with_child_welfare=1)
    t.silent("others-unreadable", "Another count cannot be read.", "BP-CHI-001 children_care", children_care="to",
             children_with_child_welfare=1)
    t.found("more", "Three of two: a person is counted as a child, or the other way round.", children_care=1,
            children_contact=1, others_children="", children_with_child_welfare=3)
    t.found("none", "One of none.", children_with_child_welfare=1)
    t.about("CHI-003", "children_care").on(BOTH_PROBLEMS, children_care=1)
    t.silent("home", "Daily care at home.")
    t.silent("no-children", "In prison without children.", children_care=0, housing_kind="prison")
    t.found("prison", "Daily care in prison.", housing_kind="prison")
    t.found("institution", "Daily care in an institution.", housing_kind="institution")

    hard = {**BOTH_PROBLEMS, "children_care": 1, "activity": "red", "social_functioning": "red", "mental_health": "red",
            "substance_use": "yellow"}
    why = "A parent in great difficulties without child welfare is whom the public reports worry about most."
    t.about("CHI-004", "services_received").on(hard)
    t.found("mental-health", why)
    t.found("substance-use", why, mental_health="yellow", substance_use="red")
    t.found("count-empty", f"{why} How many children have child welfare is not answered.", children_with_child_welfare="")
    t.found("count-not-asked", f"{why} The form does not ask how many have child welfare.",
            without=["children_with_child_welfare"])
    t.silent("no-daily-care", "The child lives elsewhere.", children_care=0, children_contact=1)
    t.silent("activity", "Activity is yellow.", activity="yellow")
    t.silent("social-functioning", "Social functioning is yellow.", social_functioning="yellow")
    t.silent("both-yellow", "Neither mental health nor substance use is red.", mental_health="yellow")
    t.silent("measure", "Child welfare is there.", services_received=["gp", "detox", "child_welfare_measure"])
    t.silent("counted", "The child has child welfare.", children_with_child_welfare=1)
    t.silent("services-unknown", "Services are not known.", services_received="unknown")

    violent = {**BOTH_PROBLEMS, "violence": "exposes", "children_care": 1}
    t.about("VIO-001", "services_received").on(violent)
    t.found("exposes", "Children live with somebody who exposes others to violence, without child welfare.")
    t.found("both", "Children live with somebody who exposes others to violence, without child welfare.", violence="both")
    t.found("count-not-asked", "The form does not ask how many have child welfare.",
            without=["children_with_child_welfare"])
    t.silent("exposed", "Exposed, not exposing.", violence="exposed")
    t.silent("no-children", "No children in daily care.", children_care=0)
    t.silent("measure", "Child welfare is there.", services_received=["gp", "detox", "child_welfare_measure"])
    t.silent("counted", "The child has child welfare.", children_with_child_welfare=1)


def services(t):
    t.about("SRV-001", "services_received")
    t.silent("text", "Several codes in a text, separated by a comma or a vertical bar.",
             services_received="gp, detox|follow_up_team")
    t.found("misspelt", "Not in the catalogue; the nearest are offered.", services_received=["gp", "detoks"])
    t.at("services_needed").found("norwegian", "Services are tokens.", services_needed="fastlege")
    t.about("SRV-002", "services_needed")
    t.silent("none", "`none` is an answer.", services_needed="none")
    t.silent("unknown", "`unknown` is an answer.", services_needed="unknown")
    t.silent("received-unknown", "Services received are not known either.", services_received="unknown", services_needed="")
    t.silent("not-asked", "A form that does not ask left nothing blank.", without=["services_needed"])
    t.found("empty", "Say `none` or `unknown` instead of leaving it blank.", services_needed="")
    t.found("list", "An empty list is an empty cell.", services_needed=[])
    t.about("SRV-004", "services_needed").on(BOTH_PROBLEMS, services_received=["gp"])
    t.silent("received", "A specialist service is received.", services_received=["gp", "detox"])
    t.silent("needed", "A specialist service is needed.", services_needed=["mental_outpatient"])
    t.silent("less-serious", "The disorder is less serious.", mental_disorder="less_serious")
    t.silent("unknown", "The need is not known.", services_needed="unknown")
    t.found("neither", "Substance problem and serious disorder, and no specialist service: the gap that planners look for.")
    t.found("none", "Nothing is needed, not even a specialist.", services_needed="none")
    why = "The unit that maps gives a service of its own as a rule."
    t.about("SRV-005", "services_received")
    t.silent("health-and-care", why, services_received=["gp", "detox"])
    t.silent("nav", why, unit_kind="nav", services_received=["nav_guidance", "detox"])
    t.silent("gp", "A general practitioner gives none in the catalogue.", unit_kind="gp",
             services_received=["nav_guidance", "detox"])
    t.silent("other", "Of other units nothing is expected.", unit_kind="other", services_received=["nav_guidance", "detox"])
    t.silent("unknown", "Services are not known.", unit_kind="nav", services_received="unknown")
    t.found("health-and-care-none", why, services_received=["nav_guidance", "detox"])
    t.found("nav-none", why, unit_kind="nav", services_received=["gp", "detox"])
    t.on(BOTH_PROBLEMS, children_care=1, unit_kind="child_welfare")
    t.silent("child-welfare", why, services_received=["child_welfare_measure", "detox"])
    t.found("child-welfare-none", why, services_received=["gp", "detox"])
    t.about("SRV-006", "services_received")
    t.silent("unknown", "`unknown` by itself.", services_received="unknown")
    t.found("none-and-some", "`none` stands by itself.", services_received=["none", "gp", "detox"])
    t.at("services_needed").found("unknown-and-one", "`unknown` stands by itself.", services_needed=["unknown", "gp"])
    t.found("both", "Each of the two stands by itself.", services_needed="none|unknown")


def add_cases(cases):
    table = Table(cases, "records-situation")
    for part in (substances, housing_to_network, children, services):
        part(table)
