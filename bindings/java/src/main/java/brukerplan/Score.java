package brukerplan;

/** Class and points of one assessment. A value that never changes. */
public final class Score {
    private final IndexClass indexClass;
    private final int points;
    private final int answered;
    private final NoClassReason reason;

    Score(int indexClass, int points, int answered, int reason) {
        this.indexClass = IndexClass.of(indexClass);
        this.points = points;
        this.answered = answered;
        this.reason = NoClassReason.of(reason);
    }

    /** Class of the living-conditions index. */
    public IndexClass indexClass() {
        return indexClass;
    }

    /** Points of the scheme; 0 without a class, and in a scheme without points. */
    public int points() {
        return points;
    }

    /** Number of assessed domains, 0 to 8. */
    public int answered() {
        return answered;
    }

    /** Why there is no class. */
    public NoClassReason reason() {
        return reason;
    }

    @Override
    public String toString() {
        return indexClass == IndexClass.NONE ? "no class: " + reason : "class " + indexClass + ", points " + points;
    }
}
