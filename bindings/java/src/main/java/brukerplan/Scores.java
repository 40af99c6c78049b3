package brukerplan;

/**
 * Scores of many assessments, one element a row in each array. The arrays are the caller's to keep and to change.
 */
public final class Scores {
    private final byte[] classes;
    private final int[] points;
    private final byte[] answered;
    private final byte[] reasons;
    private long unreadable;

    Scores(int rows) {
        classes = new byte[rows];
        points = new int[rows];
        answered = new byte[rows];
        reasons = new byte[rows];
    }

    /** Arrays of the C interface for rows that are scored together. */
    static NativeColumns columns(int rows) {
        return new NativeColumns(rows, Byte.BYTES, Integer.BYTES, Byte.BYTES, Byte.BYTES);
    }

    void read(NativeColumns columns, int first, int count, long unreadableRows) {
        columns.read(0, classes, first, count);
        columns.read(1, points, first, count);
        columns.read(2, answered, first, count);
        columns.read(3, reasons, first, count);
        unreadable += unreadableRows;
    }

    /** Number of rows. */
    public int size() {
        return classes.length;
    }

    /** The score of one row. */
    public Score get(int row) {
        return new Score(classes[row], points[row], answered[row], reasons[row]);
    }

    /** Classes, numbers of {@link IndexClass}. */
    public byte[] classes() {
        return classes;
    }

    /** Points; 0 without a class, and in a scheme without points. */
    public int[] points() {
        return points;
    }

    /** Numbers of assessed domains. */
    public byte[] answered() {
        return answered;
    }

    /** Why there is no class, numbers of {@link NoClassReason}. */
    public byte[] reasons() {
        return reasons;
    }

    /** Number of rows in which a number is no rating. */
    public long unreadable() {
        return unreadable;
    }
}
