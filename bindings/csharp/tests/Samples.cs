using System;
using System.Text;

namespace Brukerplan.Tests
{
    /// <summary>People who do not exist, in a municipality that does not exist.</summary>
    internal static class Samples
    {
        /// <summary>A synthetic number: month + 80.</summary>
        internal const string TestNumber = "17912099997";

        internal const string GoodRecord =
            "{\"municipality\": \"9001\", \"mapping_year\": 2024, \"mapped_on\": \"2024-05-06\"," +
            " \"birth_year\": 1985, \"substance_problem\": \"yes\", \"mental_disorder\": \"serious\"," +
            " \"housing\": \"yellow\", \"activity\": \"yellow\", \"economy\": \"yellow\"," +
            " \"physical_health\": \"green\", \"mental_health\": \"red\", \"substance_use\": \"red\"," +
            " \"social_functioning\": \"yellow\", \"network\": \"yellow\", \"services_received\": [\"follow_up_team\"]}";

        /// <summary>The good record with a token that no list has.</summary>
        internal static readonly string BadRecord =
            GoodRecord.Replace("\"economy\": \"yellow\"", "\"economy\": \"yelow\"");

        /// <summary>The columns that a table must have, and the unit.</summary>
        internal static readonly string[] Columns =
        {
            "municipality", "mapping_year", "mapped_on", "birth_year", "substance_problem", "mental_disorder",
            "housing", "activity", "economy", "physical_health", "mental_health", "substance_use",
            "social_functioning", "network", "services_received", "unit"
        };

        internal static readonly string[] GoodRow =
        {
            "9001", "2024", "2024-05-06", "1985", "yes", "serious", "yellow", "yellow", "yellow", "green", "red", "red",
            "yellow", "yellow", "follow_up_team", "Team A"
        };

        internal static string[] BadRow
        {
            get
            {
                var row = (string[])GoodRow.Clone();
                row[Array.IndexOf(Columns, "economy")] = "yelow";
                return row;
            }
        }

        internal const string OwnScheme =
            "{\"format\": \"brukerplan/scheme\", \"version\": 1, \"id\": \"our-town/1\", \"kind\": \"weighted_sum\"," +
            " \"ground\": \"ours\", \"label\": {\"nb\": \"Egen\"}," +
            " \"points\": {\"green\": 0, \"yellow\": 1, \"red\": 2}, \"weights\": {\"housing\": 1}," +
            " \"classes\": [{\"class\": \"green\", \"from\": 0}, {\"class\": \"red\", \"from\": 8}]," +
            " \"minimum_assessed\": 8, \"below_minimum\": \"no_class\"}";

        internal static Options TestOptions
        {
            get { return new Options { TestNumbers = true, Language = "en" }; }
        }

        internal static byte[] Bytes(string text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        /// <summary>Every assessment as eight columns, in the order of the codes.</summary>
        internal static byte[][] EveryAssessment()
        {
            var columns = new byte[Library.Domains][];
            for (var domain = 0; domain < Library.Domains; ++domain)
            {
                columns[domain] = new byte[Library.Assessments];
                for (var code = 0; code < Library.Assessments; ++code)
                {
                    columns[domain][code] = (byte)((code >> (2 * domain)) & 3);
                }
            }
            return columns;
        }
    }
}
