package brukerplan;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A scoring scheme made ready for use: scores ratings without records (docs/scoring.md). A rating is a number of
 * {@link Rating}; a row with another number is unreadable and has no class.
 *
 * <p>Never changes; may be used by several threads at once. The caller closes it; documents made with it live on.
 */
public final class Scheme extends Handle {
    private Scheme(Pointer pointer) {
        super(pointer, Capi::bplan_scheme_free);
    }

    /**
     * A scheme that comes with the library, as {@code create("brukerplan/2024", "sum16/1")}; null for the newest pack,
     * and for its first scheme.
     *
     * @throws InstrumentException no such pack, or no such scheme in it
     */
    public static Scheme create(String packId, String schemeId) {
        byte[] pack = Call.utf8OrEmpty(packId);
        byte[] scheme = Call.utf8OrEmpty(schemeId);
        return new Scheme(Call.handle(
                (out, err) -> Capi.bplan_scheme_create(pack, pack.length, scheme, scheme.length, out, err)));
    }

    /**
     * A scheme of the caller's own from JSON text, which is checked.
     *
     * @throws InstrumentException the text cannot be read, or the scheme has a fault; the message says where, and names
     *         an assessment that shows it
     */
    public static Scheme fromJson(String json) {
        byte[] utf8 = Call.utf8(json);
        return new Scheme(
                Call.handle((out, err) -> Capi.bplan_scheme_create_from_json(utf8, utf8.length, out, err)));
    }

    /** Id of the scheme, as {@code sum16/1}. */
    public String id() {
        return with(scheme -> Call.text((id, length, err) -> Capi.bplan_scheme_get_id(scheme, id, length, err)));
    }

    /** One of the functions that score one assessment. */
    private interface ScoreFunction {
        int call(int[] indexClass, int[] points, int[] answered, int[] reason, byte[] err);
    }

    private static Score score(ScoreFunction function) {
        NativeError err = new NativeError();
        int[] indexClass = new int[1];
        int[] points = new int[1];
        int[] answered = new int[1];
        int[] reason = new int[1];
        err.check(function.call(indexClass, points, answered, reason, err.bytes));
        return new Score(indexClass[0], points[0], answered[0], reason[0]);
    }

    /**
     * Scores one assessment: eight numbers, in the order of {@link Domain}.
     *
     * @throws IllegalArgumentException not eight numbers
     */
    public Score score(byte... ratings) {
        RatingParts.requireDomains(ratings.length);
        return with(scheme -> score((indexClass, points, answered, reason, err) -> Capi.bplan_scheme_score_ratings(scheme,
                ratings, indexClass, points, answered, reason, err)));
    }

    /** Scores one assessment; a domain that is not in the map is not assessed. */
    public Score score(Map<Domain, Rating> ratings) {
        return score(numbers(ratings));
    }

    /**
     * Scores one assessment that is given by its code: two bits a domain, those of housing lowest.
     *
     * @throws UsageException the code is not from 0 to 65535
     */
    public Score scoreCode(int code) {
        return with(scheme -> score((indexClass, points, answered, reason, err) -> Capi.bplan_scheme_score_code(scheme,
                code, indexClass, points, answered, reason, err)));
    }

    /**
     * Why an assessment has its class, as JSON (docs/scoring.md).
     *
     * @param ratings the ratings; a domain that is not in the map is not assessed
     * @param language {@code nb}, {@code nn} or {@code en}; null for {@code nb}
     * @throws InstrumentException no texts in the language
     */
    public String explain(Map<Domain, Rating> ratings, String language) {
        byte[] numbers = numbers(ratings);
        byte[] utf8 = Call.utf8OrEmpty(language);
        return with(scheme -> Call.document(
                (out, err) -> Capi.bplan_scheme_explain(scheme, numbers, utf8, utf8.length, out, err)));
    }

    /**
     * How this scheme and another differ, as JSON (docs/scoring.md).
     *
     * @param other the other scheme
     * @param counts 65536 numbers of persons by the code of their assessment; null for every assessment once
     * @throws IllegalArgumentException not 65536 numbers
     * @throws UsageException a negative number, or more than 63 bits together: the exception has the code as its row
     */
    public String compare(Scheme other, long[] counts) {
        if (counts != null) {
            Histogram.requireAssessments(counts);
        }
        return with(first -> other.with(second -> Call.document(
                (out, err) -> Capi.bplan_scheme_compare(first, second, counts, out, err))));
    }

