package brukerplan;

/** A number or a municipality code that cannot be used for what was asked, or weights that cannot. */
public final class NumberOrPlaceException extends BrukerplanException {
    private static final long serialVersionUID = 1L;

    NumberOrPlaceException(int code, long row, int column, String message) {
        super(code, row, column, message);
    }
}
