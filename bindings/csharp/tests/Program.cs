using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Brukerplan.Tests
{
    /// <summary>Runs every test of the assembly. Needs nothing that is not part of the framework.</summary>
    internal static class Program
    {
        /// <summary>Where the sources of the library are: the header, the list of its functions.</summary>
        internal static string Root { get; private set; }

        private static int Main(string[] arguments)
        {
            if (arguments.Length != 1 || !File.Exists(Path.Combine(arguments[0], "capi/abi/brukerplan.symbols")))
            {
                Console.Error.WriteLine("usage: Brukerplan.Tests <root of the sources of the library>");
                return 2;
            }
            Root = arguments[0];
            var tests = Assembly.GetExecutingAssembly().GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
                .Where(method => method.GetCustomAttributes(typeof(TestAttribute), false).Length > 0)
                .OrderBy(method => method.DeclaringType.Name, StringComparer.Ordinal)
                .ThenBy(method => method.MetadataToken)
                .ToList();
            var failures = tests.Count(test => !Passes(test));
            Console.WriteLine("tests: " + tests.Count + " run, " + failures + " failed");
            return tests.Count > 0 && failures == 0 ? 0 : 1;
        }

        private static bool Passes(MethodInfo test)
        {
            try
            {
                test.Invoke(null, null);
                return true;
            }
            catch (TargetInvocationException exception)
            {
                var fault = exception.InnerException;
                Console.WriteLine(test.DeclaringType.Name + "." + test.Name + ": " +
                    (fault is TestFailure ? fault.Message : fault.ToString()));
                return false;
            }
        }
    }
}
