package brukerplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundTest {
    private final Map<String, Method> bound = Arrays.stream(Capi.class.getDeclaredMethods())
            .filter(method -> Modifier.isNative(method.getModifiers()))
            .collect(Collectors.toMap(Method::getName, method -> method, (one, other) -> one, TreeMap::new));

    private static Set<String> exported() {
        return Stream.of("brukerplan.symbols", "brukerplan_experimental.symbols")
                .flatMap(file -> Arrays.stream(
                        Header.read(Paths.get(System.getProperty("brukerplan.symbols"), file)).split("\\s+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names and reasons: one of each a line. */
    private static Map<String, String> notBound() {
        return Arrays.stream(Header.read(Paths.get("not-bound.txt")).split("\n"))
                .filter(line -> !line.startsWith("#") && !line.trim().isEmpty()).map(line -> line.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0].trim(), parts -> parts.length > 1 ? parts[1].trim() : ""));
    }

    @Test
    void everyFunctionIsBoundOrOnTheListOfThoseThatAreNot() {
        Set<String> covered = new TreeSet<>(bound.keySet());
        notBound().forEach((name, reason) -> {
            assertFalse(reason.isEmpty(), name + " has no reason");
            assertTrue(covered.add(name), name + " is bound");
        });
        Set<String> missing = new TreeSet<>(exported());
        Set<String> gone = new TreeSet<>(covered);
        missing.removeAll(covered);
        gone.removeAll(exported());
        assertEquals(Collections.emptySet(), missing, "neither bound nor listed");
        assertEquals(Collections.emptySet(), gone, "not in the library");
    }

    @Test
    void everyFunctionIsBoundAsTheHeaderDeclaresIt() {
        Map<String, String[]> declared = Header.functions();
        bound.forEach((name, method) -> {
            String[] parameters = declared.getOrDefault(name, new String[0]);
            Class<?>[] types = method.getParameterTypes();
            assertEquals(parameters.length, types.length, name);
            for (int i = 0; i < types.length; ++i) {
                assertTrue(fits(parameters[i], types[i]), name + ": " + parameters[i] + " is no " + types[i]);
            }
        });
    }

    private static boolean fits(String declared, Class<?> type) {
        if (declared.contains("**")) {
            return type == long[].class || declared.contains("uint8_t**") && type == com.sun.jna.Pointer.class;
        }
        if (!declared.contains("*")) {
            return declared.startsWith("int64_t") ? type == long.class : type == int.class;
        }
        Class<?> array = declared.contains("int64_t*") ? long[].class
                : declared.contains("int32_t*") ? int[].class
                        : declared.contains("char*") || declared.contains("int8_t*") || declared.contains("bplan_error*")
                                ? byte[].class : com.sun.jna.Pointer.class;
        return type == array || type == com.sun.jna.Pointer.class && !declared.contains("bplan_error*")
                || type == Capi.NativeProgress.class && declared.contains("bplan_progress*");
    }
}
