package brukerplan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
    private boolean passes;

    private String run(String... places) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        passes = Conformance.run(places, new PrintStream(out, true, "UTF-8"));
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    private String runOne(Path folder, String line) throws IOException {
        Files.write(folder.resolve("case.ndjson"), Collections.singletonList(line), StandardCharsets.UTF_8);
        return run(folder.toString());
    }

    @Test
    void everyCaseOfTheKitHasTheAnswerThatIsKnown() throws IOException {
        String report = run(System.getProperty("brukerplan.conformance"));
        assertTrue(passes, report);
    }

    @Test
    void aCaseWithAnotherAnswerIsPrintedWithItsReason(@TempDir Path folder) throws IOException {
        String report = runOne(folder, "{\"id\": \"score/x\", \"kind\": \"score\", \"reason\": \"Because.\", \"given\":"
                + " {\"scheme\": \"sum16/1\", \"ratings\": [1,1,1,1,1,1,1,1]}, \"expected\": {\"class\": \"red\"}}");
        assertFalse(passes);
        assertTrue(report.startsWith("score/x: Because.\n  class: expected \"red\", got \"green\"\n"), report);
        assertTrue(report.endsWith("conformance: 1 cases, 0 passed (score 1)\n"), report);
    }

    @Test
    void aKindOrAKeyThatIsNotKnownIsAFailure(@TempDir Path folder) throws IOException {
        assertTrue(runOne(folder, "{\"id\": \"x\", \"kind\": \"x\", \"reason\": \"\", \"given\": {}, \"expected\":"
                + " {\"x\": 1}}").contains("the runner is too old"));
        assertFalse(passes);
        assertTrue(runOne(folder, "{\"id\": \"x\", \"kind\": \"normalise\", \"reason\": \"\", \"given\": {\"text\": \"1\","
                + " \"x\": 1}, \"expected\": {\"digits\": \"1\"}}").contains("the runner is too old"));
        assertFalse(passes);
    }

    @Test
    void noCaseIsNoSuccess(@TempDir Path folder) throws IOException {
        run(folder.toString());
        assertFalse(passes);
    }
}
