using System;
using System.Collections.Generic;

namespace Brukerplan.Tests
{
    /// <summary>A static method without parameters that is a test. Its name says what is true.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class TestAttribute : Attribute
    {
    }

    internal sealed class TestFailure : Exception
    {
        internal TestFailure(string message) : base(message)
        {
        }
    }

    internal static class Expect
    {
        internal static void True(bool condition, string what)
        {
            if (!condition)
            {
                throw new TestFailure("not so: " + what);
            }
        }

        internal static void Equal<T>(T expected, T actual, string what = "")
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                throw new TestFailure("expected " + expected + ", got " + actual + " " + what);
            }
        }

        internal static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what = "")
        {
            Equal(string.Join(", ", expected), string.Join(", ", actual), what);
        }

        internal static void Contains(string part, string whole)
        {
            True(whole.Contains(part), "contains " + part);
        }

        internal static TException Throws<TException>(Action action) where TException : Exception
        {
            try
            {
                action();
            }
            catch (TException exception)
            {
                return exception;
            }
            throw new TestFailure("expected " + typeof(TException).Name + ", and nothing was thrown");
        }

        /// <summary>A refusal of the library with a code.</summary>
        internal static TException Refused<TException>(ErrorCode code, Action action)
            where TException : BrukerplanException
        {
            var refusal = Throws<TException>(action);
            Equal(code, refusal.Code);
            True(refusal.Message.Length > 0, "the refusal has a message");
            return refusal;
        }
    }
}