    /**
     * Scores rows of eight columns of ratings, in the order of {@link Domain}, all of the same length. Every answer is
     * that of {@link #score(byte...)} for the same row.
     *
     * @throws IllegalArgumentException not eight columns, or not of the same length
     */
    public Scores scoreColumns(byte[][] columns) {
        return scores(RatingParts.rows(columns), (scheme, to) -> RatingParts.columns(columns,
                (first, count, ratings) -> to.part(first, count, (out, unreadable, err) -> Capi
                        .bplan_scheme_score_columns(scheme, ratings, count, out, unreadable, err))));
    }

    /**
     * Scores rows inside structs that lie in memory outside the heap, without copying them: the rating of domain d in row
     * i is the byte at {@code offsets[d] + i * strides[d]}, counted from the buffer's position. A stride may be 0, one
     * rating for all rows, or negative. The buffer's position and limit stay as they are.
     *
     * @param buffer a direct buffer
     * @param offsets eight places of the first row
     * @param strides eight distances from one row to the next
     * @param rows number of rows
     * @throws IllegalArgumentException not a direct buffer, not eight places and distances, a negative number of rows,
     *         or a rating that would lie outside the buffer's remaining bytes
     * @throws ArithmeticException places beyond 63 bits
     */
    public Scores scoreStrided(ByteBuffer buffer, long[] offsets, long[] strides, int rows) {
        return scores(rows, (scheme, to) -> RatingParts.strided(buffer, offsets, strides, rows,
                (first, count, ratings) -> to.part(first, count, (out, unreadable, err) -> Capi
                        .bplan_scheme_score_strided(scheme, ratings, strides, count, out, unreadable, err))));
    }

    /**
     * Scores assessments that are given by their codes, which are 16 bits without a sign: nothing is unreadable. Every
     * answer is that of {@link #scoreCode} for the same number.
     */
    public Scores scorePacked(short[] codes) {
        return scores(codes.length, (scheme, to) -> RatingParts.packed(codes,
                (first, count, ratings) -> to.part(first, count, (out, unreadable, err) -> Capi
                        .bplan_scheme_score_packed(scheme, ratings, count, out, err))));
    }

    private Scores scores(int rows, BiConsumer<Pointer, Scores.Writer> scoring) {
        return with(scheme -> {
            try (Scores.Writer writer = new Scores.Writer(Math.max(0, rows))) {
                scoring.accept(scheme, writer);
                return writer.scores();
            }
        });
    }

    /**
     * How many persons have a class.
     *
     * @param counts 65536 numbers of persons by the code of their assessment, as {@link Histogram#counts()} gives them
     * @param indexClass the class
     * @throws IllegalArgumentException not 65536 numbers
     * @throws UsageException a negative number, or more than 63 bits together: the exception has the code as its row
     */
    public long countClass(long[] counts, IndexClass indexClass) {
        Histogram.requireAssessments(counts);
        return with(scheme -> Call.count((out, err) -> Capi.bplan_scheme_count_class(scheme, counts, indexClass.value(),
                out, err)));
    }

    /**
     * How many persons have no class for a reason; with {@link NoClassReason#HAS_CLASS}, how many have one.
     *
     * @param counts 65536 numbers of persons by the code of their assessment, as {@link Histogram#counts()} gives them
     * @param reason the reason
     * @throws IllegalArgumentException not 65536 numbers
     * @throws UsageException a negative number, or more than 63 bits together: the exception has the code as its row
     */
    public long countNoClass(long[] counts, NoClassReason reason) {
        Histogram.requireAssessments(counts);
        return with(scheme -> Call.count((out, err) -> Capi.bplan_scheme_count_no_class(scheme, counts, reason.value(),
                out, err)));
    }

    private static byte[] numbers(Map<Domain, Rating> ratings) {
        byte[] numbers = new byte[Capi.DOMAINS];
        ratings.forEach((domain, rating) -> numbers[domain.value()] = (byte) rating.value());
        return numbers;
    }
}
