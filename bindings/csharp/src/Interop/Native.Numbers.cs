using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    // National numbers, policies and pseudonyms.
    internal static unsafe partial class Native
    {
        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_create(out NumberPolicyHandle policy, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_number_policy_free(IntPtr policy);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_rule(NumberPolicyHandle policy, int rule,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_assigned_by(NumberPolicyHandle policy, int year, int month,
            int day, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_kinds(NumberPolicyHandle policy, int kinds,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_test_numbers(NumberPolicyHandle policy, int on,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_d_table(NumberPolicyHandle policy, int dTable,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_dates(NumberPolicyHandle policy, int dates,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_reference_date(NumberPolicyHandle policy, int year,
            int month, int day, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_policy_set_refuse_ambiguous(NumberPolicyHandle policy, int on,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_check(NumberPolicyHandle policy, byte[] text, long length,
            out NumberHandle number, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_number_free(IntPtr number);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_valid(NumberHandle number, out int valid, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_kinds(NumberHandle number, out int kinds, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_reason(NumberHandle number, out int reason, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_position(NumberHandle number, out int position,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_sex(NumberHandle number, out int sex, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_sex_basis(NumberHandle number, out int basis,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_rules(NumberHandle number, out int rules, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_count_birth_years(NumberHandle number, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_birth_year(NumberHandle number, long index, out int year,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_birth_year_basis(NumberHandle number, out int basis,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_get_birth_day(NumberHandle number, out int month, out int day,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_normalise(byte[] text, long length, [Out] byte[] buffer, long capacity,
            out long digits, out int changes, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_check_fixed(NumberPolicyHandle policy, byte[] numbers, long stride,
            long count, ref NativeNumberColumns columns, out long valid, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_check_strings(NumberPolicyHandle policy, byte[] data, int[] offsets,
            long count, ref NativeNumberColumns columns, out long valid, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_check_large_strings(NumberPolicyHandle policy, byte[] data,
            long[] offsets, long count, ref NativeNumberColumns columns, out long valid, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_pseudonymiser_create_ephemeral(byte[] mappingId, long mappingIdLength,
            byte[] municipality, long municipalityLength, out PseudonymiserHandle pseudonymiser, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_pseudonymiser_create_linking(byte[] key, long keyLength, byte[] purpose,
            long purposeLength, out PseudonymiserHandle pseudonymiser, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_pseudonymiser_free(IntPtr pseudonymiser);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_pseudonymiser_get_basis(PseudonymiserHandle pseudonymiser, out int basis,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_pseudonymiser_make(PseudonymiserHandle pseudonymiser,
            NumberPolicyHandle policy, byte[] text, long length, [Out] byte[] pseudonym, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_pseudonymiser_make_fixed(PseudonymiserHandle pseudonymiser,
            NumberPolicyHandle policy, byte[] numbers, long stride, long count, [Out] byte[] pseudonyms,
            NumberReason* reasons, out long made, ref NativeError error);
    }
}
