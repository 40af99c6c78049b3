using System;
using System.Linq;

namespace Brukerplan.Tests
{
    internal static class MunicipalityTests
    {
        private static readonly DateTime In2019 = new DateTime(2019, 12, 31);
        private static readonly DateTime In2021 = new DateTime(2021, 6, 1);
        private static readonly DateTime In2024 = new DateTime(2024, 1, 1);

        [Test]
        private static void A_code_stands_for_something_on_a_date()
        {
            Expect.Equal(MunicipalityValidity.NotYetValid, Municipality.GetValidity("1507", In2019));
            Expect.Equal(MunicipalityValidity.Valid, Municipality.GetValidity("1507", In2021));
            Expect.Equal(MunicipalityValidity.NoLongerValid, Municipality.GetValidity("1507", In2024));
            Expect.Equal(MunicipalityValidity.MalformedCode, Municipality.GetValidity("301", In2024));
            Expect.Equal(MunicipalityValidity.FictionalCode, Municipality.GetValidity("9001", In2024));
            Expect.Equal(MunicipalityValidity.BeforeFacts, Municipality.GetValidity("0301", new DateTime(2005, 1, 1)));
        }

        [Test]
        private static void Many_codes_are_answered_as_each_is_alone()
        {
            var codes = Samples.Bytes("1507,0301,abcd,");
            Expect.Same(new[] { MunicipalityValidity.Valid, MunicipalityValidity.Valid,
                MunicipalityValidity.MalformedCode }, Municipality.CheckMany(codes, 3, In2021, 5));
            Expect.Same(new[] { MunicipalityValidity.NotYetValid, MunicipalityValidity.Valid,
                MunicipalityValidity.MalformedCode },
                Municipality.CheckMany(codes, new[] { In2019, In2019, In2024 }, 5));
            Expect.Throws<ArgumentException>(() => Municipality.CheckMany(codes, 4, In2021, 5));
        }

        [Test]
        private static void Documents_say_what_a_municipality_is_and_was()
        {
            Expect.Contains("\"1507\"", Municipality.Describe("1507", In2021));
            Expect.Contains("\"trace\"", Municipality.Describe("1507", In2021, In2024));
            Expect.Contains("\"split\"", Municipality.Trace("1507", In2021, In2024));
            Expect.Contains("7.5E-1", Municipality.Trace("1507", In2021, In2024,
                "[{\"before\": \"1507\", \"after\": \"1508\", \"weight\": 3}," +
                " {\"before\": \"1507\", \"after\": \"1580\", \"weight\": 1}]"));
            Expect.Contains("\"1507\"", Municipality.FindByName("\u00c5lesund", In2021));
            Expect.Contains("\"1504\"", Municipality.FindByName("\u00c5lesund"));
            Expect.Contains("\"0301\"", Municipality.List(In2024));
        }

        [Test]
        private static void What_cannot_be_said_is_refused()
        {
            Expect.Refused<BrukerplanPlaceException>(ErrorCode.NotValidOnDate,
                () => Municipality.Trace("1507", In2019, In2024));
            Expect.Refused<BrukerplanPlaceException>(ErrorCode.BeforeFacts,
                () => Municipality.List(new DateTime(2005, 1, 1)));
            Expect.Refused<BrukerplanPlaceException>(ErrorCode.MissingWeight, () => Municipality.Trace("1507", In2021,
                In2024, "[{\"before\": \"1507\", \"after\": \"1508\", \"weight\": 3}]"));
            Expect.Equal(0L, Expect.Refused<BrukerplanPlaceException>(ErrorCode.InvalidWeight,
                () => Municipality.Trace("1507", In2021, In2024, "[3]")).Row);
        }

        [Test]
        private static void Territories_counties_and_districts_are_known()
        {
            Expect.True(Municipality.SameTerritory("1201", In2019, "4601", In2021), "Bergen stayed");
            Expect.True(!Municipality.SameTerritory("1507", In2021, "1508", In2024), "Alesund was split");
            Expect.True(Municipality.IsCounty("15", In2024) && !Municipality.IsCounty("99", In2024), "counties");
            Expect.True(Municipality.IsDistrict("030101", In2024), "a district");
            Expect.True(!Municipality.IsDistrict("0301", In2024), "a municipality is no district");
        }
    }
}
