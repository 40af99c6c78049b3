"""The names of brukerplan/2024, which others store: added to, never changed."""

# Frozen: added to, never changed. Columns in file order: name, alias, type or code list, role.
FIELDS = """
row_ref radref text source.row_ref
municipality kommune municipality place.municipality
district bydel district place.district
mapping_year kartleggingsaar integer round.mapping_year
mapped_on dato date round.mapped_on
unit enhet text source.unit
unit_kind enhetstype code:unit_kind source.unit_kind
mapper kartlegger text source.mapper
national_number foedselsnummer national_number identity.national_number
birth_year foedselsaar integer person.birth_year
sex kjoenn code:sex person.sex
birth_country_group foedeland code:birth_country_group person.birth_country_group
work_experience arbeidserfaring code:yes_no_unknown person.work_experience
informed informert code:yes_no_unknown rights.informed
objects reservert code:yes_no_unknown rights.objects
record_noted journalfoert code:yes_no_unknown rights.record_noted
substance_problem rusproblem code:yes_no_unknown problem.substance
mental_disorder psykisk_lidelse code:mental_disorder problem.mental_disorder
housing bolig code:rating domain.housing
activity aktivitet code:rating domain.activity
economy oekonomi code:rating domain.economy
physical_health fysisk_helse code:rating domain.physical_health
mental_health psykisk_helse code:rating domain.mental_health
substance_use rusmiddelbruk code:rating domain.substance_use
social_functioning sosial_fungering code:rating domain.social_functioning
network nettverk code:rating domain.network
substances rusmidler codes:substances situation.substances
injects injiserer code:yes_no_unknown situation.injects
opioid_agonist_treatment lar code:yes_no_unknown situation.opioid_agonist_treatment
housing_kind boform code:housing_kind situation.housing_kind
main_activity hovedaktivitet code:main_activity situation.main_activity
income_source inntektskilde code:income_source situation.income_source
managed_economy oekonomistyring code:managed_economy situation.managed_economy
violence vold code:violence situation.violence
suicide_attempt selvmordsforsoek code:yes_no_unknown situation.suicide_attempt
pregnant gravid code:yes_no_unknown situation.pregnant
children_care barn_omsorg integer children.care
children_contact barn_samvaer integer children.contact
others_children andres_barn integer children.others
children_with_child_welfare barn_barnevern integer children.with_child_welfare
individual_plan individuell_plan code:individual_plan plan.individual_plan
coordinator koordinator code:yes_no_unknown plan.coordinator
services_received tjenester_mottatt codes:service services.received
services_needed tjenester_behov codes:service services.needed
"""
REQUIRED = {"municipality", "mapping_year", "mapped_on", "substance_problem", "mental_disorder", "services_received",
            "housing", "activity", "economy", "physical_health", "mental_health", "substance_use", "social_functioning",
            "network"}

# Frozen tokens by list, in the order that gives each its bit; after "|" those that stand alone.
CODE_LISTS = {
    "rating": "green yellow red",
    "index_class": "green yellow red blue_light none",
    "category": "substance_only substance_and_less_serious_mental substance_and_serious_mental"
                " mental_only_less_serious mental_only_serious none unknown",
    "sector": "health_and_care nav child_welfare specialist other",
    "yes_no_unknown": "yes no unknown",
    "unit_kind": "health_and_care nav child_welfare gp other",
    "sex": "female male unknown",
    "birth_country_group": "norway nordic eu_eea other unknown",
    "mental_disorder": "none less_serious serious unknown",
    "substances": "alcohol cannabis opioids stimulants medicines ghb doping other_illegal | none unknown",
    "housing_kind": "owned rented_private rented_municipal staffed_housing with_family institution temporary"
                    " homeless prison other unknown",
    "main_activity": "ordinary_work supported_work employment_measure education day_activity voluntary_work"
                     " caring none retired other unknown",
    "income_source": "work sickness_benefit work_assessment_allowance disability_benefit unemployment_benefit"
                     " social_assistance old_age_pension student_support supported_by_others none other unknown",
    "managed_economy": "none voluntary compulsory unknown",
    "violence": "none exposed exposes both unknown",
    "individual_plan": "yes no declined unknown",
    "service": "follow_up_team home_services housing_follow_up staffed_housing day_activity low_threshold"
               " outreach_team counselling crisis_response medication_support harm_reduction support_contact"
               " respite family_support responsibility_group gp dental social_assistance financial_guidance"
               " money_management employment_measure individual_placement qualification_programme"
               " temporary_housing child_welfare_measure substance_outpatient substance_inpatient detox"
               " oat_clinic mental_outpatient mental_inpatient somatic_hospital user_organisation probation"
               " nav_guidance other | none unknown",
    "number_cause": "length not_a_digit impossible_date reserved_month both_control_digits first_control_digit"
                    " second_control_digit kind_not_allowed individual_number_without_century"
                    " birth_after_reference_date ambiguous empty unexpected_character misplaced_separator too_long",
}
MUNICIPAL_SECTORS = {"health_and_care", "nav", "child_welfare"}
SERVICES_BY_SECTOR = {
    "health_and_care": "follow_up_team home_services housing_follow_up staffed_housing day_activity low_threshold"
                       " outreach_team counselling crisis_response medication_support harm_reduction"
                       " support_contact respite family_support responsibility_group gp",
    "nav": "social_assistance financial_guidance money_management employment_measure individual_placement"
           " qualification_programme temporary_housing nav_guidance",
    "child_welfare": "child_welfare_measure",
    "specialist": "substance_outpatient substance_inpatient detox oat_clinic mental_outpatient mental_inpatient"
                  " somatic_hospital",
    "other": "dental user_organisation probation other",
}
SECTOR_OF = {service: sector for sector, services in SERVICES_BY_SECTOR.items() for service in services.split()}

