package brukerplan;

import com.sun.jna.Pointer;

/** Addresses as other libraries of Java hand them over. */
final class Address {
    private Address() {
    }

    /** The pointer to an address; null for 0, which the library refuses. */
    static Pointer of(long address) {
        return address == 0 ? null : new Pointer(address);
    }
}
