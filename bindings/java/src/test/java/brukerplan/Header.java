package brukerplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of brukerplan.h, which the tests compare the wrapper with. */
final class Header {
    private static final String TEXT = read(Paths.get(System.getProperty("brukerplan.headers"), "brukerplan.h"));

    private Header() {
    }

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Numbers that are defined, by their names without {@code BPLAN_}. */
    static Map<String, Integer> constants() {
        Map<String, Integer> constants = new LinkedHashMap<>();
        Matcher define = Pattern.compile("(?m)^#define BPLAN_(\\w+) \\(?(-?\\d+)\\)?\\s*(?:/\\*|$)").matcher(TEXT);
        while (define.find()) {
            constants.put(define.group(1), Integer.valueOf(define.group(2)));
        }
        return constants;
    }

    /** Types of the parameters of each function, by its name; nothing for {@code void}. */
    static Map<String, String[]> functions() {
        Map<String, String[]> functions = new LinkedHashMap<>();
        Matcher function = Pattern.compile("BPLAN_API (\\w+) (bplan_\\w+)\\(([^)]*)\\)").matcher(TEXT);
        while (function.find()) {
            String parameters = function.group(3).replaceAll("\\s+", " ").trim();
            functions.put(function.group(2), parameters.equals("void") ? new String[0] : parameters.split(", "));
        }
        return functions;
    }
}
