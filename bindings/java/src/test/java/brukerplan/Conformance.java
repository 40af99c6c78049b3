package brukerplan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the cases of the conformance kit (tests/conformance) through this wrapper: files or folders as arguments, each
 * difference on standard output, and 0 only if at least one case ran and none differs.
 */
public final class Conformance {
    private final List<JsonObject> cases;
    private final Map<String, List<String>> failures = new LinkedHashMap<>();

    private Conformance(List<JsonObject> cases) {
        this.cases = cases;
    }

    /**
     * Runs the cases that are named by the arguments.
     *
     * @throws IOException a file that cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, new PrintStream(System.out, true, "UTF-8")) ? 0 : 1);
    }

    static boolean run(String[] places, PrintStream out) throws IOException {
        Conformance kit = new Conformance(read(places));
        kit.runAll();
        return kit.report(out);
    }

    private static List<JsonObject> read(String[] places) throws IOException {
        List<JsonObject> cases = new ArrayList<>();
        for (String place : places) {
            for (Path file : files(Paths.get(place))) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (!line.trim().isEmpty()) {
                        cases.add(JsonParser.parseString(line).getAsJsonObject());
                    }
                }
            }
        }
        return cases;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Collections.singletonList(place);
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(file -> file.toString().endsWith(".ndjson")).sorted().collect(Collectors.toList());
        }
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    private void runAll() {
        Map<String, List<JsonObject>> together = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (JsonObject one : cases) {
            List<String> found = new ArrayList<>();
            if (!ids.add(text(one, "id"))) {
                found.add("  there is more than one case of this id");
            }
            try {
                ConformanceKinds.only(one, "id", "kind", "reason", "given", "expected");
                found.addAll(differences(one, ConformanceKinds.answer(text(one, "kind"), one.getAsJsonObject("given"))));
            } catch (ConformanceKinds.TooOld tooOld) {
                found.add("  " + tooOld.getMessage());
            } catch (RuntimeException unreadable) {
                found.add("  the case cannot be read: " + unreadable);
            }
            if (!found.isEmpty()) {
                failures.put(text(one, "id"), found);
            } else if (text(one, "kind").equals("score") && !one.getAsJsonObject("expected").has("error")) {
                together.computeIfAbsent(ConformanceKinds.schemeWords(one.getAsJsonObject("given")),
                        scheme -> new ArrayList<>()).add(one);
            }
        }
        together.values().forEach(this::runTogether);
    }

    /** Score cases of one scheme once more, through the function for many. */
    private void runTogether(List<JsonObject> group) {
        JsonObject[] answers = ConformanceKinds.scoreTogether(
                group.stream().map(one -> one.getAsJsonObject("given")).collect(Collectors.toList()));
        for (int i = 0; i < answers.length; ++i) {
            List<String> found = differences(group.get(i), answers[i]);
            if (!found.isEmpty()) {
                found.add(0, "  among many:");
                failures.put(text(group.get(i), "id"), found);
            }
        }
    }

    /** Key by key what was expected and what came instead. */
    private static List<String> differences(JsonObject one, JsonObject answer) {
        JsonObject expected = one.getAsJsonObject("expected");
        List<String> found = new ArrayList<>();
        if (expected.size() == 0) {
            found.add("  the case expects nothing");
        }
        if (answer.has("error") && !expected.has("error")) {
            found.add("  expected an answer, and the call was refused: " + text(answer, "error"));
            return found;
        }
        for (Map.Entry<String, JsonElement> entry : expected.entrySet()) {
            JsonElement came = answer.get(entry.getKey());
            if (!entry.getValue().equals(came)) {
                found.add("  " + entry.getKey() + ": expected " + entry.getValue() + ", got "
                        + (came == null ? "nothing" : came));
            }
        }
        return found;
    }

    private boolean report(PrintStream out) {
        Map<String, Integer> kinds = new TreeMap<>();
        Set<String> failed = new LinkedHashSet<>(failures.keySet());
        for (JsonObject one : cases) {
            kinds.merge(text(one, "kind"), 1, Integer::sum);
            if (failed.remove(text(one, "id"))) {
                out.println(text(one, "id") + ": " + text(one, "reason"));
                failures.get(text(one, "id")).forEach(out::println);
            }
        }
        String counts = kinds.entrySet().stream().map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        out.println("conformance: " + cases.size() + " cases, " + (cases.size() - failures.size()) + " passed (" + counts
                + ")");
        return !cases.isEmpty() && failures.isEmpty();
    }
}
