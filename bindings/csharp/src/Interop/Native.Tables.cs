using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    /// <summary>Is told how many rows have been validated; 0 to go on. Must not let an exception out.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Progress(long rows, IntPtr payload);

    // Tables of columns, as structs of Arrow, and what was found in them.
    internal static unsafe partial class Native
    {
        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_table_validate(ContextHandle context, IntPtr schema, IntPtr batch,
            long mostDetails, out ValidationHandle validation, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_table_validate_stream(ContextHandle context, IntPtr stream, long mostDetails,
            int keepRows, Progress progress, IntPtr payload, out ValidationHandle validation, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_table_score(ContextHandle context, IntPtr schema, IntPtr batch,
            IntPtr scoresSchema, IntPtr scores, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_validation_free(IntPtr validation);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_rows(ValidationHandle validation, int severity,
            out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_findings(ValidationHandle validation, int severity,
            out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_details(ValidationHandle validation, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_truncated(ValidationHandle validation, out int truncated,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_unknown_columns(ValidationHandle validation, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_unknown_column(ValidationHandle validation, long index,
            out long position, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_rules(ValidationHandle validation, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_rule_code(ValidationHandle validation, long rule,
            out IntPtr code, out long length, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_rule_findings(ValidationHandle validation, long rule,
            int severity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_rule_records(ValidationHandle validation, long rule,
            int severity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_fields(ValidationHandle validation, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_field_name(ValidationHandle validation, long field,
            out IntPtr name, out long length, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_field_findings(ValidationHandle validation, long field,
            int severity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_units(ValidationHandle validation, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_unit_kind(ValidationHandle validation, long unit, out int kind,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_unit_name(ValidationHandle validation, long unit,
            out IntPtr name, out long length, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_unit_rows(ValidationHandle validation, long unit,
            int severity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_unit_findings(ValidationHandle validation, long unit,
            int severity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_count_unit_rule_records(ValidationHandle validation, long unit,
            long rule, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_worst_severities(ValidationHandle validation,
            Severity* severities, long capacity, out long rows, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_good_rows(ValidationHandle validation, [Out] long[] rows,
            long capacity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_get_bad_rows(ValidationHandle validation, [Out] long[] rows,
            long capacity, out long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_export_worst_severities(ValidationHandle validation, IntPtr schema,
            IntPtr severities, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_export_findings(ValidationHandle validation, IntPtr schema,
            IntPtr findings, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_list_findings(ValidationHandle validation, int form,
            out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_merge(ValidationHandle first, ValidationHandle second,
            out ValidationHandle validation, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_save(ValidationHandle validation, out DocumentHandle document,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_validation_restore(ContextHandle context, byte[] json, long length,
            out ValidationHandle validation, ref NativeError error);
    }
}
