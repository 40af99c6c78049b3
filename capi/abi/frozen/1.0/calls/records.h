/* Records of people who do not exist, in municipalities that do not exist. */
#ifndef BPLAN_TEST_RECORDS_H
#define BPLAN_TEST_RECORDS_H

/* Complete, without a finding. */
#define CLEAN_RECORD                                                                               \
    "{\"row_ref\":\"A-17\",\"municipality\":\"9001\",\"mapping_year\":2024,"                       \
    "\"mapped_on\":\"2024-10-07\",\"unit_kind\":\"health_and_care\","                              \
    "\"national_number\":\"15868710168\",\"sex\":\"male\",\"informed\":\"yes\","                   \
    "\"objects\":\"no\",\"record_noted\":\"yes\",\"substance_problem\":\"yes\","                   \
    "\"mental_disorder\":\"less_serious\",\"housing\":\"red\",\"activity\":\"red\","               \
    "\"economy\":\"yellow\",\"physical_health\":\"green\",\"mental_health\":\"yellow\","           \
    "\"substance_use\":\"red\",\"social_functioning\":\"yellow\",\"network\":\"green\","           \
    "\"substances\":[\"alcohol\",\"cannabis\"],\"housing_kind\":\"homeless\","                     \
    "\"services_received\":[\"follow_up_team\"],\"services_needed\":[\"housing_follow_up\"]}"

/* With findings of every severity but fatal: a colour outside its list, a domain left out, a year
   that does not fit, a need that was not filled in. */
#define DIRTY_RECORD                                                                               \
    "{\"row_ref\":\"A-18\",\"municipality\":\"9001\",\"mapping_year\":2022,"                       \
    "\"mapped_on\":\"2024-10-07\",\"unit_kind\":\"health_and_care\","                              \
    "\"national_number\":\"15868710168\",\"sex\":\"male\",\"substance_problem\":\"yes\","          \
    "\"mental_disorder\":\"less_serious\",\"housing\":\"yelow\",\"activity\":\"red\","             \
    "\"economy\":\"yellow\",\"physical_health\":\"green\",\"mental_health\":\"yellow\","           \
    "\"substance_use\":\"red\",\"social_functioning\":\"yellow\",\"network\":\"green\","           \
    "\"services_received\":[\"follow_up_team\"],\"services_needed\":null,\"shoe_size\":43}"

/* A municipality's answer to the survey of 2019, complete, without a finding. */
#define SURVEY_ANSWER                                                                              \
    "{\"row_ref\":\"S-17\",\"municipality\":\"9001\",\"mappings\":4,\"professionals\":16,"         \
    "\"service_kinds\":[\"health_and_care\",\"nav\"],\"days\":9.5,\"person_days\":\"4,25\","       \
    "\"satisfied_with_training\":4,\"satisfied_with_technical_support\":\"not_asked_for\","        \
    "\"satisfied_with_professional_support\":\"some_degree\",\"satisfied_with_report\":5,"         \
    "\"political_anchoring\":\"by_information\",\"plans\":[\"substance_use_plan\"],"               \
    "\"political_items\":\"no\",\"administrative_items\":\"yes\",\"media_coverage\":\"no\","       \
    "\"services_developed\":4,\"own_resources\":2,\"project_funds\":\"yes_not_granted\","          \
    "\"quality_targets\":\"unknown\",\"recipient_cooperation\":\"no\","                            \
    "\"specialist_cooperation\":\"yes\",\"supervision\":\"no\",\"other_reporting\":\"yes\"}"

#endif
