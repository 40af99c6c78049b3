package brukerplan;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which numbers are accepted. Where a policy is asked for, null stands for one that nothing was set in: the numbers people
 * carry, by both rules, with both tables of D-numbers, no reference date, and more than one reading allowed.
 *
 * <p>Never changes once it is built; may be used by several threads at once. The caller closes it; what was made with it
 * lives on.
 */
public final class NumberPolicy extends Handle {
    private NumberPolicy(Pointer pointer) {
        super(pointer, Capi::bplan_number_policy_free);
    }

    /** A builder of a policy. */
    public static Builder builder() {
        return new Builder();
    }

    /** Sets a policy up; one thread at a time, may be used for several policies. */
    public static final class Builder {
        private AcceptedRules rule;
        private LocalDate assignedBy;
        private Set<NumberKind> kinds;
        private boolean testNumbers;
        private DNumberTable dTable;
        private DateCheck dates;
        private LocalDate referenceDate;
        private boolean refuseAmbiguous;

        private Builder() {
        }

        /** The rules of the control digits that are accepted. */
        public Builder rule(AcceptedRules rule) {
            this.rule = rule;
            return this;
        }

        /**
         * With {@link AcceptedRules#BY_DATE}: no number was assigned after this day, and nobody is born after it; the
         * day the data were collected will do.
         */
        public Builder assignedBy(LocalDate date) {
            assignedBy = date;
            return this;
        }

        /** The kinds that are accepted, at least one. Takes the place of {@link #testNumbers}. */
        public Builder kinds(Set<NumberKind> kinds) {
            this.kinds = kinds;
            return this;
        }

        /** Test numbers alone, or the numbers people carry. Takes the place of {@link #kinds}. */
        public Builder testNumbers(boolean on) {
            testNumbers = on;
            kinds = null;
            return this;
        }

        /** The series that tell the century of a D-number. */
        public Builder dTable(DNumberTable table) {
            dTable = table;
            return this;
        }

        /** Whether the individual number must name a year in which the date exists. */
        public Builder dates(DateCheck check) {
            dates = check;
            return this;
        }

        /** Nobody is born after this day. */
        public Builder referenceDate(LocalDate date) {
            referenceDate = date;
            return this;
        }

        /** Whether to refuse a number that leaves more than one kind or birth year open. */
        public Builder refuseAmbiguous(boolean on) {
            refuseAmbiguous = on;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @throws UsageException a day that the library does not know, or no kind
         */
        public NumberPolicy build() {
            NumberPolicy policy = new NumberPolicy(Call.handle(Capi::bplan_number_policy_create));
            try {
                policy.with(this::apply);
                return policy;
            } catch (RuntimeException refused) {
                policy.close();
                throw refused;
            }
        }

        private Void apply(Pointer policy) {
            Call.plain(err -> Capi.bplan_number_policy_set_test_numbers(policy, testNumbers ? 1 : 0, err));
            if (kinds != null) {
                Call.plain(err -> Capi.bplan_number_policy_set_kinds(policy, Coded.bits(kinds), err));
            }
            if (rule != null) {
                Call.plain(err -> Capi.bplan_number_policy_set_rule(policy, rule.value(), err));
            }
            if (dTable != null) {
                Call.plain(err -> Capi.bplan_number_policy_set_d_table(policy, dTable.value(), err));
            }
            if (dates != null) {
                Call.plain(err -> Capi.bplan_number_policy_set_dates(policy, dates.value(), err));
            }
            Call.plain(err -> Capi.bplan_number_policy_set_assigned_by(policy, Call.year(assignedBy),
                    Call.month(assignedBy), Call.day(assignedBy), err));
            Call.plain(err -> Capi.bplan_number_policy_set_reference_date(policy, Call.year(referenceDate),
                    Call.month(referenceDate), Call.day(referenceDate), err));
            Call.plain(err -> Capi.bplan_number_policy_set_refuse_ambiguous(policy, refuseAmbiguous ? 1 : 0, err));
            return null;
        }
    }
}
