package brukerplan;

/**
 * The library as a whole.
 *
 * <p>It is loaded when a class of this package is first used: from the full path in the system property
 * {@code brukerplan.library}, or else by its name where JNA looks ({@code jna.library.path} and the system's own places).
 * Where it is not found, or has another interface, that use ends with an {@link UnsatisfiedLinkError} that says so.
 */
public final class Brukerplan {
    private Brukerplan() {
    }

    /** Number of the interface of the library that is loaded; another than this wrapper's is refused when it is loaded. */
    public static int abiVersion() {
        return Capi.bplan_abi_version();
    }

    /** Version of the library that is loaded, as {@code 1.2.3}. */
    public static String libraryVersion() {
        return Call.text((version, length, err) -> Capi.bplan_library_get_version(version, length, err));
    }

    /** The packs that come with the library, as JSON (docs/pack-format.md): ids, editions, years and titles, oldest first. */
    public static String packs() {
        return Call.document(Capi::bplan_pack_list);
    }
}
