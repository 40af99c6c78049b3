package brukerplan;

import com.sun.jna.Pointer;
import java.util.function.LongPredicate;

/** A function of the caller's as the C interface wants it: no exception may leave it, so one is kept and ends the call. */
final class ProgressCallback implements Capi.NativeProgress {
    private final LongPredicate progress;
    private RuntimeException thrown;
    private Error fault;

    ProgressCallback(LongPredicate progress) {
        this.progress = progress;
    }

    @Override
    public int rows(long rows, Pointer payload) {
        try {
            return progress.test(rows) ? 0 : 1;
        } catch (RuntimeException exception) {
            thrown = exception;
        } catch (Error error) {
            fault = error;
        }
        return 1;
    }

    /** What the caller's function threw; where it did not, the exception that is given. */
    RuntimeException rethrown(RuntimeException otherwise) {
        if (fault != null) {
            throw fault;
        }
        return thrown != null ? thrown : otherwise;
    }
}
