package brukerplan;

/**
 * A call of the library that failed. What stands in a record never makes a call fail, so this is about how the library is
 * used and set up. The message is one line of English for a log and never holds what stood in a record.
 *
 * <p>Its subclasses follow the themes of the codes. Compare {@link #error()}, never the message.
 */
public class BrukerplanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Number of the code.
     * @serial */
    private final int code;
    /** Data row, or -1.
     * @serial */
    private final long row;
    /** Column, or -1.
     * @serial */
    private final int column;

    BrukerplanException(int code, long row, int column, String message) {
        super(message.isEmpty() ? "brukerplan: error " + code : message);
        this.code = code;
        this.row = row;
        this.column = column;
    }

    /** What went wrong; {@link ErrorCode#UNRECOGNISED} for a code of a later library. */
    public ErrorCode error() {
        return ErrorCode.of(code);
    }

    /** The number of {@link #error()} in the C interface, also of one that is not recognised. */
    public int code() {
        return code;
    }

    /** The data row that it is about, from 0; -1 for none. */
    public long row() {
        return row;
    }

    /** The field or column that it is about, from 0; -1 for none. */
    public int column() {
        return column;
    }

    static BrukerplanException of(int code, long row, int column, String message) {
        if (code < 100) {
            return new UsageException(code, row, column, message);
        }
        if (code < 130) {
            return new InstrumentException(code, row, column, message);
        }
        if (code < 200) {
            return new NumberOrPlaceException(code, row, column, message);
        }
        if (code < 300) {
            return new TableException(code, row, column, message);
        }
        return new LibraryFaultException(code, row, column, message);
    }
}
