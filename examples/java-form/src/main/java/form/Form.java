package form;

import brukerplan.Context;
import brukerplan.CheckResult;
import brukerplan.Domain;
import brukerplan.Finding;
import brukerplan.IndexClass;
import brukerplan.Options;
import brukerplan.Rating;
import brukerplan.Scheme;
import brukerplan.Scores;
import brukerplan.Severity;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A form that asks on each change, and a batch that is scored afterwards. */
public final class Form implements AutoCloseable {
    /** Made once, when the program starts: all forms and all threads may use it. */
    private final Context context;

    /** What stands in the fields, as JSON. */
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Form() {
        // The test policy: people of tests, and no others. A program for real records leaves it out.
        context = Context.create(new Options().language("en").testNumbers(true));
    }

    @Override
    public void close() {
        context.close();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a form does when somebody has typed: hand the whole record over, and show what comes back. */
    private void change(String field, String json) {
        fields.put(field, json);
        CheckResult result = context.check(fields.entrySet().stream().map(one -> quoted(one.getKey()) + ": " + one.getValue())
                .collect(Collectors.joining(", ", "{", "}")));
        System.out.println(field + " changed: class " + result.score().indexClass() + ", worst " + result.worstSeverity());
        for (Finding finding : result.findings()) {
            if (finding.severity().compareTo(Severity.WARNING) >= 0 && finding.field().equals(field)) {
                System.out.println("  " + finding.code() + ": " + finding.message() + " " + finding.action());
            }
        }
    }

    /** Classes of many assessments at once, from a column of each domain. */
    private static void scoreBatch(int rows) {
        byte[][] columns = new byte[Domain.values().length][rows];
        for (int row = 0; row < rows; ++row) {
            for (Domain domain : Domain.values()) {
                Rating rating = Rating.values()[1 + (row + row / 5 * domain.value()) % 3];
                columns[domain.value()][row] = (byte) rating.value();
            }
        }
        try (Scheme scheme = Scheme.create("brukerplan/2024", "sum16/1")) {
            Scores scores = scheme.scoreColumns(columns);
            Map<IndexClass, Integer> counts = new EnumMap<>(IndexClass.class);
            for (int row = 0; row < rows; ++row) {
                counts.merge(scores.get(row).indexClass(), 1, Integer::sum);
            }
            System.out.println(rows + " assessments by " + scheme.id() + ": " + counts);
        }
    }

    /** Fills a form about nobody, in a municipality that does not exist. */
    public static void main(String[] arguments) {
        try (Form form = new Form()) {
            form.change("municipality", "\"9001\"");
            form.change("mapping_year", "2024");
            form.change("mapped_on", "\"2024-10-07\"");
            form.change("birth_year", "1987");
            form.change("substance_problem", "\"yes\"");
            form.change("mental_disorder", "\"less_serious\"");
            for (Domain domain : Domain.values()) {
                form.change(domain.token(), domain == Domain.ACTIVITY ? "\"red\"" : "\"yellow\"");
            }
            form.change("services_received", "[\"follow_up_team\"]");
            form.change("economy", "\"yelow\"");
            form.change("economy", "\"red\"");
        }
        scoreBatch(10_000);
    }
}
