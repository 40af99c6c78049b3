package brukerplan;

/** Nobody: a record about a synthetic number (month + 80) in a municipality that does not exist. */
final class Example {
    static final String RECORD = "{\"row_ref\": \"A-17\", \"municipality\": \"9001\", \"mapping_year\": 2024,"
            + " \"mapped_on\": \"2024-10-07\", \"unit_kind\": \"health_and_care\","
            + " \"national_number\": \"15868710168\", \"sex\": \"male\","
            + " \"substance_problem\": \"yes\", \"mental_disorder\": \"less_serious\","
            + " \"housing\": \"yellow\", \"activity\": \"red\", \"economy\": \"yellow\","
            + " \"physical_health\": \"green\", \"mental_health\": \"yellow\", \"substance_use\": \"red\","
            + " \"social_functioning\": \"yellow\", \"network\": \"green\","
            + " \"substances\": [\"alcohol\", \"cannabis\"], \"housing_kind\": \"homeless\","
            + " \"services_received\": [\"follow_up_team\"], \"services_needed\": null}";

    private Example() {
    }

    static Options options() {
        return new Options().language("en").testNumbers(true);
    }
}
