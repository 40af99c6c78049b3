using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Brukerplan;

namespace BrukerplanForm
{
    /// <summary>Fills in a form as a user would, and scores what is in a list. All people are synthetic.</summary>
    internal static class Program
    {
        /// <summary>A row of the record system's own: the library reads the ratings where they are.</summary>
        [StructLayout(LayoutKind.Sequential)]
        private struct Assessed
        {
            internal int Recipient;
            internal byte Housing, Activity, Economy, PhysicalHealth;
            internal byte MentalHealth, SubstanceUse, SocialFunctioning, Network;
        }

        private static readonly int[] RatingsInAssessed =
        {
            Offset("Housing"), Offset("Activity"), Offset("Economy"), Offset("PhysicalHealth"),
            Offset("MentalHealth"), Offset("SubstanceUse"), Offset("SocialFunctioning"), Offset("Network")
        };

        /// <summary>What the user does. A slip of the keyboard is put right at the end.</summary>
        private static readonly string[][] Changes =
        {
            new[] { "municipality", "9001" }, new[] { "mapping_year", "2024" }, new[] { "mapped_on", "2024-10-07" },
            new[] { "birth_year", "1987" }, new[] { "substance_problem", "yes" },
            new[] { "mental_disorder", "less_serious" },
            new[] { "housing", "yellow" }, new[] { "activity", "red" }, new[] { "economy", "yelow" },
            new[] { "physical_health", "green" }, new[] { "mental_health", "yellow" }, new[] { "substance_use", "red" },
            new[] { "social_functioning", "yellow" }, new[] { "network", "green" },
            new[] { "services_received", "follow_up_team" }, new[] { "economy", "yellow" }
        };

        private static int Main()
        {
            Console.OutputEncoding = new UTF8Encoding(false);
            try
            {
                FillIn();
                ScoreList();
                return 0;
            }
            catch (DllNotFoundException missing)
            {
                Console.Error.WriteLine("The brukerplan library is not there, or is another than this program needs: " +
                    missing.Message);
            }
            catch (BrukerplanException failure)
            {
                Console.Error.WriteLine("brukerplan: " + failure.Code + ": " + failure.Message);
            }
            return 2;
        }

        private static void FillIn()
        {
            // One context for the whole program; any thread may use it. Without TestNumbers it is for real people.
            var options = new Options
            {
                TestNumbers = true,
                Language = "en",
                ReferenceDate = new DateTime(2024, 12, 31)
            };
            using (var context = new Context(options))
            {
                Console.WriteLine("pack " + context.PackId + ", scheme " + context.SchemeId);
                var form = new RegistrationForm(context);
                foreach (var change in Changes)
                {
                    form.Set(change[0], change[1]);
                    Console.WriteLine(change[0] + ": " + Colour(form.SeverityOf(change[0])));
                    foreach (var finding in form.FindingsOf(change[0]))
                    {
                        Console.WriteLine("    " + finding.Message + " " + finding.Action);
                    }
                }
                var score = form.Result.Score;
                Console.WriteLine("can be saved: " + (form.Result.Valid ? "yes" : "no") + ", class: " +
                    score.Class.GetName() + ", points: " + score.Points);
            }
        }

        private static void ScoreList()
        {
            var list = Enumerable.Range(0, 1000).Select(number => new Assessed
            {
                Recipient = number,
                Housing = Rated(number), Activity = Rated(number / 2), Economy = Rated(number / 3),
                PhysicalHealth = Rated(number / 4), MentalHealth = Rated(number / 5), SubstanceUse = Rated(number / 6),
                SocialFunctioning = Rated(number / 7), Network = Rated(number / 8)
            }).ToArray();
            using (var scheme = Scheme.FromPack())
            {
                var scores = scheme.ScoreStrided(list, RatingsInAssessed);
                Console.WriteLine(scores.Rows + " recipients under " + scheme.Id + ": " + string.Join(", ",
                    scores.Classes.GroupBy(indexClass => indexClass).OrderBy(group => group.Key)
                        .Select(group => group.Key.GetName() + " " + group.Count())));
            }
        }

        /// <summary>Green, yellow or red, for a list that is made up.</summary>
        private static byte Rated(int number)
        {
            return (byte)((int)Rating.Green + number % 3);
        }

        private static string Colour(Severity severity)
        {
            return severity == Severity.None ? "good" : severity.GetName();
        }

        private static int Offset(string member)
        {
            return (int)Marshal.OffsetOf(typeof(Assessed), member);
        }
    }
}
