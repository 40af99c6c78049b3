using System;

namespace Brukerplan.Tests
{
    internal static class LibraryTests
    {
        [Test]
        private static void The_version_is_three_numbers()
        {
            Expect.Equal(3, Library.Version.Split('.').Length);
        }

        [Test]
        private static void A_library_of_another_interface_is_refused()
        {
            Library.Require(Library.InterfaceNumber);
            Expect.Contains("interface number 2",
                Expect.Throws<DllNotFoundException>(() => Library.Require(2)).Message);
        }

        [Test]
        private static void The_packs_that_come_with_the_library_are_listed()
        {
            Expect.Contains("\"brukerplan/2024\"", Library.ListPacks());
        }

        [Test]
        private static void Numbers_have_the_names_of_files_and_documents()
        {
            Expect.Equal("unknown_pack", ErrorCode.UnknownPack.GetName());
            Expect.Equal("warning", Severity.Warning.GetName());
            Expect.Equal("blue_light", IndexClass.BlueLight.GetName());
            Expect.Equal("too_few_assessed", NoClassReason.TooFewAssessed.GetName());
            Expect.Equal("not_assessed", Rating.NotAssessed.GetName());
            Expect.Equal("physical_health", Domain.PhysicalHealth.GetName());
            Expect.Equal("no_longer_valid", MunicipalityValidity.NoLongerValid.GetName());
            Expect.Equal("female", Sex.Female.GetName());
            Expect.Equal("first_control_digit", NumberReason.FirstControlDigit.GetName());
            Expect.Same(new[] { "d_number", "tenor" }, (NumberKinds.DNumber | NumberKinds.Tenor).GetNames());
            Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument, () => ((Severity)17).GetName());
        }
    }

    internal static class ExceptionTests
    {
        [Test]
        private static void A_code_belongs_to_the_exception_of_its_theme()
        {
            Expect.True(Of(4) is BrukerplanUsageException, "4 is usage");
            Expect.True(Of(103) is BrukerplanInstrumentException, "103 is about an instrument");
            Expect.True(Of(140) is BrukerplanNumberException, "140 is about a number");
            Expect.True(Of(153) is BrukerplanPlaceException, "153 is about a place");
            Expect.True(Of(211) is BrukerplanTableException, "211 is about a table");
            Expect.True(Of(900) is BrukerplanMemoryException, "900 is memory");
            Expect.True(Of(991) is BrukerplanInternalException, "991 is a fault of the library");
        }

        [Test]
        private static void A_code_of_a_later_library_is_a_fault_of_the_library_and_keeps_its_number()
        {
            var exception = Of(119);
            Expect.True(exception is BrukerplanInternalException, "a code that is not known is internal");
            Expect.Equal(ErrorCode.Internal, exception.Code);
            Expect.Equal(119, exception.Number);
        }

        [Test]
        private static void An_exception_says_which_row_and_column_it_is_about()
        {
            var exception = BrukerplanException.Of(203, "twice", 17, 4);
            Expect.Equal(17L, exception.Row);
            Expect.Equal(4, exception.Column);
            Expect.Equal("twice", exception.Message);
        }

        private static BrukerplanException Of(int code)
        {
            return BrukerplanException.Of(code, "message", -1, -1);
        }
    }
}
