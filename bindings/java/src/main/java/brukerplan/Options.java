package brukerplan;

import com.sun.jna.Pointer;
import java.time.LocalDate;

/**
 * What a {@link Context} is made from. At first: the newest pack that comes with the library, its first scoring scheme,
 * texts in bokmal, real national numbers, no reference date and no period. Null takes a choice back to that.
 *
 * <p>It is a value of Java's own that needs no closing. One thread at a time; may be used for several contexts. Whether
 * packs, schemes and languages are there is found out when a context is made.
 */
public final class Options {
    private String pack;
    private String packJson;
    private String mappingJson;
    private String profileJson;
    private String scheme;
    private String schemeJson;
    private String language;
    private boolean testNumbers;
    private LocalDate referenceDate;
    private LocalDate periodFirst;
    private LocalDate periodLast;

    /** Options as they are at first. */
    public Options() {
    }

    /** A pack that comes with the library, by its id, as {@code brukerplan/2024}. Takes the place of one as JSON. */
    public Options pack(String id) {
        pack = id;
        packJson = null;
        return this;
    }

    /** A pack as JSON text (docs/pack-format.md). Takes the place of one by its id. */
    public Options packJson(String json) {
        packJson = json;
        pack = null;
        return this;
    }

    /** A mapping as JSON text (docs/mapping.md): how columns and codes of the caller's own are those of the pack. */
    public Options mappingJson(String json) {
        mappingJson = json;
        return this;
    }

    /** A profile as JSON text (docs/validation.md): other severities, and rules switched off. */
    public Options profileJson(String json) {
        profileJson = json;
        return this;
    }

    /** A scoring scheme of the pack, by its id, as {@code sum16/1}. Takes the place of one as JSON. */
    public Options scheme(String id) {
        scheme = id;
        schemeJson = null;
        return this;
    }

    /** A scoring scheme as JSON text (docs/scoring.md). Takes the place of one by its id. */
    public Options schemeJson(String json) {
        schemeJson = json;
        scheme = null;
        return this;
    }

    /** Language of messages: {@code nb}, {@code nn} or {@code en}, or another that the pack has. */
    public Options language(String language) {
        this.language = language;
        return this;
    }

    /**
     * The test policy. When it is on, people carry synthetic numbers and live in fictional municipalities, real numbers
     * are refused, and every result says so.
     */
    public Options testNumbers(boolean on) {
        testNumbers = on;
        return this;
    }

    /** "Today", for dates that lie in the future: the library reads no clock. */
    public Options referenceDate(LocalDate date) {
        referenceDate = date;
        return this;
    }

    /** First day of the mapping round. */
    public Options periodFirst(LocalDate date) {
        periodFirst = date;
        return this;
    }

    /** Last day of the mapping round, itself included. */
    public Options periodLast(LocalDate date) {
        periodLast = date;
        return this;
    }

    /**
     * Makes a context. The options may be changed and used again.
     *
     * @throws UsageException a date that the library does not know, or a period that ends before it begins
     * @throws InstrumentException what was asked for is not there, cannot be read, or does not fit
     */
    public Context createContext() {
        Pointer options = Call.handle(Capi::bplan_options_create);
        try {
            apply(options);
            return new Context(Call.handle((context, err) -> Capi.bplan_context_create(options, context, err)));
        } finally {
            Capi.bplan_options_free(options);
        }
    }

    /** A setter of a text. */
    private interface TextSetter {
        int set(Pointer options, byte[] text, long length, byte[] err);
    }

    /** A setter of a day. */
    private interface DateSetter {
        int set(Pointer options, int year, int month, int day, byte[] err);
    }

    private void apply(Pointer options) {
        set(options, pack, Capi::bplan_options_set_pack);
        set(options, packJson, Capi::bplan_options_set_pack_json);
        set(options, mappingJson, Capi::bplan_options_set_mapping_json);
        set(options, profileJson, Capi::bplan_options_set_profile_json);
        set(options, scheme, Capi::bplan_options_set_scheme);
        set(options, schemeJson, Capi::bplan_options_set_scheme_json);
        set(options, language, Capi::bplan_options_set_language);
        set(options, referenceDate, Capi::bplan_options_set_reference_date);
        set(options, periodFirst, Capi::bplan_options_set_period_first);
        set(options, periodLast, Capi::bplan_options_set_period_last);
        Call.plain(err -> Capi.bplan_options_set_test_numbers(options, testNumbers ? 1 : 0, err));
    }

    private static void set(Pointer options, String text, TextSetter setter) {
        if (text != null) {
            byte[] utf8 = Call.utf8(text);
            Call.plain(err -> setter.set(options, utf8, utf8.length, err));
        }
    }

    private static void set(Pointer options, LocalDate date, DateSetter setter) {
        if (date != null) {
            Call.plain(err -> setter.set(options, Call.year(date), Call.month(date), Call.day(date), err));
        }
    }

    @Override
    public String toString() {
        return "Options[pack=" + name(pack, packJson, "newest") + ", scheme=" + name(scheme, schemeJson, "first")
                + ", language=" + name(language, null, "nb") + ", testNumbers=" + testNumbers + "]";
    }

    private static String name(String id, String json, String otherwise) {
        return json != null ? "as JSON" : id != null ? id : otherwise;
    }
}
