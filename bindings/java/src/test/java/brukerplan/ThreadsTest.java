package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final int THREADS = 4;
    private static final int TIMES = 200;

    private static <T> void onThreads(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; ++i) {
            running.add(threads.submit(work));
        }
        for (Future<T> one : running) {
            one.get();
        }
        threads.shutdown();
    }

    @Test
    void aContextIsShared() throws Exception {
        String bad = Example.RECORD.replace("\"economy\": \"yellow\"", "\"economy\": \"x\"");
        try (Context context = Example.options().createContext()) {
            String expected = context.check(bad).json();
            onThreads(() -> {
                for (int i = 0; i < TIMES; ++i) {
                    assertEquals(expected, context.check(bad).json());
                }
                return null;
            });
        }
    }

    @Test
    void aSchemeIsShared() throws Exception {
        short[] codes = new short[50000];
        for (int i = 0; i < codes.length; ++i) {
            codes[i] = (short) (i * 7);
        }
        try (Scheme scheme = Scheme.create(null, null)) {
            byte[] expected = scheme.scorePacked(codes).classes();
            onThreads(() -> {
                for (int i = 0; i < TIMES / 10; ++i) {
                    assertArrayEquals(expected, scheme.scorePacked(codes).classes());
                }
                return null;
            });
        }
    }

    @Test
    void aPseudonymiserAndAPolicyAreShared() throws Exception {
        try (Pseudonymiser maker = Pseudonymiser.ephemeral("2024-1", "9001");
                NumberPolicy policy = NumberPolicy.builder().testNumbers(true).build()) {
            byte[] expected = maker.make("15868710168", policy);
            onThreads(() -> {
                for (int i = 0; i < TIMES; ++i) {
                    assertArrayEquals(expected, maker.make("15868710168", policy));
                }
                return null;
            });
        }
    }

    @Test
    void aContextMayBeClosedWhileOthersUseIt() throws Exception {
        for (int i = 0; i < 20; ++i) {
            Context context = Example.options().createContext();
            onThreads(() -> {
                try {
                    for (int k = 0; k < 5; ++k) {
                        assertEquals(IndexClass.YELLOW, context.check(Example.RECORD).score().indexClass());
                    }
                    context.close();
                } catch (IllegalStateException closedByAnother) {
                    assertEquals("Context is closed", closedByAnother.getMessage());
                }
                return null;
            });
        }
    }
}
