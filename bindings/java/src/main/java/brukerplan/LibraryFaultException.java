package brukerplan;

/** No memory, or a fault of the library; also a code that this version of the wrapper does not know. */
public final class LibraryFaultException extends BrukerplanException {
    private static final long serialVersionUID = 1L;

    LibraryFaultException(int code, long row, int column, String message) {
        super(code, row, column, message);
    }
}
