package brukerplan;

import java.util.Arrays;

/** Pseudonyms of many numbers. The arrays are the caller's to keep and to change. */
public final class Pseudonyms {
    private final byte[] bytes;
    private final byte[] reasons;
    private final long made;

    Pseudonyms(byte[] bytes, byte[] reasons, long made) {
        this.bytes = bytes;
        this.reasons = reasons;
        this.made = made;
    }

    /** How many numbers have one. */
    public long made() {
        return made;
    }

    /** Number of numbers. */
    public int size() {
        return reasons.length;
    }

    /** The pseudonym of one number; null for one that is refused. */
    public byte[] get(int index) {
        int first = index * Pseudonymiser.PSEUDONYM_SIZE;
        return reason(index) == NumberReason.NONE ? Arrays.copyOfRange(bytes, first, first + Pseudonymiser.PSEUDONYM_SIZE)
                : null;
    }

    /** Why a number has none. */
    public NumberReason reason(int index) {
        return NumberReason.of(reasons[index]);
    }

    /** All of them, one after the other; zeros for a number that is refused. */
    public byte[] bytes() {
        return bytes;
    }

    /** Numbers of {@link NumberReason}. */
    public byte[] reasons() {
        return reasons;
    }
}