# Frozen finding codes: area and numbers.
RULES = {"ROW": 4, "FLD": 4, "ID": 8, "PER": 5, "INC": 7, "RGT": 3, "DAT": 3, "GEO": 3, "DOM": 4, "PRB": 4, "SUB": 6,
         "HOU": 3, "ACT": 2, "ECO": 2, "NET": 1, "CHI": 4, "SRV": 6, "VIO": 1, "TXT": 1, "YEAR": 1, "MRG": 6}


def check(pack, fault):
    """Tells `fault(where, what)` where the pack has other names than these."""
    check_lists({entry["name"]: entry for entry in pack["code_lists"]}, fault)
    check_fields(pack, fault)
    codes = [rule["code"] for rule in pack["rules"]]
    for area, count in RULES.items():
        for number in range(1, count + 1):
            if f"BP-{area}-{number:03}" not in codes:
                fault("rules", f"BP-{area}-{number:03} is missing")


def check_lists(lists, fault):
    for name, tokens in CODE_LISTS.items():
        if name not in lists:
            fault("code_lists", f"the list {name} is missing")
            continue
        there = (lists[name]["codes"], lists[name].get("alone", []))
        for want, have in zip((part.split() for part in tokens.split("|")), there):
            if [code["token"] for code in have][: len(want)] != want:
                fault(f"code_lists/{name}", f"the frozen tokens must come first and in order: {' '.join(want)}")
    if [code.get("number") for code in lists["rating"]["codes"]] != [1, 2, 3]:
        fault("code_lists/rating", "the ratings are numbered 1, 2, 3")
    if {code["token"] for code in lists["sector"]["codes"] if code.get("municipal")} != MUNICIPAL_SECTORS:
        fault("code_lists/sector", f"municipal are {' '.join(sorted(MUNICIPAL_SECTORS))}")
    if len(lists["service"]["codes"]) != 36:
        fault("code_lists/service", "the catalogue has 36 services")
    for code in lists["service"]["codes"]:
        if code.get("sector") != SECTOR_OF.get(code["token"]):
            fault(f"code_lists/service/{code['token']}", f"the sector is {SECTOR_OF.get(code['token'])}")


def check_fields(pack, fault):
    have = [(f["name"], f["alias"], ":".join(filter(None, [f["type"], f.get("list")])), f.get("role"))
            for f in pack["fields"]]
    want = [tuple(line.split()) for line in FIELDS.strip().splitlines()]
    for position, (there, names) in enumerate(zip(have, want)):
        if there != names:
            fault(f"fields/{position}", f"{there} must be {names}")
    if len(have) < len(want):
        fault("fields", f"there must be {len(want)} of them")
    for f in pack["fields"]:
        if f.get("required", False) != (f["name"] in REQUIRED):
            fault(f"fields/{f['name']}", "whether the column is required differs from the frozen names")
    if pack["required_any"] != [["national_number", "birth_year"]]:
        fault("required_any", "must be national_number or birth_year")
