package brukerplan;

import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something of the library's that has to be freed once, when no call is using it any more.
 *
 * <p>{@link #close()} may be called from any thread and more than once. Memory is released when the last call that was
 * under way has ended; a call that begins after it ends with an {@link IllegalStateException}. What is never closed is
 * never freed: Java 8 has no cleaner, and finalizers are no substitute.
 */
abstract class Handle implements AutoCloseable {
    private final Pointer pointer;
    private final Consumer<Pointer> free;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Calls under way, and one for the owner until it closes. */
    private final AtomicInteger uses = new AtomicInteger(1);

    Handle(Pointer pointer, Consumer<Pointer> free) {
        this.pointer = pointer;
        this.free = free;
    }

    /**
     * Frees it. Calls on other threads that are under way are finished first; closing twice does nothing.
     */
    @Override
    public final void close() {
        if (closed.compareAndSet(false, true)) {
            leave();
        }
    }

    /** Makes a call with the handle, which is not freed while it lasts. */
    final <T> T with(Function<Pointer, T> call) {
        enter();
        try {
            return call.apply(pointer);
        } finally {
            leave();
        }
    }

    /** The same where there may be none, for which null stands in the C interface. */
    static <T> T withOptional(Handle handle, Function<Pointer, T> call) {
        return handle == null ? call.apply(null) : handle.with(call);
    }

    private void enter() {
        int now;
        do {
            now = uses.get();
            if (now == 0 || closed.get()) {
                throw new IllegalStateException(getClass().getSimpleName() + " is closed");
            }
        } while (!uses.compareAndSet(now, now + 1));
    }

    private void leave() {
        if (uses.decrementAndGet() == 0) {
            free.accept(pointer);
        }
    }
}
