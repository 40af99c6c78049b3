using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    /// <summary>
    /// A handle of the C library. It is freed once, when it is disposed or collected, and never while a call
    /// that was given it is still running.
    /// </summary>
    internal abstract class NativeHandle : SafeHandle
    {
        protected NativeHandle() : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid
        {
            get { return handle == IntPtr.Zero; }
        }
    }

    internal sealed class OptionsHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_options_free(handle);
            return true;
        }
    }

    internal sealed class ContextHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_context_free(handle);
            return true;
        }
    }

    internal sealed class DocumentHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_document_free(handle);
            return true;
        }
    }

    internal sealed class SchemeHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_scheme_free(handle);
            return true;
        }
    }

    internal sealed class HistogramHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_histogram_free(handle);
            return true;
        }
    }

    internal sealed class ValidationHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_validation_free(handle);
            return true;
        }
    }

    internal sealed class NumberPolicyHandle : NativeHandle
    {
        /// <summary>Null for the C library: a policy as it is made.</summary>
        internal static readonly NumberPolicyHandle None = new NumberPolicyHandle();

        protected override bool ReleaseHandle()
        {
            Native.bplan_number_policy_free(handle);
            return true;
        }
    }

    internal sealed class NumberHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_number_free(handle);
            return true;
        }
    }

    internal sealed class PseudonymiserHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            Native.bplan_pseudonymiser_free(handle);
            return true;
        }
    }
}
