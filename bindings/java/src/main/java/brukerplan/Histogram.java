package brukerplan;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * How many persons have which of the 65536 assessments: all that any scheme needs to know of a group
 * ({@link Scheme#countClass}, {@link Scheme#compare}). Histograms of parts add up to that of the whole.
 *
 * <p>One thread at a time while it is changed. The caller closes it.
 */
public final class Histogram extends Handle {
    /** A histogram of nobody. */
    public Histogram() {
        super(Call.handle(Capi::bplan_histogram_create), Capi::bplan_histogram_free);
    }

    static void requireAssessments(long[] counts) {
        if (counts.length != Capi.ASSESSMENTS) {
            throw new IllegalArgumentException("counts: one for each of the 65536 assessments");
        }
    }

    private void change(Consumer<Pointer> change) {
        with(histogram -> {
            change.accept(histogram);
            return null;
        });
    }

    /**
     * Adds the persons of rows of eight columns, as {@link Scheme#scoreColumns} takes them. Rows in which a number is no
     * rating are counted apart.
     *
     * @throws IllegalArgumentException not eight columns, or not of the same length
     */
    public void addColumns(byte[][] columns) {
        change(histogram -> RatingParts.columns(columns, (first, count, ratings) -> Call.plain(
                err -> Capi.bplan_histogram_add_columns(histogram, ratings, count, err))));
    }

    /**
     * The same for structs in a direct buffer, as {@link Scheme#scoreStrided} takes them.
     *
     * @param buffer a direct buffer
     * @param offsets eight places of the first row
     * @param strides eight distances from one row to the next
     * @param rows number of rows
     * @throws IllegalArgumentException not a direct buffer, not eight places and distances, a negative number of rows,
     *         or a rating that would lie outside the buffer's remaining bytes
     * @throws ArithmeticException places beyond 63 bits
     */
    public void addStrided(ByteBuffer buffer, long[] offsets, long[] strides, int rows) {
        change(histogram -> RatingParts.strided(buffer, offsets, strides, rows, (first, count, ratings) -> Call.plain(
                err -> Capi.bplan_histogram_add_strided(histogram, ratings, strides, count, err))));
    }

    /** The same for assessments that are given by their codes, as {@link Scheme#scorePacked} takes them. */
    public void addPacked(short[] codes) {
        change(histogram -> RatingParts.packed(codes, (first, count, ratings) -> Call.plain(
                err -> Capi.bplan_histogram_add_packed(histogram, ratings, count, err))));
    }

    /**
     * The same for the rows of an Arrow batch, as {@link Context#scoreTable} takes it: every row is a person.
     *
     * @param context the instrument that the columns are of
     * @param schema address of a struct ArrowSchema, borrowed
     * @param batch address of a struct ArrowArray, borrowed
     * @throws UsageException an address of 0
     * @throws TableException a table that cannot be used; nothing is added
     */
    public void addTable(Context context, long schema, long batch) {
        change(histogram -> context.with(instrument -> {
            Call.plain(err -> Capi.bplan_histogram_add_table(histogram, instrument, Address.of(schema), Address.of(batch),
                    err));
            return null;
        }));
    }

    /**
     * Adds counts made elsewhere.
     *
     * @param counts 65536 numbers of persons by the code of their assessment
     * @param unreadable a number of rows that could not be read
     * @throws IllegalArgumentException not 65536 numbers
     * @throws UsageException a negative number, or more than 63 bits together: the exception has the code as its row, and
     *         nothing is added
     */
    public void addCounts(long[] counts, long unreadable) {
        requireAssessments(counts);
        change(histogram -> Call.plain(err -> Capi.bplan_histogram_add_counts(histogram, counts, unreadable, err)));
    }

    /** The 65536 counts by code, as they are now. */
    public long[] counts() {
        return with(histogram -> Call.handle((out, err) -> Capi.bplan_histogram_get_counts(histogram, out, err))
                .getLongArray(0, Capi.ASSESSMENTS));
    }

    /** Number of persons, the sum of the counts. */
    public long countPersons() {
        return with(histogram -> Call.count((out, err) -> Capi.bplan_histogram_count_persons(histogram, out, err)));
    }

    /** Number of rows that were not counted, since a number in them is no rating. */
    public long countUnreadable() {
        return with(histogram -> Call.count((out, err) -> Capi.bplan_histogram_count_unreadable(histogram, out, err)));
    }
}
