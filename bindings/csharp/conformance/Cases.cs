using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Brukerplan.Conformance
{
    using Answer = Dictionary<string, object>;

    /// <summary>A kind, or a key of a case, that is newer than this program.</summary>
    internal sealed class TooOldException : Exception
    {
        internal TooOldException(string what) : base("the runner is too old: it does not know " + what)
        {
        }
    }

    /// <summary>What the library answers to the cases of each kind.</summary>
    internal static class Cases
    {
        internal static readonly Dictionary<string, Func<XElement, Answer>> Kinds =
            new Dictionary<string, Func<XElement, Answer>>
            {
                { "number", Number }, { "normalise", Normalise }, { "municipality", PlaceOf },
                { "pseudonym", Pseudonym }, { "record", Record }, { "score", ScoreOf }
            };

        private static readonly Dictionary<string, AcceptedRules> RulesByName = new Dictionary<string, AcceptedRules>
        {
            { "1964", AcceptedRules.Only1964 }, { "both", AcceptedRules.Both }, { "by_date", AcceptedRules.ByDate }
        };

        private static readonly Dictionary<string, DNumberTable> TablesByName = new Dictionary<string, DNumberTable>
        {
            { "old", DNumberTable.Old }, { "new", DNumberTable.New }, { "both", DNumberTable.Both }
        };

        private static readonly Dictionary<string, DateCheck> DatesByName = new Dictionary<string, DateCheck>
        {
            { "by_rule", DateCheck.ByRule }, { "strict", DateCheck.Strict }, { "lenient", DateCheck.Lenient }
        };

        private static readonly Dictionary<string, Action<NumberPolicy, XElement>> PolicySetters =
            new Dictionary<string, Action<NumberPolicy, XElement>>
            {
                { "rule", (policy, value) => policy.Rules = RulesByName[value.Value] },
                { "assigned_by", (policy, value) => policy.AssignedBy = Json.Day(value.Parent, "assigned_by") },
                { "kinds", (policy, value) => policy.Kinds = KindsOf(value) },
                { "test_numbers", (policy, value) => policy.TestNumbers = Json.Bool(value) },
                { "d_table", (policy, value) => policy.DNumberTable = TablesByName[value.Value] },
                { "dates", (policy, value) => policy.Dates = DatesByName[value.Value] },
                { "reference_date",
                    (policy, value) => policy.ReferenceDate = Json.Day(value.Parent, "reference_date") },
                { "refuse_ambiguous", (policy, value) => policy.RefuseAmbiguous = Json.Bool(value) }
            };

        private static readonly Dictionary<string, Action<Options, XElement>> OptionSetters =
            new Dictionary<string, Action<Options, XElement>>
            {
                { "pack", (options, value) => options.Pack = value.Value },
                { "pack_json", (options, value) => options.PackJson = Json.Text(value) },
                { "mapping", (options, value) => options.MappingJson = Json.Text(value) },
                { "profile", (options, value) => options.ProfileJson = Json.Text(value) },
                { "scheme", (options, value) => options.Scheme = value.Value },
                { "scheme_json", (options, value) => options.SchemeJson = Json.Text(value) },
                { "language", (options, value) => options.Language = value.Value },
                { "test_numbers", (options, value) => options.TestNumbers = Json.Bool(value) },
                { "reference_date",
                    (options, value) => options.ReferenceDate = Json.Day(value.Parent, "reference_date") },
                { "period_first", (options, value) => options.PeriodFirst = Json.Day(value.Parent, "period_first") },
                { "period_last", (options, value) => options.PeriodLast = Json.Day(value.Parent, "period_last") }
            };

        private static readonly string[] ChangeNames =
            { "blanks", "space", "no_break_space", "narrow_no_break_space", "hyphen" };

        private static readonly string[] RuleNames = { "1964", "2032" };

        private static readonly NumberKinds[] EveryKind = Enumerable.Range(0, 11)
            .Select(bit => (NumberKinds)(1 << bit)).ToArray();

        /// <summary>The answer, or the name of the code when the call is refused.</summary>
        internal static Answer AnswerTo(XElement one)
        {
            Only(one, "id", "kind", "reason", "given", "expected");
            Func<XElement, Answer> ask;
            if (!Kinds.TryGetValue(Json.String(one, "kind"), out ask))
            {
                throw new TooOldException("the kind " + Json.String(one, "kind"));
            }
            try
            {
                return ask(Json.Get(one, "given"));
            }
            catch (BrukerplanException refusal)
            {
                return new Answer { { "error", refusal.Code.GetName() } };
            }
            catch (ArgumentOutOfRangeException)
            {
                // A day that does not exist: DateTime refuses it before the library can.
                return new Answer { { "error", ErrorCode.InvalidArgument.GetName() } };
            }
        }

        /// <summary>The scheme of a case of the kind <c>score</c>.</summary>
        internal static Scheme SchemeOf(XElement given)
        {
            var own = Json.Get(given, "scheme_json");
            return own != null
                ? Scheme.FromJson(Json.Text(own))
                : Scheme.FromPack(Json.String(given, "pack"), Json.String(given, "scheme"));
        }

        internal static byte[] RatingsOf(XElement given)
        {
            return Json.Get(given, "ratings").Elements().Select(rating => byte.Parse(rating.Value)).ToArray();
        }

        internal static Answer AnswerOf(IndexClass indexClass, int points, int answered, NoClassReason reason)
        {
            return new Answer
            {
                { "class", indexClass.GetName() }, { "points", points }, { "answered", answered },
                { "no_class_reason", reason.GetName() }
            };
        }

        private static Answer Number(XElement given)
        {
            Only(given, "text", "policy");
            using (var policy = PolicyOf(given))
            {
                var number = NationalNumber.Check(Json.String(given, "text"), policy);
                return new Answer
                {
                    { "valid", number.Valid }, { "reason", number.Reason.GetName() }, { "position", number.Position },
                    { "kinds", number.Kinds.GetNames() }, { "rules", Bits((int)number.Rules, RuleNames) },
                    { "sex", number.Sex.GetName() }, { "birth_years", number.BirthYears }
                };
            }
        }

        private static Answer Normalise(XElement given)
        {
            Only(given, "text");
            var number = NationalNumber.Normalise(Json.String(given, "text"));
            return new Answer { { "digits", number.Digits }, { "changes", Bits((int)number.Changes, ChangeNames) } };
        }

        private static Answer PlaceOf(XElement given)
        {
            Only(given, "code", "date");
            var validity = Municipality.GetValidity(Json.String(given, "code"), Json.Day(given, "date").Value);
            return new Answer { { "validity", validity.GetName() } };
        }

        private static Answer Pseudonym(XElement given)
        {
            Only(given, "key", "purpose", "text", "policy");
            var hex = Json.String(given, "key");
            var key = Enumerable.Range(0, hex.Length / 2).Select(at => Convert.ToByte(hex.Substring(2 * at, 2), 16));
            using (var policy = PolicyOf(given))
            using (var pseudonymiser = Pseudonymiser.CreateLinking(key.ToArray(), Json.String(given, "purpose")))
            {
                var made = pseudonymiser.Make(Json.String(given, "text"), policy);
                return new Answer { { "pseudonym", string.Concat(made.Select(part => part.ToString("x2"))) } };
            }
        }

        private static Answer Record(XElement given)
        {
            Only(given, "options", "record", "text");
            var options = new Options();
            Set(options, Json.Get(given, "options"), OptionSetters, "option");
            using (var context = new Context(options))
            {
                var result = context.Check(Json.String(given, "text") ?? Json.Text(Json.Get(given, "record")));
                var score = result.Score;
                var answer = AnswerOf(score.Class, score.Points, score.Answered, score.NoClassReason);
                answer["valid"] = result.Valid;
                answer["worst"] = result.WorstSeverity.GetName();
                answer["findings"] = result.Findings.Select(finding => new Answer
                {
                    { "code", finding.Code }, { "severity", finding.Severity.GetName() }, { "field", finding.Field }
                });
                answer["messages"] = result.Findings.Select(finding => finding.Message);
                answer["unknown_keys"] = result.UnknownKeys;
                return answer;
            }
        }

        private static Answer ScoreOf(XElement given)
        {
            Only(given, "pack", "scheme", "scheme_json", "ratings");
            using (var scheme = SchemeOf(given))
            {
                var score = scheme.ScoreRatings(RatingsOf(given));
                return AnswerOf(score.Class, score.Points, score.Answered, score.NoClassReason);
            }
        }

        /// <summary>The policy of a case, or null for the policy as it is made.</summary>
        private static NumberPolicy PolicyOf(XElement given)
        {
            var settings = Json.Get(given, "policy");
            if (settings == null)
            {
                return null;
            }
            var policy = new NumberPolicy();
            Set(policy, settings, PolicySetters, "policy");
            return policy;
        }

        private static void Set<TTarget>(TTarget target, XElement settings,
            Dictionary<string, Action<TTarget, XElement>> setters, string what)
        {
            foreach (var setting in settings == null ? Enumerable.Empty<XElement>() : settings.Elements())
            {
                Action<TTarget, XElement> set;
                if (!setters.TryGetValue(Json.KeyOf(setting), out set))
                {
                    throw new TooOldException("the " + what + " " + Json.KeyOf(setting));
                }
                set(target, setting);
            }
        }

        private static NumberKinds KindsOf(XElement names)
        {
            return names.Elements().Aggregate(NumberKinds.None, (kinds, name) =>
                kinds | EveryKind.Single(kind => kind.GetNames().Single() == name.Value));
        }

        private static List<string> Bits(int set, string[] names)
        {
            return names.Where((name, bit) => (set & (1 << bit)) != 0).ToList();
        }

        private static void Only(XElement value, params string[] keys)
        {
            foreach (var key in value.Elements().Select(Json.KeyOf).Except(keys))
            {
                throw new TooOldException("the key " + key);
            }
        }
    }
}
