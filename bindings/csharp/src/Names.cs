using System.Collections.Generic;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// Names of the numbers, as they stand in files and documents: <c>blue_light</c>, <c>first_control_digit</c>.
    /// They never change. A number that is none ends with a <see cref="BrukerplanUsageException"/>.
    /// </summary>
    public static class Names
    {
        /// <summary>Name of a code, as <c>unknown_pack</c>, for a log.</summary>
        public static string GetName(this ErrorCode code)
        {
            return Call.Name((int)code, Native.bplan_code_get_name);
        }

        /// <summary>Name of a severity: <c>none info warning error fatal</c>.</summary>
        public static string GetName(this Severity severity)
        {
            return Call.Name((int)severity, Native.bplan_severity_get_name);
        }

        /// <summary>Name of a class: <c>none green yellow red blue_light</c>.</summary>
        public static string GetName(this IndexClass indexClass)
        {
            return Call.Name((int)indexClass, Native.bplan_class_get_name);
        }

        /// <summary>
        /// Name of a reason for no class, as <c>too_few_assessed</c>; <c>none</c> where there is a class.
        /// </summary>
        public static string GetName(this NoClassReason reason)
        {
            return Call.Name((int)reason, Native.bplan_no_class_get_name);
        }

        /// <summary>Name of a rating: <c>not_assessed green yellow red</c>.</summary>
        public static string GetName(this Rating rating)
        {
            return Call.Name((int)rating, Native.bplan_rating_get_name);
        }

        /// <summary>Name of a domain, as <c>physical_health</c>.</summary>
        public static string GetName(this Domain domain)
        {
            return Call.Name((int)domain, Native.bplan_domain_get_name);
        }

        /// <summary>Name of how a municipality code stands, as <c>no_longer_valid</c>.</summary>
        public static string GetName(this MunicipalityValidity validity)
        {
            return Call.Name((int)validity, Native.bplan_municipality_validity_get_name);
        }

        /// <summary>Name of a sex: <c>female male unknown</c>.</summary>
        public static string GetName(this Sex sex)
        {
            return Call.Name((int)sex, Native.bplan_sex_get_name);
        }

        /// <summary>Name of a reason to refuse a number, as <c>first_control_digit</c>.</summary>
        public static string GetName(this NumberReason reason)
        {
            return Call.Name((int)reason, Native.bplan_number_reason_get_name);
        }

        /// <summary>Names of the kinds in a set, as <c>d_number</c>, in the order of their bits.</summary>
        public static IReadOnlyList<string> GetNames(this NumberKinds kinds)
        {
            var names = new List<string>();
            for (var bit = 1; bit <= (int)kinds; bit <<= 1)
            {
                if (((int)kinds & bit) != 0)
                {
                    names.Add(Call.Name(bit, Native.bplan_number_kind_get_name));
                }
            }
            return names;
        }
    }
}
