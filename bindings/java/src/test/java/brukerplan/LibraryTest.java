package brukerplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    /** A program of its own, since a library is loaded once in each. */
    public static final class Version {
        /** Prints the number of the interface. */
        public static void main(String[] arguments) {
            System.out.println("interface " + Brukerplan.abiVersion());
        }
    }

    private int status;

    private String run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path"), Version.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (InputStream input = process.getInputStream()) {
            for (int next = input.read(); next >= 0; next = input.read()) {
                output.write(next);
            }
        }
        status = process.waitFor();
        return output.toString("UTF-8");
    }

    @Test
    void theWrapperHasTheVersionOfTheLibrary() {
        assertEquals(System.getProperty("brukerplan.wrapper.version"), Brukerplan.libraryVersion());
        assertEquals(Capi.ABI_VERSION, Brukerplan.abiVersion());
    }

    @Test
    void itIsFoundByTheFolderThatJnaIsTold() throws Exception {
        String path = System.getProperty(LibraryFile.PROPERTY, "");
        String folder = path.isEmpty() ? System.getProperty("jna.library.path", "")
                : String.valueOf(Paths.get(path).getParent());
        assertEquals("interface 1", run("-Djna.library.path=" + folder).trim());
    }

    @Test
    void anotherInterfaceIsRefused() {
        LibraryFile.requireInterface(1);
        assertThrows(UnsatisfiedLinkError.class, () -> LibraryFile.requireInterface(2));
        assertThrows(UnsatisfiedLinkError.class, () -> LibraryFile.requireInterface(0));
    }

    @Test
    void whereItIsNotTheErrorSaysWhatToDo(@TempDir Path folder) throws Exception {
        String output = run("-D" + LibraryFile.PROPERTY + "=" + folder.resolve("nothing.so"));
        assertNotEquals(0, status);
        assertTrue(output.contains("cannot be loaded; give its full path in the system property brukerplan.library"),
                output);
    }
}
