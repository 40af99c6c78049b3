using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>The C library that is loaded. All members may be used by several threads at once.</summary>
    public static class Library
    {
        /// <summary>Number of the C interface that this package is made for.</summary>
        public const int InterfaceNumber = 1;

        /// <summary>Number of domains of an assessment.</summary>
        public const int Domains = 8;

        /// <summary>
        /// Number of different assessments. Each has a code from 0: two bits a domain, housing lowest.
        /// </summary>
        public const int Assessments = 65536;

        private static readonly object Gate = new object();
        private static volatile bool loaded;

        /// <summary>Version of the library, as <c>1.2.3</c>.</summary>
        public static string Version
        {
            get
            {
                return Call.Name(0, (int value, out IntPtr text, out long length, ref NativeError error) =>
                    Native.bplan_library_get_version(out text, out length, ref error));
            }
        }

        /// <summary>
        /// The packs that come with the library, as JSON (<c>docs/pack-format.md</c>), oldest first.
        /// </summary>
        public static string ListPacks()
        {
            return Call.Document(Native.bplan_pack_list);
        }

        /// <summary>
        /// Loads the library, unless it is loaded, and compares its interface number. Nobody needs to call it:
        /// everything else does. A program that wants to know when it starts rather than when a form opens may.
        /// </summary>
        /// <exception cref="DllNotFoundException">There is no library, or it has another interface number.</exception>
        public static void EnsureLoaded()
        {
            if (loaded)
            {
                return;
            }
            lock (Gate)
            {
                NativeName.Resolve();
                Require(Native.bplan_abi_version());
                loaded = true;
            }
        }

        /// <summary>Refuses a library of another interface number than that of this package.</summary>
        internal static void Require(int found)
        {
            if (found != InterfaceNumber)
            {
                throw new DllNotFoundException("The brukerplan library that was found has interface number " + found +
                    "; this package needs " + InterfaceNumber + ".");
            }
        }
    }
}
