package brukerplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NativeErrorTest {
    @Test
    void itHasTheSizeThatTheLibraryKnows() {
        byte[] bytes = new byte[NativeError.SIZE + 8];
        Arrays.fill(bytes, (byte) 0x55);
        assertEquals(Capi.OK, Capi.bplan_error_init(NativeError.SIZE, bytes));
        NativeError made = new NativeError();
        System.arraycopy(bytes, 0, made.bytes, 0, NativeError.SIZE);
        assertEquals(0, made.code());
        assertEquals(-1, made.row());
        assertEquals(-1, made.column());
        assertEquals("", made.message());
        assertEquals(0x55, bytes[NativeError.SIZE]);
    }

    @Test
    void aFailedCallFillsIt() {
        NativeError err = new NativeError();
        int code = Capi.bplan_number_reason_get_name(1000, new long[1], new long[1], err.bytes);
        assertEquals(ErrorCode.INVALID_ARGUMENT.value(), code);
        assertEquals(code, err.code());
        assertFalse(err.message().isEmpty());
        BrukerplanException thrown = assertThrows(UsageException.class, () -> err.check(code));
        assertEquals(ErrorCode.INVALID_ARGUMENT, thrown.error());
        assertEquals(err.message(), thrown.getMessage());
    }

    @Test
    void theThemeOfACodeIsTheClassOfItsException() {
        assertInstanceOf(UsageException.class, BrukerplanException.of(99, -1, -1, ""));
        assertInstanceOf(InstrumentException.class, BrukerplanException.of(100, -1, -1, ""));
        assertInstanceOf(NumberOrPlaceException.class, BrukerplanException.of(140, -1, -1, ""));
        assertInstanceOf(TableException.class, BrukerplanException.of(299, -1, -1, ""));
        assertInstanceOf(LibraryFaultException.class, BrukerplanException.of(900, -1, -1, ""));
    }

    @Test
    void aCodeThatIsNotKnownIsAFaultOfTheLibraryAndKeepsItsNumber() {
        BrukerplanException exception = BrukerplanException.of(777, 5, 6, "");
        assertInstanceOf(LibraryFaultException.class, exception);
        assertEquals(ErrorCode.UNRECOGNISED, exception.error());
        assertEquals(777, exception.code());
        assertEquals(5, exception.row());
        assertEquals(6, exception.column());
        assertEquals("brukerplan: error 777", exception.getMessage());
    }
}
