using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Brukerplan.Interop;

namespace Brukerplan.Tests
{
    /// <summary>This package against the texts of the C interface.</summary>
    internal static class HeaderTests
    {
        /// <summary>
        /// Prefix of the constants of the header, and where they are here. The longest that fits counts.
        /// </summary>
        private static readonly Dictionary<string, Type> Groups = new Dictionary<string, Type>
        {
            { "ERROR_", typeof(ErrorCode) }, { "OK", typeof(ErrorCode) }, { "SEVERITY_", typeof(Severity) },
            { "CLASS_", typeof(IndexClass) }, { "NO_CLASS_", typeof(NoClassReason) }, { "RATING_", typeof(Rating) },
            { "DOMAIN_", typeof(Domain) }, { "FINDING_", typeof(FindingPart) }, { "UNIT_", typeof(UnitKind) },
            { "LISTING_", typeof(ListingForm) }, { "NUMBER_KIND_", typeof(NumberKinds) },
            { "NUMBER_KINDS_", typeof(NumberKinds) }, { "NUMBER_REASON_", typeof(NumberReason) },
            { "NUMBER_RULE_", typeof(NumberRules) }, { "NUMBER_POLICY_", typeof(AcceptedRules) },
            { "NUMBER_D_TABLE_", typeof(DNumberTable) }, { "NUMBER_DATES_", typeof(DateCheck) },
            { "NUMBER_BASIS_", typeof(NumberBasis) }, { "NUMBER_CHANGE_", typeof(NumberChanges) },
            { "SEX_", typeof(Sex) }, { "MUNICIPALITY_", typeof(MunicipalityValidity) },
            { "PSEUDONYM_BASIS_", typeof(PseudonymBasis) }
        };

        /// <summary>Constants that are no choice among several.</summary>
        private static readonly Dictionary<string, int> Single = new Dictionary<string, int>
        {
            { "ABI_VERSION", Library.InterfaceNumber }, { "DOMAINS", Library.Domains },
            { "ASSESSMENTS", Library.Assessments }, { "PSEUDONYM_SIZE", Pseudonymiser.PseudonymSize },
            { "LINKING_KEY_SIZE", Pseudonymiser.LinkingKeySize },
            { "NUMBER_MOST_DIGITS", NationalNumber.MostDigits }
        };

        /// <summary>Names here cannot begin with a digit.</summary>
        private static readonly Dictionary<string, string> Renamed = new Dictionary<string, string>
        {
            { "NUMBER_RULE_1964", "Rule1964" }, { "NUMBER_RULE_2032", "Rule2032" }, { "NUMBER_POLICY_1964", "Only1964" }
        };

        [Test]
        private static void Every_constant_of_the_header_is_here_with_its_number()
        {
            var constants = Regex.Matches(File.ReadAllText(Path.Combine(Program.Root,
                "capi/include/brukerplan/brukerplan.h")), @"^#define BPLAN_([A-Z0-9_]+) \(?(-?\d+)\)?\s*(?:/\*|$)",
                RegexOptions.Multiline);
            Expect.True(constants.Count > 100, "the header has constants");
            foreach (Match constant in constants)
            {
                var name = constant.Groups[1].Value;
                var number = int.Parse(constant.Groups[2].Value, CultureInfo.InvariantCulture);
                int single;
                Expect.Equal(number, Single.TryGetValue(name, out single) ? single : MemberOf(name), name);
            }
        }

        [Test]
        private static void Every_function_is_bound_or_on_the_list_of_those_that_are_not()
        {
            var exported = Lines("capi/abi/brukerplan.symbols");
            var notBound = Lines("bindings/csharp/not-bound.txt").ToDictionary(
                line => line.Split(':')[0], line => line.Substring(line.IndexOf(':') + 1).Trim());
            var bound = typeof(Native).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
                .Where(method => (method.Attributes & MethodAttributes.PinvokeImpl) != 0)
                .Select(method => method.Name).ToList();
            Expect.Same(new string[0], exported.Except(bound).Except(notBound.Keys), "neither bound nor listed");
            Expect.Same(new string[0], bound.Except(exported), "bound, and not exported");
            Expect.Same(new string[0], bound.Intersect(notBound.Keys), "bound, and listed as not bound");
            Expect.Same(new string[0], notBound.Keys.Except(exported), "listed, and not exported");
            Expect.True(notBound.Values.All(reason => reason.Length > 0), "every exception has a reason");
        }

        [Test]
        private static void Every_function_is_called_as_c_functions_are()
        {
            foreach (var method in typeof(Native).GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
            {
                var import = (DllImportAttribute)Attribute.GetCustomAttribute(method, typeof(DllImportAttribute));
                if (import != null)
                {
                    Expect.Equal(CallingConvention.Cdecl, import.CallingConvention, method.Name);
                }
            }
        }

        [Test]
        private static unsafe void The_structs_have_the_sizes_of_the_header()
        {
            Expect.Equal(280, sizeof(NativeError));
            Expect.Equal(8 + 4 * sizeof(IntPtr), sizeof(NativeScoreColumns));
            Expect.Equal(8 + 8 * sizeof(IntPtr), sizeof(NativeNumberColumns));
        }

        private static int MemberOf(string name)
        {
            var prefix = Groups.Keys.Where(candidate => name.StartsWith(candidate, StringComparison.Ordinal))
                .OrderByDescending(candidate => candidate.Length).FirstOrDefault();
            Expect.True(prefix != null, name + " has a place here");
            string member;
            if (!Renamed.TryGetValue(name, out member))
            {
                member = string.Concat((prefix == "OK" ? name : name.Substring(prefix.Length)).Split('_')
                    .Select(word => word.Substring(0, 1) + word.Substring(1).ToLowerInvariant()));
            }
            Expect.True(Enum.IsDefined(Groups[prefix], member), name + " is " + Groups[prefix].Name + "." + member);
            return Convert.ToInt32(Enum.Parse(Groups[prefix], member), CultureInfo.InvariantCulture);
        }

        private static List<string> Lines(string file)
        {
            return File.ReadAllLines(Path.Combine(Program.Root, file))
                .Where(line => line.Length > 0 && !line.StartsWith("#", StringComparison.Ordinal)).ToList();
        }
    }
}
