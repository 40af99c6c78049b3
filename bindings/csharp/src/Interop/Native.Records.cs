using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    // Options, contexts, records and the documents about them.
    internal static partial class Native
    {
        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_create(out OptionsHandle options, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_options_free(IntPtr options);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_pack(OptionsHandle options, byte[] id, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_pack_json(OptionsHandle options, byte[] json, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_mapping_json(OptionsHandle options, byte[] json, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_profile_json(OptionsHandle options, byte[] json, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_scheme(OptionsHandle options, byte[] id, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_scheme_json(OptionsHandle options, byte[] json, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_language(OptionsHandle options, byte[] language, long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_test_numbers(OptionsHandle options, int on, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_reference_date(OptionsHandle options, int year, int month, int day,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_period_first(OptionsHandle options, int year, int month, int day,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_options_set_period_last(OptionsHandle options, int year, int month, int day,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_context_create(OptionsHandle options, out ContextHandle context,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_context_free(IntPtr context);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_context_get_pack_id(ContextHandle context, out IntPtr id, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_context_get_scheme_id(ContextHandle context, out IntPtr id, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_context_get_language(ContextHandle context, out IntPtr language,
            out long length, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_context_get_test_numbers(ContextHandle context, out int on,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_record_check(ContextHandle context, byte[] json, long length,
            out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_record_validate(ContextHandle context, byte[] json, long length,
            out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_record_score(ContextHandle context, byte[] json, long length,
            out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_document_free(IntPtr document);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_text(DocumentHandle document, out IntPtr text, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_valid(DocumentHandle document, out int valid,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_worst_severity(DocumentHandle document, out int severity,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_count_findings(DocumentHandle document, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_finding_severity(DocumentHandle document, long index,
            out int severity, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_finding_text(DocumentHandle document, long index, int part,
            out IntPtr text, out long length, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_class(DocumentHandle document, out int indexClass,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_points(DocumentHandle document, out int points,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_answered(DocumentHandle document, out int domains,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_get_no_class_reason(DocumentHandle document, out int reason,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_document_count_unknown_keys(DocumentHandle document, out long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_context_describe(ContextHandle context, out DocumentHandle document,
            ref NativeError error);
    }
}
