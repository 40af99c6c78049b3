package brukerplan;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Makes pseudonyms under one key: HMAC-SHA-256 of a national number (docs/pseudonyms.md). The key lies in locked memory
 * outside Java's and is wiped when the pseudonymiser is closed.
 *
 * <p>Never changes; may be used by several threads at once. The caller closes it.
 */
public final class Pseudonymiser extends Handle {
    /** Bytes of a pseudonym. */
    public static final int PSEUDONYM_SIZE = Capi.PSEUDONYM_SIZE;

    /** Bytes of a linking key. */
    public static final int LINKING_KEY_SIZE = Capi.LINKING_KEY_SIZE;

    private Pseudonymiser(Pointer pointer) {
        super(pointer, Capi::bplan_pseudonymiser_free);
    }

    /**
     * One with a random key that nobody can get out, for merging within one mapping of one municipality. Once it is
     * closed nothing leads a pseudonym back to a person.
     *
     * @throws LibraryFaultException no more memory may be locked, or the system gives no randomness
     */
    public static Pseudonymiser ephemeral(String mappingId, String municipality) {
        byte[] mapping = Call.utf8(mappingId);
        byte[] code = Call.utf8(municipality);
        return new Pseudonymiser(Call.handle((out, err) -> Capi.bplan_pseudonymiser_create_ephemeral(mapping,
                mapping.length, code, code.length, out, err)));
    }

    /**
     * One with a key of the caller's, to link mappings of several years: one person has one pseudonym wherever key and
     * purpose are the same. The caller answers for the legal basis and for wiping its own array; the copy that this
     * method makes is wiped.
     *
     * @throws UsageException a key that has not {@link #LINKING_KEY_SIZE} bytes
     * @throws LibraryFaultException no more memory may be locked
     */
    public static Pseudonymiser linking(byte[] key, String purpose) {
        byte[] utf8 = Call.utf8(purpose);
        try (Memory copy = new Memory(Math.max(1, key.length))) {
            copy.write(0, key, 0, key.length);
            try {
                return new Pseudonymiser(Call.handle((out, err) -> Capi.bplan_pseudonymiser_create_linking(copy, key.length,
                        utf8, utf8.length, out, err)));
            } finally {
                copy.clear();
            }
        }
    }

    /** The kind of key. */
    public PseudonymBasis basis() {
        return PseudonymBasis.of(
                with(handle -> Call.number((out, err) -> Capi.bplan_pseudonymiser_get_basis(handle, out, err))));
    }

    /**
     * The pseudonym of one national number, which may be written with blanks and hyphens.
     *
     * @param number the number
     * @param policy what is accepted; null for the policy that nothing was set in
     * @throws NumberOrPlaceException the policy does not accept it, or it is a DUF number or a placeholder
     */
    public byte[] make(String number, NumberPolicy policy) {
        byte[] utf8 = Call.utf8(number);
        byte[] pseudonym = new byte[PSEUDONYM_SIZE];
        return with(handle -> withOptional(policy, accepted -> {
            Call.plain(err -> Capi.bplan_pseudonymiser_make(handle, accepted, utf8, utf8.length, pseudonym, err));
            return pseudonym;
        }));
    }

    /**
     * The pseudonyms of many national numbers of eleven digits; number i begins at byte {@code i * stride}.
     *
     * @param numbers the bytes
     * @param stride distance from one number to the next, at least 11
     * @param count how many
     * @param policy what is accepted; null for the policy that nothing was set in
     * @throws IllegalArgumentException there are fewer bytes than that
     * @throws UsageException a negative count, or a stride below 11
     */
    public Pseudonyms makeFixed(byte[] numbers, int stride, int count, NumberPolicy policy) {
        NationalNumber.requireFixed(numbers, stride, count);
        byte[] bytes = new byte[Math.multiplyExact(Math.max(0, count), PSEUDONYM_SIZE)];
        byte[] reasons = new byte[Math.max(0, count)];
        return with(handle -> withOptional(policy, accepted -> new Pseudonyms(bytes, reasons,
                Call.count((out, err) -> Capi.bplan_pseudonymiser_make_fixed(handle, accepted, numbers, stride, count, bytes,
                        reasons, out, err)))));
    }
}
