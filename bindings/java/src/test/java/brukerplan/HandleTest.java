package brukerplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.jna.Pointer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandleTest {
    private final AtomicInteger freed = new AtomicInteger();

    private final class Counted extends Handle {
        Counted() {
            super(new Pointer(1), pointer -> freed.incrementAndGet());
        }
    }

    @Test
    void itIsFreedOnceHoweverOftenItIsClosed() {
        Counted handle = new Counted();
        handle.close();
        handle.close();
        assertEquals(1, freed.get());
    }

    @Test
    void aCallAfterItIsClosedIsRefused() {
        Counted handle = new Counted();
        handle.close();
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> handle.with(pointer -> 0));
        assertEquals("Counted is closed", refused.getMessage());
    }

    @Test
    void aCallThatIsUnderWayIsFinishedBeforeItIsFreed() throws Exception {
        Counted handle = new Counted();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger freedWithin = new AtomicInteger(-1);
        Thread caller = new Thread(() -> handle.with(pointer -> {
            inside.countDown();
            try {
                closed.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            freedWithin.set(freed.get());
            return 0;
        }));
        caller.start();
        inside.await();
        handle.close();
        assertThrows(IllegalStateException.class, () -> handle.with(pointer -> 0));
        closed.countDown();
        caller.join();
        assertEquals(0, freedWithin.get());
        assertEquals(1, freed.get());
    }

    @Test
    void aCallThatThrowsIsOver() {
        Counted handle = new Counted();
        assertThrows(ArithmeticException.class, () -> handle.with(pointer -> {
            throw new ArithmeticException();
        }));
        handle.close();
        assertEquals(1, freed.get());
    }
}
