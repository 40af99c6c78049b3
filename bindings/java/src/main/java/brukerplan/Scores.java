package brukerplan;

import com.sun.jna.Pointer;

/**
 * Scores of many assessments, one element a row in each array. The arrays are the caller's to keep and to change.
 */
public final class Scores {
    private final byte[] classes;
    private final int[] points;
    private final byte[] answered;
    private final byte[] reasons;
    private long unreadable;

    private Scores(int rows) {
        classes = new byte[rows];
        points = new int[rows];
        answered = new byte[rows];
        reasons = new byte[rows];
    }

    /** Scores that the library writes part by part. */
    static final class Writer implements AutoCloseable {
        /** A call that scores a part. */
        interface Function {
            int call(Pointer columns, long[] unreadable, byte[] err);
        }

        private final Scores scores;
        private final NativeColumns columns;

        Writer(int rows) {
            scores = new Scores(rows);
            columns = new NativeColumns(Math.min(rows, RatingParts.TOGETHER), Byte.BYTES, Integer.BYTES, Byte.BYTES,
                    Byte.BYTES);
        }

        void part(int first, int count, Function function) {
            scores.unreadable += Call.count((out, err) -> function.call(columns.struct(), out, err));
            columns.read(0, scores.classes, first, count);
            columns.read(1, scores.points, first, count);
            columns.read(2, scores.answered, first, count);
            columns.read(3, scores.reasons, first, count);
        }

        Scores scores() {
            return scores;
        }

        @Override
        public void close() {
            columns.close();
        }
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
