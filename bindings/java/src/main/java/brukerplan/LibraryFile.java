package brukerplan;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** Where the shared library is: at the path that a system property gives, or under its name where JNA looks. */
final class LibraryFile {
    /** System property with the library's full path. */
    static final String PROPERTY = "brukerplan.library";

    private LibraryFile() {
    }

    /** The name holds the number of the interface, so that a library with another one is not found. */
    static String name() {
        if (Platform.isWindows()) {
            return "brukerplan-" + Capi.ABI_VERSION;
        }
        return Platform.isMac() ? "libbrukerplan." + Capi.ABI_VERSION + ".dylib"
                : "libbrukerplan.so." + Capi.ABI_VERSION;
    }

    static NativeLibrary load() {
        String path = System.getProperty(PROPERTY, "");
        try {
            return NativeLibrary.getInstance(path.isEmpty() ? name() : path);
        } catch (UnsatisfiedLinkError notFound) {
            UnsatisfiedLinkError error = new UnsatisfiedLinkError("brukerplan: the library "
                    + (path.isEmpty() ? name() : path) + " cannot be loaded; give its full path in the system property "
                    + PROPERTY + ", or its folder in jna.library.path");
            error.initCause(notFound);
            throw error;
        }
    }

    /** Before any other function is looked up: one with this name may be another in another interface. */
    static void requireInterface(int version) {
        if (version != Capi.ABI_VERSION) {
            throw new UnsatisfiedLinkError("brukerplan: the library has interface " + version + ", and this wrapper needs "
                    + Capi.ABI_VERSION + "; give the path of a library with that interface in the system property "
                    + PROPERTY);
        }
    }
}
