package brukerplan;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Calls of the shapes that the C interface has: each makes the outputs and the error, and turns a code into an exception. */
final class Call {
    /** A function without an output. */
    interface Plain {
        int call(byte[] err);
    }

    /** A function with a 32-bit output. */
    interface OfInt {
        int call(int[] out, byte[] err);
    }

    /** A function with a 64-bit output, or one that is a handle. */
    interface OfLong {
        int call(long[] out, byte[] err);
    }

    /** A function that gives a text to borrow. */
    interface OfText {
        int call(long[] text, long[] length, byte[] err);
    }

    private Call() {
    }

    static void plain(Plain function) {
        NativeError err = new NativeError();
        err.check(function.call(err.bytes));
    }

    static int number(OfInt function) {
        NativeError err = new NativeError();
        int[] out = new int[1];
        err.check(function.call(out, err.bytes));
        return out[0];
    }

    static boolean flag(OfInt function) {
        return number(function) != 0;
    }

    static long count(OfLong function) {
        NativeError err = new NativeError();
        long[] out = new long[1];
        err.check(function.call(out, err.bytes));
        return out[0];
    }

    static Pointer handle(OfLong function) {
        return new Pointer(count(function));
    }

    static String text(OfText function) {
        return new String(bytes(function), StandardCharsets.UTF_8);
    }

    /** The text as its bytes of UTF-8. */
    static byte[] bytes(OfText function) {
        NativeError err = new NativeError();
        long[] text = new long[1];
        long[] length = new long[1];
        err.check(function.call(text, length, err.bytes));
        return length[0] == 0 ? new byte[0] : new Pointer(text[0]).getByteArray(0, Math.toIntExact(length[0]));
    }

    /** The text of a document that a function makes; the document is freed. */
    static String document(OfLong function) {
        Pointer document = handle(function);
        try {
            return text((text, length, err) -> Capi.bplan_document_get_text(document, text, length, err));
        } finally {
            Capi.bplan_document_free(document);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same, with null for none. */
    static byte[] utf8OrEmpty(String text) {
        return text == null ? new byte[0] : utf8(text);
    }

    static int year(LocalDate date) {
        return date == null ? 0 : date.getYear();
    }

    static int month(LocalDate date) {
        return date == null ? 0 : date.getMonthValue();
    }

    static int day(LocalDate date) {
        return date == null ? 0 : date.getDayOfMonth();
    }
}
