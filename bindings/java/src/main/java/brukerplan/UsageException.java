package brukerplan;

/** A call with something that its function does not take: a day that does not exist, an index beyond the last. */
public final class UsageException extends BrukerplanException {
    private static final long serialVersionUID = 1L;

    UsageException(int code, long row, int column, String message) {
        super(code, row, column, message);
    }
}
