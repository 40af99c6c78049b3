using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// Which numbers are accepted. As it is made: those that people carry, by both rules, with both tables of
    /// D-numbers, no reference date, and more than one reading allowed. One thread at a time while it is being set;
    /// once it is, any number of threads may use it. Where a policy is asked for, null stands for one as it is made.
    /// After <see cref="Dispose"/> its use throws <see cref="ObjectDisposedException"/>.
    /// </summary>
    public sealed class NumberPolicy : IDisposable
    {
        private readonly NumberPolicyHandle handle;
        private AcceptedRules rules = AcceptedRules.Both;
        private DateTime? assignedBy;
        private NumberKinds kinds = NumberKinds.Real;
        private DNumberTable dNumberTable = DNumberTable.Both;
        private DateCheck dates = DateCheck.ByRule;
        private DateTime? referenceDate;
        private bool refuseAmbiguous;

        /// <summary>Makes a policy, to be set with its properties.</summary>
        public NumberPolicy()
        {
            var error = NativeError.Create();
            Call.Check(Native.bplan_number_policy_create(out handle, ref error), ref error);
        }

        /// <summary>The rules of the control digits that are accepted.</summary>
        /// <exception cref="BrukerplanUsageException">Set to something that is none.</exception>
        public AcceptedRules Rules
        {
            get { return rules; }
            set
            {
                Set(Native.bplan_number_policy_set_rule, (int)value);
                rules = value;
            }
        }

        /// <summary>
        /// With <see cref="AcceptedRules.ByDate"/>: no number was assigned after this day, and nobody is born after it;
        /// the day the data were collected will do. Null for not known.
        /// </summary>
        public DateTime? AssignedBy
        {
            get { return assignedBy; }
            set
            {
                Set(Native.bplan_number_policy_set_assigned_by, value);
                assignedBy = value;
            }
        }

        /// <summary>The kinds that are accepted, at least one.</summary>
        /// <exception cref="BrukerplanUsageException">Set to none, or to something that is none.</exception>
        public NumberKinds Kinds
        {
            get { return kinds; }
            set
            {
                Set(Native.bplan_number_policy_set_kinds, (int)value);
                kinds = value;
            }
        }

        /// <summary>
        /// Ready-made kinds: true for test numbers alone, false for the numbers that people carry. Takes the place of
        /// the kinds that were set before.
        /// </summary>
        public bool TestNumbers
        {
            get { return kinds == NumberKinds.Synthetic; }
            set
            {
                Set(Native.bplan_number_policy_set_test_numbers, value ? 1 : 0);
                kinds = value ? NumberKinds.Synthetic : NumberKinds.Real;
            }
        }

        /// <summary>The series that tell the century of a D-number.</summary>
        /// <exception cref="BrukerplanUsageException">Set to something that is none.</exception>
        public DNumberTable DNumberTable
        {
            get { return dNumberTable; }
            set
            {
                Set(Native.bplan_number_policy_set_d_table, (int)value);
                dNumberTable = value;
            }
        }

        /// <summary>Whether the individual number must name a year in which the date exists.</summary>
        /// <exception cref="BrukerplanUsageException">Set to something that is none.</exception>
        public DateCheck Dates
        {
            get { return dates; }
            set
            {
                Set(Native.bplan_number_policy_set_dates, (int)value);
                dates = value;
            }
        }

        /// <summary>Nobody is born after this day; null for none.</summary>
        public DateTime? ReferenceDate
        {
            get { return referenceDate; }
            set
            {
                Set(Native.bplan_number_policy_set_reference_date, value);
                referenceDate = value;
            }
        }

        /// <summary>Whether a number is refused that leaves more than one kind or birth year open.</summary>
        public bool RefuseAmbiguous
        {
            get { return refuseAmbiguous; }
            set
            {
                Set(Native.bplan_number_policy_set_refuse_ambiguous, value ? 1 : 0);
                refuseAmbiguous = value;
            }
        }

        /// <summary>Frees the policy, when the last call that uses it has ended. May be called again.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        internal static NumberPolicyHandle HandleOf(NumberPolicy policy)
        {
            return policy == null ? NumberPolicyHandle.None : policy.handle;
        }

        private delegate int SetsNumber(NumberPolicyHandle policy, int value, ref NativeError error);

        private delegate int SetsDay(NumberPolicyHandle policy, int year, int month, int day, ref NativeError error);

        private void Set(SetsNumber function, int value)
        {
            var error = NativeError.Create();
            Call.Check(function(handle, value, ref error), ref error);
        }

        private void Set(SetsDay function, DateTime? date)
        {
            var day = new Day(date);
            var error = NativeError.Create();
            Call.Check(function(handle, day.Year, day.Month, day.Number, ref error), ref error);
        }
    }
}
