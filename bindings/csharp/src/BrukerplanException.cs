using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// A call of the library failed. What a record holds never makes a call fail: it gives findings. The message is
    /// one line of English for a log, and never holds what stood in a record. The subclasses are the themes of the
    /// codes; compare <see cref="Code"/> rather than messages.
    /// </summary>
    public class BrukerplanException : Exception
    {
        internal BrukerplanException(string message, int number, long row, int column) : base(message)
        {
            Number = number;
            Row = row;
            Column = column;
        }

        /// <summary>
        /// Why it failed; <see cref="ErrorCode.Internal"/> for a code that this package does not know.
        /// </summary>
        public ErrorCode Code
        {
            get { return Enum.IsDefined(typeof(ErrorCode), Number) ? (ErrorCode)Number : ErrorCode.Internal; }
        }

        /// <summary>The code as a number, also when this package does not know it.</summary>
        public int Number { get; private set; }

        /// <summary>Data row or element that it is about, from 0; -1 for none.</summary>
        public long Row { get; private set; }

        /// <summary>Field or column that it is about, from 0; -1 for none.</summary>
        public int Column { get; private set; }

        private delegate BrukerplanException Maker(string message, int number, long row, int column);

        private struct Theme
        {
            internal int First;
            internal int Last;
            internal Maker Make;
        }

        private static readonly Theme[] Themes =
        {
            new Theme { First = 1, Last = 99, Make = (m, n, r, c) => new BrukerplanUsageException(m, n, r, c) },
            new Theme { First = 100, Last = 129, Make = (m, n, r, c) => new BrukerplanInstrumentException(m, n, r, c) },
            new Theme { First = 130, Last = 149, Make = (m, n, r, c) => new BrukerplanNumberException(m, n, r, c) },
            new Theme { First = 150, Last = 199, Make = (m, n, r, c) => new BrukerplanPlaceException(m, n, r, c) },
            new Theme { First = 200, Last = 299, Make = (m, n, r, c) => new BrukerplanTableException(m, n, r, c) },
            new Theme { First = 900, Last = 900, Make = (m, n, r, c) => new BrukerplanMemoryException(m, n, r, c) }
        };

        internal static unsafe BrukerplanException Of(int code, ref NativeError error)
        {
            string message;
            fixed (byte* text = error.Message)
            {
                message = Utf8.UpToZero(text, NativeError.MessageSize);
            }
            return Of(code, message, error.Row, error.Column);
        }

        /// <summary>A code that is not known is that of a fault of the library, whatever its theme.</summary>
        internal static BrukerplanException Of(int code, string message, long row, int column)
        {
            if (Enum.IsDefined(typeof(ErrorCode), code))
            {
                foreach (var theme in Themes)
                {
                    if (theme.First <= code && code <= theme.Last)
                    {
                        return theme.Make(message, code, row, column);
                    }
                }
            }
            return new BrukerplanInternalException(message, code, row, column);
        }
    }

    /// <summary>A function was called with something that it does not take. Codes 1 to 99.</summary>
    public sealed class BrukerplanUsageException : BrukerplanException
    {
        internal BrukerplanUsageException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }

    /// <summary>
    /// A pack, mapping, profile, scheme or language that is not there or has a fault; for one of the caller's own the
    /// message says where. Codes 100 to 129.
    /// </summary>
    public sealed class BrukerplanInstrumentException : BrukerplanException
    {
        internal BrukerplanInstrumentException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }

    /// <summary>A text that is no number, or none that the policy accepts. Codes 130 to 149.</summary>
    public sealed class BrukerplanNumberException : BrukerplanException
    {
        internal BrukerplanNumberException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }

    /// <summary>A municipality code, a date or weights about which nothing can be said. Codes 150 to 199.</summary>
    public sealed class BrukerplanPlaceException : BrukerplanException
    {
        internal BrukerplanPlaceException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }

    /// <summary>A table that cannot be used at all. Codes 200 to 299.</summary>
    public sealed class BrukerplanTableException : BrukerplanException
    {
        internal BrukerplanTableException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }

    /// <summary>Memory ran out in the library; nothing was changed. Code 900.</summary>
    public sealed class BrukerplanMemoryException : BrukerplanException
    {
        internal BrukerplanMemoryException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }

    /// <summary>A fault of the library, or a code that this package does not know: please report it.</summary>
    public sealed class BrukerplanInternalException : BrukerplanException
    {
        internal BrukerplanInternalException(string message, int number, long row, int column)
            : base(message, number, row, column)
        {
        }
    }
}
