using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace Brukerplan.Conformance
{
    using Answer = Dictionary<string, object>;

    /// <summary>
    /// Runs the conformance kit through this package: cases with known answers, from files and folders of NDJSON.
    /// To run it through your own integration, copy it and change what stands in Cases.
    /// </summary>
    internal static class Conformance
    {
        private static int Main(string[] places)
        {
            Console.OutputEncoding = new UTF8Encoding(false);
            if (places.Length == 0)
            {
                Console.Error.WriteLine("usage: Brukerplan.Conformance <folder or file>...");
                return 2;
            }
            var cases = places.SelectMany(FilesOf).SelectMany(file => File.ReadLines(file, Encoding.UTF8))
                .Where(line => line.Trim().Length > 0).Select(Json.Parse).ToList();
            var differences = cases.ToDictionary(one => one, Alone);
            foreach (var group in cases.Where(one => IsScored(one) && differences[one].Count == 0)
                .GroupBy(SchemeKey).ToList())
            {
                Together(group.ToList(), differences);
            }
            foreach (var twice in cases.GroupBy(IdOf).Where(same => same.Count() > 1))
            {
                differences[twice.Last()].Add("there is more than one case of this id");
            }
            foreach (var one in cases.Where(one => differences[one].Count > 0))
            {
                Console.WriteLine(IdOf(one) + ": " + Json.String(one, "reason"));
                differences[one].ForEach(difference => Console.WriteLine("  " + difference));
            }
            var passed = cases.Count(one => differences[one].Count == 0);
            Console.WriteLine("conformance: " + cases.Count + " cases, " + passed + " passed (" + string.Join(", ",
                cases.GroupBy(KindOf).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                    .Select(kind => kind.Key + " " + kind.Count())) + ")");
            return cases.Count > 0 && passed == cases.Count ? 0 : 1;
        }

        private static IEnumerable<string> FilesOf(string place)
        {
            return Directory.Exists(place)
                ? Directory.GetFiles(place, "*.ndjson").OrderBy(file => file, StringComparer.Ordinal)
                : Enumerable.Repeat(place, 1);
        }

        private static List<string> Alone(XElement one)
        {
            try
            {
                return Differences(Json.Get(one, "expected"), Cases.AnswerTo(one));
            }
            catch (TooOldException fault)
            {
                return new List<string> { fault.Message };
            }
            catch (Exception fault)
            {
                return new List<string> { "the case cannot be run: " + fault };
            }
        }

        /// <summary>Scores cases of one scheme as columns, and compares again.</summary>
        private static void Together(List<XElement> cases, Dictionary<XElement, List<string>> differences)
        {
            var ratings = cases.Select(one => Cases.RatingsOf(Json.Get(one, "given"))).ToList();
            var columns = Enumerable.Range(0, Library.Domains)
                .Select(domain => ratings.Select(row => row[domain]).ToArray()).ToArray();
            using (var scheme = Cases.SchemeOf(Json.Get(cases[0], "given")))
            {
                var scores = scheme.ScoreColumns(columns);
                for (var row = 0; row < cases.Count; ++row)
                {
                    differences[cases[row]].AddRange(Differences(Json.Get(cases[row], "expected"),
                        Cases.AnswerOf(scores.Classes[row], scores.Points[row], scores.Answered[row],
                            scores.Reasons[row])).Select(difference => "among many: " + difference));
                }
            }
        }

        /// <summary>Key by key what was expected and what came instead.</summary>
        private static List<string> Differences(XElement expected, Answer answer)
        {
            var found = new List<string>();
            object error;
            if (answer.TryGetValue("error", out error) && Json.Get(expected, "error") == null)
            {
                found.Add("expected an answer, and the call was refused: " + error);
                return found;
            }
            if (!expected.HasElements)
            {
                found.Add("the case expects nothing");
            }
            foreach (var value in expected.Elements())
            {
                object came;
                var got = answer.TryGetValue(Json.KeyOf(value), out came) ? Json.Show(came) : "nothing";
                if (got != Json.Show(value))
                {
                    found.Add(Json.KeyOf(value) + ": expected " + Json.Show(value) + ", got " + got);
                }
            }
            return found;
        }

        private static string IdOf(XElement one)
        {
            return Json.String(one, "id");
        }

        private static string KindOf(XElement one)
        {
            return Json.String(one, "kind");
        }

        private static bool IsScored(XElement one)
        {
            return KindOf(one) == "score" && Json.Get(Json.Get(one, "expected"), "error") == null;
        }

        private static string SchemeKey(XElement one)
        {
            return string.Concat(Json.Get(one, "given").Elements().Where(member => Json.KeyOf(member) != "ratings")
                .OrderBy(Json.KeyOf, StringComparer.Ordinal).Select(member => Json.KeyOf(member) + Json.Text(member)));
        }
    }
}
