package brukerplan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What each kind of case of the conformance kit gives, asked through this wrapper alone. */
final class ConformanceKinds {
    /** The kit is newer than this runner. */
    static final class TooOld extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooOld(String what, String name) {
            super("the runner is too old: it does not know the " + what + " " + name);
        }
    }

    interface Kind {
        JsonObject answer(JsonObject given);
    }

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("number", ConformanceKinds::number);
        KINDS.put("normalise", ConformanceKinds::normalise);
        KINDS.put("municipality", ConformanceKinds::municipality);
        KINDS.put("pseudonym", ConformanceKinds::pseudonym);
        KINDS.put("record", ConformanceKinds::record);
        KINDS.put("score", ConformanceKinds::score);
    }

    private static final Map<String, BiConsumer<Options, JsonElement>> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("pack", (options, value) -> options.pack(value.getAsString()));
        OPTIONS.put("pack_json", (options, value) -> options.packJson(value.toString()));
        OPTIONS.put("mapping", (options, value) -> options.mappingJson(value.toString()));
        OPTIONS.put("profile", (options, value) -> options.profileJson(value.toString()));
        OPTIONS.put("scheme", (options, value) -> options.scheme(value.getAsString()));
        OPTIONS.put("scheme_json", (options, value) -> options.schemeJson(value.toString()));
        OPTIONS.put("language", (options, value) -> options.language(value.getAsString()));
        OPTIONS.put("test_numbers", (options, value) -> options.testNumbers(value.getAsBoolean()));
        OPTIONS.put("reference_date", (options, value) -> options.referenceDate(date(value)));
        OPTIONS.put("period_first", (options, value) -> options.periodFirst(date(value)));
        OPTIONS.put("period_last", (options, value) -> options.periodLast(date(value)));
    }

    private static final Map<String, BiConsumer<NumberPolicy.Builder, JsonElement>> POLICY = new LinkedHashMap<>();

    static {
        // Before the kinds, which take its place.
        POLICY.put("test_numbers", (policy, value) -> policy.testNumbers(value.getAsBoolean()));
        POLICY.put("kinds", (policy, value) -> policy.kinds(kinds(value.getAsJsonArray())));
        POLICY.put("rule", (policy, value) -> policy.rule(constant(AcceptedRules.class,
                value.getAsString().equals("1964") ? "rule_1964" : value.getAsString())));
        POLICY.put("assigned_by", (policy, value) -> policy.assignedBy(date(value)));
        POLICY.put("d_table", (policy, value) -> policy.dTable(constant(DNumberTable.class, value.getAsString())));
        POLICY.put("dates", (policy, value) -> policy.dates(constant(DateCheck.class, value.getAsString())));
        POLICY.put("reference_date", (policy, value) -> policy.referenceDate(date(value)));
        POLICY.put("refuse_ambiguous", (policy, value) -> policy.refuseAmbiguous(value.getAsBoolean()));
    }

    private ConformanceKinds() {
    }

    /** What comes for a case: its answer, or the name of the code with which it is refused. */
    static JsonObject answer(String kind, JsonObject given) {
        if (!KINDS.containsKey(kind)) {
            throw new TooOld("kind", kind);
        }
        try {
            return KINDS.get(kind).answer(given);
        } catch (BrukerplanException refused) {
            return refusal(refused.error());
        } catch (DateTimeException noSuchDay) {
            // Where the library refuses a day that does not exist, Java has no LocalDate to ask it with.
            return refusal(ErrorCode.INVALID_ARGUMENT);
        }
    }

    private static JsonObject refusal(ErrorCode error) {
        JsonObject answer = new JsonObject();
        answer.addProperty("error", error.token());
        return answer;
    }

    static void only(JsonObject object, String... known) {
        for (String key : object.keySet()) {
            if (!Arrays.asList(known).contains(key)) {
                throw new TooOld("key", key);
            }
        }
    }

    private static LocalDate date(JsonElement value) {
        return LocalDate.parse(value.getAsString());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    private static Set<NumberKind> kinds(JsonArray names) {
        Set<NumberKind> kinds = EnumSet.noneOf(NumberKind.class);
        names.forEach(name -> kinds.add(constant(NumberKind.class, name.getAsString())));
        return kinds;
    }

    /** Sets what is given, in the order of the setters; null where nothing is. */
    private static <T> T set(T target, JsonObject given, Map<String, BiConsumer<T, JsonElement>> setters) {
        only(given, setters.keySet().toArray(new String[0]));
        setters.forEach((key, setter) -> {
            if (given.has(key)) {
                setter.accept(target, given.get(key));
            }
        });
        return target;
    }

    private static NumberPolicy policy(JsonObject given) {
        return given.has("policy") ? set(NumberPolicy.builder(), given.getAsJsonObject("policy"), POLICY).build() : null;
    }

    private static String text(JsonObject given, String key) {
        return given.get(key).getAsString();
    }

    private static JsonArray list(Collection<String> names) {
        JsonArray list = new JsonArray();
        names.forEach(list::add);
        return list;
    }

    private static JsonObject number(JsonObject given) {
        only(given, "text", "policy");
        try (NumberPolicy policy = policy(given)) {
            NationalNumber number = NationalNumber.check(text(given, "text"), policy);
            JsonArray kinds = new JsonArray();
            number.kinds().forEach(kind -> kinds.add(kind.token()));
            JsonArray rules = new JsonArray();
            number.rules().forEach(rule -> rules.add(rule.name().substring("RULE_".length())));
            JsonArray years = new JsonArray();
            Arrays.stream(number.birthYears()).forEach(years::add);
            JsonObject answer = new JsonObject();
            answer.addProperty("valid", number.isValid());
            answer.addProperty("reason", number.reason().token());
            answer.addProperty("position", number.position());
            answer.add("kinds", kinds);
            answer.add("rules", rules);
            answer.addProperty("sex", number.sex().token());
            answer.add("birth_years", years);
            return answer;
        }
    }

    private static JsonObject normalise(JsonObject given) {
        only(given, "text");
        NormalisedNumber number = NationalNumber.normalise(text(given, "text"));
        JsonArray changes = new JsonArray();
        number.changes().forEach(change -> changes.add(change.name().toLowerCase(Locale.ROOT)));
        JsonObject answer = new JsonObject();
        answer.addProperty("digits", number.digits());
        answer.add("changes", changes);
        return answer;
    }

    private static JsonObject municipality(JsonObject given) {
        only(given, "code", "date");
        JsonObject answer = new JsonObject();
        answer.addProperty("validity", Municipality.validity(text(given, "code"), date(given.get("date"))).token());
        return answer;
    }

    private static byte[] bytes(String hexadecimal) {
        byte[] bytes = new byte[hexadecimal.length() / 2];
        for (int i = 0; i < bytes.length; ++i) {
            bytes[i] = (byte) Integer.parseInt(hexadecimal.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static JsonObject pseudonym(JsonObject given) {
        only(given, "key", "purpose", "text", "policy");
        try (NumberPolicy policy = policy(given);
                Pseudonymiser maker = Pseudonymiser.linking(bytes(text(given, "key")), text(given, "purpose"))) {
            byte[] pseudonym = maker.make(text(given, "text"), policy);
            JsonObject answer = new JsonObject();
            answer.addProperty("pseudonym", String.format("%064x", new BigInteger(1, pseudonym)));
            return answer;
        }
    }

    private static JsonObject record(JsonObject given) {
        only(given, "options", "record", "text");
        Options options = new Options();
        if (given.has("options")) {
            set(options, given.getAsJsonObject("options"), OPTIONS);
        }
        try (Context context = Context.create(options)) {
            CheckResult result = context.check(given.has("text") ? text(given, "text") : given.get("record").toString());
            JsonArray findings = new JsonArray();
            JsonArray messages = new JsonArray();
            for (Finding finding : result.findings()) {
                JsonObject entry = new JsonObject();
                entry.addProperty("code", finding.code());
                entry.addProperty("severity", finding.severity().token());
                entry.addProperty("field", finding.field());
                findings.add(entry);
                messages.add(finding.message());
            }
            JsonObject answer = scoreWords(result.score());
            answer.addProperty("valid", result.isValid());
            answer.addProperty("worst", result.worstSeverity().token());
            answer.add("findings", findings);
            answer.add("messages", messages);
            answer.addProperty("unknown_keys", result.unknownKeys());
            return answer;
        }
    }

    private static JsonObject scoreWords(Score score) {
        JsonObject answer = new JsonObject();
        answer.addProperty("class", score.indexClass().token());
        answer.addProperty("points", score.points());
        answer.addProperty("answered", score.answered());
        answer.addProperty("no_class_reason", score.reason().token());
        return answer;
    }

    /** What names the scheme of a case: cases with the same words can be scored together. */
    static String schemeWords(JsonObject given) {
        JsonObject words = given.deepCopy();
        words.remove("ratings");
        return words.toString();
    }

    private static Scheme scheme(JsonObject given) {
        if (given.has("scheme_json")) {
            only(given, "scheme_json", "ratings");
            return Scheme.fromJson(given.get("scheme_json").toString());
        }
        only(given, "scheme", "pack", "ratings");
        return Scheme.create(given.has("pack") ? text(given, "pack") : null, text(given, "scheme"));
    }

    private static byte[] ratings(JsonObject given) {
        JsonArray numbers = given.getAsJsonArray("ratings");
        byte[] ratings = new byte[numbers.size()];
        for (int i = 0; i < ratings.length; ++i) {
            int number = numbers.get(i).getAsInt();
            if (number < 0 || number > 255) {
                throw new IllegalArgumentException("a rating is a number of one byte");
            }
            ratings[i] = (byte) number;
        }
        return ratings;
    }

    private static JsonObject score(JsonObject given) {
        try (Scheme scheme = scheme(given)) {
            return scoreWords(scheme.score(ratings(given)));
        }
    }

    /** The answers of score cases of one scheme, as columns through the function for many. */
    static JsonObject[] scoreTogether(List<JsonObject> given) {
        byte[][] columns = new byte[Domain.values().length][given.size()];
        for (int row = 0; row < given.size(); ++row) {
            byte[] ratings = ratings(given.get(row));
            for (int domain = 0; domain < columns.length; ++domain) {
                columns[domain][row] = ratings[domain];
            }
        }
        JsonObject[] answers = new JsonObject[given.size()];
        try (Scheme scheme = scheme(given.get(0))) {
            Scores scores = scheme.scoreColumns(columns);
            Arrays.setAll(answers, row -> scoreWords(scores.get(row)));
        }
        return answers;
    }
}
