package brukerplan;

/** A pack, mapping, profile, scheme or language that is not there, cannot be read, or does not fit. */
public final class InstrumentException extends BrukerplanException {
    private static final long serialVersionUID = 1L;

    InstrumentException(int code, long row, int column, String message) {
        super(code, row, column, message);
    }
}
