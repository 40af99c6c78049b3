package brukerplan;

/**
 * A table that cannot be used at all, a stream that failed, a call that was cancelled, or a saved validation
 * that does not fit.
 */
public final class TableException extends BrukerplanException {
    private static final long serialVersionUID = 1L;

    TableException(int code, long row, int column, String message) {
        super(code, row, column, message);
    }
}
